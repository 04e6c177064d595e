import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../app/engine/json";
import { explain, type Naming } from "../../../app/engine/rules/explain";
import { redactBecause } from "../../../app/engine/rules/redact-because";
import type { Absent, Logic, Truth } from "../../../app/engine/rules/types";
import type { Text } from "../../../app/engine/text";
import { evaluate, type Given } from "./evaluate";
import { rule, wholeScope } from "./generated-rules";

const LABELS: Record<string, Text> = {
  "data.violence": { zh: "有人被打或受威胁", en: "Somebody was beaten or threatened" },
  "data.amount": { zh: "涉及金额", en: "Amount" },
  "params.limit": { zh: "村级上限", en: "Village limit" },
  "data.parties": { zh: "当事人", en: "Parties" },
  "data.parties[*].consent": { zh: "调解意愿", en: "Consent" },
  "data.parties[*].age": { zh: "年龄", en: "Age" },
  "data.parties[*].born": { zh: "出生日期", en: "Date of birth" },
  "data.kind": { zh: "纠纷类型", en: "Kind of dispute" },
  "data.exclusions": { zh: "不适用情形", en: "Exclusions" },
  "data.exclusions[*]": { zh: "不适用情形", en: "Exclusion" },
  "data.signedOn": { zh: "签订日期", en: "Signed on" },
  "case.today": { zh: "今天", en: "Today" },
  "user.id": { zh: "办理人", en: "Acting person" },
  "data.conflicted": { zh: "应当回避的人", en: "People in conflict" },
  "data.phone": { zh: "电话", en: "Telephone" },
  "data.address": { zh: "住址", en: "Address" },
};

const VALUES: Record<string, Text> = {
  agree: { zh: "同意", en: "agrees" },
  refuse: { zh: "不同意", en: "refuses" },
  land: { zh: "土地", en: "land" },
  neighbour: { zh: "邻里", en: "neighbours" },
  hired: { zh: "雇凶", en: "hired violence" },
  gang: { zh: "聚众斗殴", en: "gang fight" },
};

const naming: Naming = {
  labelOf: (path) => LABELS[path] ?? { zh: "某一项", en: "Something" },
  show(path, value) {
    if (typeof value === "boolean")
      return value ? { zh: "有", en: "yes" } : { zh: "没有", en: "no" };
    if (path === "data.amount" || path === "params.limit") {
      const yuan = `¥${(Number(value) / 100).toLocaleString("en", { minimumFractionDigits: 2 })}`;
      return { zh: yuan, en: yuan };
    }
    return VALUES[String(value)] ?? { zh: String(value), en: String(value) };
  },
};

function clauses(logic: Logic, given: Given = {}, absent?: Absent): [Truth, string][] {
  return explain(evaluate(logic, given, absent).because, naming).map(({ truth, text }) => [
    truth,
    text.zh,
  ]);
}

function inEnglish(logic: Logic, given: Given = {}): (string | undefined)[] {
  return explain(evaluate(logic, given).because, naming).map(({ text }) => text.en);
}

const parties = [
  { name: "石大勇", consent: "refuse", age: 15 },
  { name: "李顺", consent: "agree", age: 40 },
];

