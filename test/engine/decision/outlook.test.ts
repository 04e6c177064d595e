import { describe, expect, test } from "vitest";
import type { Answer, CaseDecision, Signer } from "../../../app/engine/decision/decision";
import type { DecisionSource } from "../../../app/engine/decision/decision-source";
import { outlook } from "../../../app/engine/decision/outlook";
import { decisionTerms } from "../../../app/engine/decision/terms";
import type { JsonObject } from "../../../app/engine/json";
import { fillTemplate } from "../../../app/engine/projection/template";
import { signingRoles } from "../../support/decision-workflow";

const source: DecisionSource = {
  ...{ asked: [{ role: "officer" }], way: "parallel", pass: "all", rejection: "ends" },
  ...{ fallback: "chief", about: "matter" },
};

/** Signers by what they answered; null: not yet. */
function decisionOf(
  answers: readonly (Answer | null)[],
  rest: { weights?: number[]; roles?: string[] } = {},
): CaseDecision {
  const signers = answers.map((answer, i): Signer => {
    const role = rest.roles?.[i] ?? "officer";
    const vote = { reason: null, user: `${i}`, name: "", role, seq: i, at: 0 };
    return {
      ...{ slot: String(i + 1), via: "asked", person: null, role, order: 0, dropped: null },
      weight: rest.weights?.[i] ?? 1,
      vote: answer === null ? null : { ...vote, answer },
    };
  });
  return { entry: 1, signers, settled: null };
}

const says = (change: Partial<DecisionSource>, decision: CaseDecision): string =>
  outlook({ ...source, ...change }, decision).zh;

describe("one sentence says what is still needed", () => {
  test("会签, 或签", () => {
    expect(says({}, decisionOf([null, null, null]))).toBe("还差 3 人同意即通过。");
    expect(says({}, decisionOf(["agree", null]))).toBe("还差 1 人同意即通过。");
    expect(says({ pass: "any" }, decisionOf([null, null, null]))).toBe("还差 1 人同意即通过。");
    const waits = { pass: "any", rejection: "waits" } as const;
    expect(says(waits, decisionOf(["reject", null, null]))).toBe("还差 1 人同意即通过。");
  });

  test("a share, of all or of those who answer", () => {
    const share = { share: "2/3" };
    const five = decisionOf(["agree", "reject", null, null, null]);
    expect(says({ pass: share, rejection: "waits" }, five)).toBe("还差 3 人同意即通过。");
    const present = { pass: { ...share, of: "present" as const }, rejection: "waits" as const };
    expect(says(present, decisionOf(["agree", null, null]))).toBe(
      "还有 2 人没有答复；再有 1 人同意，都答复后即通过。",
    );
    expect(says(present, decisionOf(["agree", "agree", null]))).toBe(
      "同意的已经够了，还有 1 人答复后即通过。",
    );
  });

  test("what cannot pass any more says so while the others still answer", () => {
    const waits = { pass: "all", rejection: "waits" } as const;
    expect(says(waits, decisionOf(["reject", null, null]))).toBe(
      "已有人不同意，通过不了；还有 2 人答复后有结果。",
    );
    const abstain = { ...waits, pass: { share: "1/1" }, abstain: true } as const;
    expect(says(abstain, decisionOf(["abstain", null]))).toBe(
      "同意的不够，通过不了；还有 1 人答复后有结果。",
    );
  });

  test("weights count, a veto is waited for, a quorum as well", () => {
    const weighed = { pass: { weight: 5 }, rejection: "waits" } as const;
    const weights = [3, 2, 1, 1];
    expect(says(weighed, decisionOf([null, null, null, null], { weights }))).toBe(
      "最少还差 2 人同意即通过。",
    );
    const veto: Partial<DecisionSource> = { pass: "any", rejection: "waits", veto: ["chief"] };
    const roles = ["officer", "officer", "chief"];
    expect(says(veto, decisionOf(["agree", null, null], { roles }))).toBe("还差 1 人同意即通过。");
    const quorum = { pass: "any", rejection: "waits", quorum: 2 } as const;
    expect(says(quorum, decisionOf(["agree", null, null]))).toBe("还差 1 人同意即通过。");
  });

  test("a meeting waits for its sheet", () => {
    expect(says({ paper: { title: { zh: "表决单" } } }, decisionOf([null]))).toBe(
      "等录入表决的票数和表决单的照片。",
    );
  });
});

test("how a decision is taken is said before anybody signs", () => {
  const said = (change: Partial<DecisionSource>): string[] =>
    decisionTerms({ ...source, ...change }, signingRoles).map(({ zh }) => zh);
  expect(said({ way: "turn" })).toEqual([
    "依次签，前面的人答复以后才轮到后面的。",
    "全部同意才通过。",
  ]);
  expect(
    said({
      ...{ pass: { share: "1/2", more: true }, quorum: { share: "2/3" }, veto: ["chief"] },
      ...{ samePerson: "once", timeout: "reject" },
    }),
  ).toEqual([
    "一起签，先后不限。",
    "同意的超过半数（按全部人算）通过。",
    "答复的达到 2/3 才能通过。",
    "所长不同意的，就不通过。",
    "同一个人占几项的，答复一次就算。",
    "到期还没有答复完的，按不同意办。",
  ]);
  // About a person nothing is approved by the clock, so nothing is said of it.
  expect(said({ about: "person", timeout: "approve" })).toHaveLength(2);
});

test("a paper writes a decision in words", () => {
  const scope = {
    decisions: {
      sign: { result: "fail", signers: [{ role: "legal", answer: "reject", name: "何" }] },
    },
  };
  const context = { scope, dataSchema: {}, displays: new Map(), blank: "", today: "2026-11-23" };
  const fill = (template: string, item?: JsonObject) =>
    fillTemplate(
      template,
      item === undefined
        ? { ...context, roles: signingRoles }
        : {
            ...{ ...context, roles: signingRoles, itemPath: "decisions.sign.signers" },
            scope: { ...scope, item },
          },
      "zh",
    );
  expect(fill("{{decisions.sign.result | label}}")).toBe("没有通过");
  const [signer] = scope.decisions.sign.signers;
  expect(fill("{{item.role | label}}{{item.name}}：{{item.answer | label}}", signer)).toBe(
    "法制员何：不同意",
  );
});
