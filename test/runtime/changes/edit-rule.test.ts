import { describe, expect, test } from "vitest";
import type { ProposalActInput } from "../../../app/runtime/api";
import { accepted, codeOf, startLoan, take } from "../../support/open-test-cases";
import type { Desk } from "../../support/open-test-changes";
import {
  asked,
  editOf,
  farm,
  limit,
  loan,
  openRuleTree,
  rulePageOf,
  saveRule,
  strict,
  three,
} from "../../support/rule-edits";

const plain = (parts: readonly { text: { zh: string }; mark?: string }[]) =>
  parts.map(({ text, mark }) => (mark === undefined ? text.zh : `[${mark}:${text.zh}]`)).join("");

describe("a rule is edited row by row", () => {
  test("its page shows the sentence, the rows, the examples as they are decided, and what asks it", async () => {
    const page = await rulePageOf(await openRuleTree());
    expect(plain(page.verdict.sentence)).toBe(
      "当借用件数不超过“一次最多借几件”时，“件数不超过上限”成立。",
    );
    expect(page.verdict.rows).toEqual({ join: "and", items: [limit] });
    expect(page.verdict.examples.map(({ found, agrees }) => [found, agrees])).toEqual([
      [true, true],
      [false, true],
      ["unknown", true],
    ]);
    expect(page.verdict.examples[1]?.clauses.map(({ truth, text }) => [truth, text.zh])).toEqual([
      [false, "借用件数 6，不超过一次最多借几件 5：不符合"],
    ]);
    expect(page.closed).toBeNull();
    expect(page.source.uses.map(({ zh }) => zh)).toEqual(["在“待批准”，“批准”到“交接”"]);
    expect(page.source.parameters.map(({ name }) => name)).toEqual(["maxTools"]);
    const field = page.fields.find(({ path }) => path === "data.use");
    expect(field?.choices.map(({ label }) => label.zh)).toEqual(["农活", "修房", "其他"]);
    // Nobody has filled in the reason for declining when this rule is decided.
    expect(page.fields.some(({ path }) => path === "data.declineReason")).toBe(false);
  });

  test("what is typed is decided at once, and nothing is stored", async () => {
    const test = await openRuleTree();
    const edit = editOf({ join: "and", items: [limit, three] });
    const verdict = accepted(await test.changes.tryRule(test.at("zhoumin"), { ...asked, edit }));
    expect(plain(verdict.sentence)).toContain("[new:，并且借用件数不超过 3]");
    expect(verdict.examples.map(({ found }) => found)).toEqual([true, false, true]);
    expect(verdict.refusal?.code).toBe("change/examples-fail");
    expect((await rulePageOf(test)).draft).toBeNull();
  });

  test("published by a second person, new matters are decided by it and open ones are not", async () => {
    const test = await openRuleTree();
    const act = async (desk: Desk, id: string, done: ProposalActInput["act"]) => {
      const { revision } = accepted(await test.changes.proposal(test.at(desk), id));
      return accepted(await test.changes.actOnProposal(test.at(desk), { id, revision, act: done }));
    };
    const four = { items: [{ name: "水泵", count: 4 }] };
    const before = await startLoan(test.cases, four);
    const { id } = accepted(await saveRule(test, editOf(strict)));
    const view = accepted(await test.changes.proposal(test.at("zhoumin"), id));
    expect(view.sentences.map(plain)).toEqual([
      "规则“件数不超过上限”：当借用件数不超过“一次最多借几件”[new:，并且借用件数不超过 3，并且用途是“农活”]时成立。",
      "规则“件数不超过上限”的例子改了，现在有 3 个。",
      "“件数不超过上限”的办不了时的说明由[old:“一次借得太多，请分次借，或请民警说明理由后不批。”]改为[new:“一次最多借三件，只借给农活用。”]。",
    ]);
    accepted(await test.changes.beginTrial(test.at("zhoumin"), id));
    await test.trials.runDue();
    const trial = accepted(await test.changes.trial(test.at("zhoumin"), { id, caseId: null }));
    expect(trial.stage).toBe("done");
    await act("zhoumin", id, { act: "readTrial" });
    await act("zhoumin", id, { act: "submit" });
    await act("hejing", id, { act: "approve", text: "同意", documentNumber: "云公法〔2026〕8号" });
    await act("tanlei", id, { act: "publish", from: "2026-11-23" });

    const after = await startLoan(test.cases, four);
    const refused = await take(test.cases, { by: "gaoyuan", caseId: after, event: "approve" });
    expect(refused.ok ? "" : refused.refusal.message.zh).toBe("一次最多借三件，只借给农活用。");
    accepted(await take(test.cases, { by: "gaoyuan", caseId: before, event: "approve" }));
    const small = await startLoan(test.cases, { items: [{ name: "水泵", count: 3 }] });
    accepted(await take(test.cases, { by: "gaoyuan", caseId: small, event: "approve" }));
  });

  test("a second edit goes into the same draft; one made on an older page is refused", async () => {
    const test = await openRuleTree();
    const { id } = accepted(await saveRule(test, editOf(strict)));
    expect(codeOf(await saveRule(test, editOf(strict)))).toBe("change/stale");
    const draft = (await rulePageOf(test)).draft;
    const edit = editOf({ join: "and", items: [limit, farm, three] });
    const again = await saveRule(test, edit, { revision: draft?.revision ?? null });
    expect(accepted(again).id).toBe(id);
  });

  test("rows that say the same in other brackets are no change", async () => {
    const test = await openRuleTree();
    const page = await rulePageOf(test);
    const edit = editOf(page.verdict.rows, {
      examples: page.verdict.examplesText,
      refusal: page.refusal ?? { zh: "", en: "" },
    });
    expect(codeOf(await saveRule(test, edit))).toBe("definition/unchanged");
  });

  test.each([
    [
      "by its name, the package's stories are told with it as it was",
      "rules.withinLimit",
      "accepted",
    ],
    [
      "with all others, the package's stories must still come out",
      "rules",
      "change/scenarios-fail",
    ],
  ])("a rule that is opened %s", async (_, opens, code) => {
    const test = await openRuleTree(opens);
    const none = { ...three, value: 0 };
    const examples = JSON.stringify([{ given: loan(1, "farm"), expect: false }]);
    const edit = editOf({ join: "and", items: [limit, none] }, { examples });
    const { id } = accepted(await saveRule(test, edit));
    const { revision } = accepted(await test.changes.proposal(test.at("zhoumin"), id));
    const sent = { id, revision, act: { act: "submit" } } as const;
    expect(codeOf(await test.changes.actOnProposal(test.at("zhoumin"), sent))).toBe(code);
  });
});