describe("explain", () => {
  it("says a yes-or-no field by its value, however it was asked", () => {
    const data = { violence: true };
    expect(clauses({ var: "data.violence" }, { data })).toEqual([[true, "有人被打或受威胁：有"]]);
    expect(clauses({ "!": { var: "data.violence" } }, { data })).toEqual([
      [false, "有人被打或受威胁：有"],
    ]);
    expect(clauses({ "==": [{ var: "data.violence" }, false] }, { data })).toEqual([
      [false, "有人被打或受威胁：有"],
    ]);
    expect(clauses({ "==": [{ var: "data.violence" }, false] })).toEqual([
      ["unknown", "有人被打或受威胁：待核"],
    ]);
  });

  it("sets amounts against their limit", () => {
    const logic: Logic = { "<=": [{ var: "data.amount" }, 500_000] };
    expect(clauses(logic, { data: { amount: 600_000 } })).toEqual([
      [false, "涉及金额 ¥6,000.00，不超过 ¥5,000.00：不符合"],
    ]);
    expect(clauses(logic, { data: { amount: 400_000 } })).toEqual([
      [true, "涉及金额 ¥4,000.00，不超过 ¥5,000.00：符合"],
    ]);
    expect(clauses(logic)).toEqual([["unknown", "涉及金额（缺材料），不超过 ¥5,000.00：待核"]]);
    expect(
      clauses({ ">": [500_000, { var: "data.amount" }] }, { data: { amount: 600_000 } }),
    ).toEqual([[false, "涉及金额 ¥6,000.00，少于 ¥5,000.00：不符合"]]);
  });

  it("turns a denied comparison round", () => {
    const logic: Logic = { "!": { ">": [{ var: "data.amount" }, { var: "params.limit" }] } };
    expect(clauses(logic, { data: { amount: 600_000 }, params: { limit: 500_000 } })).toEqual([
      [false, "涉及金额 ¥6,000.00，不超过村级上限 ¥5,000.00：不符合"],
    ]);
  });

  it("speaks of days as earlier and later", () => {
    const scope = { data: { signedOn: "2026-03-05" }, params: {} };
    expect(clauses({ "<=": [{ var: "data.signedOn" }, "2026-03-01"] }, scope)).toEqual([
      [false, "签订日期 2026-03-05，不晚于 2026-03-01：不符合"],
    ]);
  });

  it("says what a choice should have been", () => {
    const logic: Logic = { "==": [{ var: "data.kind" }, "land"] };
    expect(clauses(logic, { data: { kind: "land" } })).toEqual([[true, "纠纷类型：土地"]]);
    expect(clauses(logic, { data: { kind: "neighbour" } })).toEqual([
      [false, "纠纷类型：邻里，应为“土地”"],
    ]);
    expect(clauses(logic)).toEqual([["unknown", "纠纷类型：待核，应为“土地”"]]);
    expect(clauses({ "!=": [{ var: "data.kind" }, "land"] }, { data: { kind: "land" } })).toEqual([
      [false, "纠纷类型：土地，不应为“土地”"],
    ]);
    expect(
      clauses({ in: [{ var: "data.kind" }, ["land", "neighbour"]] }, { data: { kind: "hired" } }),
    ).toEqual([[false, "纠纷类型：雇凶，应属于“土地、邻里”之一"]]);
    expect(
      clauses(
        { "!": { in: ["hired", { var: "data.exclusions" }] } },
        { data: { exclusions: ["hired", "gang"] } },
      ),
    ).toEqual([[false, "不适用情形：雇凶、聚众斗殴，不应包含“雇凶”"]]);
  });

  it("names the people whose answer decided or is missing", () => {
    const all: Logic = { all: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }] };
    expect(clauses(all, { data: { parties } })).toEqual([
      [false, "当事人 石大勇，调解意愿：不同意，应为“同意”"],
    ]);
    expect(clauses(all, { data: { parties: [{ name: "石大勇" }] } })).toEqual([
      ["unknown", "当事人 石大勇，调解意愿：待核，应为“同意”"],
    ]);
    expect(clauses(all, { data: { parties: [{ consent: "refuse" }] } })).toEqual([
      [false, "当事人第 1 项，调解意愿：不同意，应为“同意”"],
    ]);
    expect(clauses(all)).toEqual([["unknown", "当事人：待核"]]);
    expect(clauses(all, { data: { parties: [] } })).toEqual([[false, "当事人：一项也没有"]]);
  });

  it("says one sentence for all items where they came out alike", () => {
    const adult: Logic = { ">=": [{ var: "age" }, 14] };
    expect(clauses({ all: [{ var: "data.parties" }, adult] }, { data: { parties } })).toEqual([
      [true, "当事人都符合：年龄不少于 14"],
    ]);
    expect(
      clauses(
        { none: [{ var: "data.parties" }, { "<": [{ var: "age" }, 14] }] },
        { data: { parties } },
      ),
    ).toEqual([[true, "当事人里都没有：年龄少于 14"]]);
    expect(
      clauses(
        { some: [{ var: "data.parties" }, { "<": [{ var: "age" }, 14] }] },
        { data: { parties } },
      ),
    ).toEqual([[false, "当事人里没有符合的：年龄少于 14"]]);
  });

  it("says which of several choices stands in the way, without naming the list twice", () => {
    const logic: Logic = {
      none: [{ var: "data.exclusions" }, { in: [{ var: "" }, ["hired", "gang"]] }],
    };
    expect(clauses(logic, { data: { exclusions: ["other", "hired"] } })).toEqual([
      [false, "不适用情形第 2 项：雇凶，不应属于“雇凶、聚众斗殴”之一"],
    ]);
  });

  it("names what is not filled in, and what all is", () => {
    const logic: Logic = { "!": { missing: ["data.phone", "data.address"] } };
    expect(clauses(logic, { data: {} })).toEqual([[false, "还缺材料：电话、住址"]]);
    expect(clauses(logic, { data: { phone: "1", address: "2" } })).toEqual([
      [true, "材料齐全：电话、住址"],
    ]);
  });

  it("says that a value was assumed because nothing was filled in", () => {
    const logic: Logic = { "<": [{ var: ["data.amount", 0] }, 500_000] };
    expect(clauses(logic)).toEqual([[true, "涉及金额 没有填，按“¥0.00”算，少于 ¥5,000.00：符合"]]);
    expect(clauses({ var: "data.violence" }, {}, { "data.violence": { as: false } })).toEqual([
      [false, "有人被打或受威胁：没有填，按“没有”算"],
    ]);
  });

  it("says by which condition a choice was made, where the result itself says nothing", () => {
    const logic: Logic = { if: [{ var: "data.violence" }, false, true] };
    expect(clauses(logic, { data: { violence: true } })).toEqual([[false, "有人被打或受威胁：有"]]);
    expect(clauses(logic, { data: { violence: false } })).toEqual([
      [true, "有人被打或受威胁：没有"],
    ]);
  });

  it("says from what something was worked out", () => {
    const logic: Logic = { ">": [{ "+": [{ var: "data.amount" }, 1] }, 5] };
    expect(clauses(logic, { data: { amount: 3 } })).toEqual([
      [false, "按涉及金额算出的结果 4，大于 5：不符合"],
    ]);
    expect(clauses({ "toy.broken": [{ var: "data.amount" }] }, { data: { amount: 3 } })).toEqual([
      ["unknown", "有一步没有算成：待核"],
    ]);
    expect(
      clauses(
        { in: [{ var: "user.id" }, { var: "data.conflicted" }] },
        { data: { conflicted: ["u1"] } },
      ),
    ).toEqual([["unknown", "办理人：待核，应在应当回避的人之中"]]);
  });

  it("says no more than the reader may see", () => {
    const { because } = evaluate(
      { and: [{ "!": { var: "data.violence" } }] },
      { data: { violence: true } },
    );
    const texts = explain(
      redactBecause(because, () => false),
      naming,
    );
    expect(texts).toEqual([
      {
        truth: false,
        text: {
          zh: "有一项内容不对您显示：不符合",
          en: "Something that is not shown to you: not met",
        },
      },
    ]);
  });

  it("puts what fails before what is open and what holds, and lists eight at most", () => {
    const logic: Logic = {
      or: [{ var: "data.violence" }, { "==": [{ var: "data.kind" }, "land"] }],
    };
    expect(clauses(logic, { data: { violence: false } }).map(([truth]) => truth)).toEqual([
      "unknown",
    ]);
    const many: Logic = {
      or: Array.from({ length: 12 }, (_, index) => ({ "<": [{ var: "data.amount" }, index] })),
    };
    const said = clauses(many, { data: { amount: 20 } });
    expect(said).toHaveLength(8);
    expect(said.at(-1)).toEqual([false, "另有 5 条没有列出"]);
  });

  it("says the same in English", () => {
    const logic: Logic = {
      all: [{ var: "data.parties" }, { "==": [{ var: "consent" }, "agree"] }],
    };
    expect(inEnglish(logic, { data: { parties } })).toEqual([
      "Parties, 石大勇, Consent: refuses, must be “agrees”",
    ]);
    expect(
      inEnglish({ "<=": [{ var: "data.amount" }, 500_000] }, { data: { amount: 600_000 } }),
    ).toEqual(["Amount ¥6,000.00, at most ¥5,000.00: not met"]);
  });

  it("never shows a path, JSON or the word unknown, whatever the rule", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(rule(), wholeScope, fc.boolean(), (logic, scope, empty) => {
        // These may make "[object Object]" and "null" of data; `check` reports them.
        fc.pre(!/"(cat|substr)"/.test(JSON.stringify(logic)));
        const because = evaluate(logic, empty ? {} : (scope as Given)).because;
        const said = explain(because, {
          labelOf: () => ({ zh: "名称" }),
          show: (_path, value: Json) => ({ zh: typeof value === "object" ? "?" : "值" }),
        });
        expect(said.length).toBeLessThanOrEqual(8);
        for (const { text } of said) {
          expect(text.zh).not.toMatch(/[[\]{}]|data|unknown|undefined|null|\?/);
          expect(text.en).not.toMatch(/[[\]{}]|data|unknown|undefined|null|\?/);
          expect(text.zh).not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });
});
