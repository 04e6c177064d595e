import { describe, expect, test } from "vitest";
import { compileLogic } from "../../app/engine/rules/compile-logic";
import type { Logic, Operator, RuleScope } from "../../app/engine/rules/types";
import { refuseUnknown } from "../../app/engine/refuse-unknown";
import type { Refusal } from "../../app/engine/refusal";

const OPERATORS = new Map<string, Operator>([
  [
    "plot.same",
    { name: "plot.same", takes: ["any", "any"], gives: "boolean", run: () => undefined },
  ],
]);
const WORDS: Record<string, { zh: string; en: string }> = {
  "data.amount": { zh: "金额", en: "the amount" },
  "data.plot": { zh: "地块", en: "the plot" },
  "data.place": { zh: "地点", en: "the place" },
  "data.parties[*].consent": { zh: "调解意愿", en: "consent" },
};

function refusalOf(when: Logic, scope: RuleScope): Refusal {
  const { truth, because, missing } = compileLogic(when, OPERATORS).evaluate(scope);
  expect(truth).toBe("unknown");
  const title = { zh: "是同一块地", en: "the same plot" };
  return refuseUnknown(
    (path) => WORDS[path] ?? { zh: "?" },
    [{ rule: "same", title, refusal: title, because, missing }],
  );
}

describe("a rule that is not known says", () => {
  test("what is missing, each once", () => {
    const over = { ">": [{ var: "data.amount" }, 5] };
    const refusal = refusalOf({ and: [over, { "!": [over] }, { var: "data.plot" }] }, {});
    expect(refusal.code).toBe("case/rule-unknown");
    expect(refusal.message).toEqual({
      zh: "暂时不能判断：还缺金额、地块。补齐或改正后再办；填的都对的，请告诉管理员。",
      en: expect.stringMatching(/^It cannot be decided yet: missing: the amount, the plot\. /),
    });
  });

  test("which rule an operator cannot tell, and from what", () => {
    const when = { "plot.same": [{ var: "data.plot" }, { var: "data.place" }] };
    const { zh, en } = refusalOf(when, { data: { plot: "甲", place: 3 } }).message;
    expect(zh).toContain("按现有的地块、地点，“是同一块地”这一条判断不出来");
    expect(en).toContain("“the same plot” cannot be told from the plot, the place");
  });

  test("both, where one clause lacks something and another cannot tell", () => {
    const when: Logic = {
      and: [
        { "plot.same": [{ var: "data.plot" }, { var: "data.place" }] },
        { all: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] },
      ],
    };
    const data = { plot: "甲", place: 3, parties: [{ name: "李二" }] };
    const { zh } = refusalOf(when, { data }).message;
    expect(zh).toContain("还缺调解意愿；按现有的地块、地点，“是同一块地”这一条判断不出来");
  });

  test("which sum has no result", () => {
    const { zh } = refusalOf({ "/": [{ var: "data.amount" }, 0] }, { data: { amount: 5 } }).message;
    expect(zh).toContain("按现有的金额，“是同一块地”这一条判断不出来");
  });

  test("its own title, where not even what it read is known", () => {
    const doubled: Logic = { map: [{ var: "data.list" }, { map: [{ var: "data.list" }, 1] }] };
    const list = Array.from({ length: 20_000 }, (_, i) => i);
    const { zh } = refusalOf({ "==": [{ merge: [doubled] }, 1] }, { data: { list } }).message;
    expect(zh).toContain("“是同一块地”这一条判断不出来");
  });

  test("what kept a value from being known, though its truth was", () => {
    const when = { "==": [true, { or: [{ var: "data.amount" }, 1] }] };
    expect(refusalOf(when, { data: {} }).message.zh).toContain("还缺金额");
  });
});
