import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { makeModel } from "../../support/make-model";
import { accepted, BAISHU, codeOf, SHIQIAO } from "../../support/open-test-cases";
import { openTestChanges, type TestChanges } from "../../support/open-test-changes";
import { exampleFile } from "../../support/guarded-tree";
import { makeExampleTree } from "../../support/temp-tree";

const source = { zh: "来源", en: "Source" };
const longLoans = makeModel({
  id: "long-loans",
  title: { zh: "长借" },
  processes: {
    "tool-lending": {
      parameters: { lendingDays: { value: 10, source, certainty: "assumed" } },
    },
  },
});

/** Most villages lend for seven days; 石桥村 and 柏树村 are under a model that lends for ten. */
async function open(): Promise<TestChanges> {
  const file = "workflows/tool-lending/workflow.json";
  const workflow = await exampleFile(file);
  workflow["vary"] = { parameters: "within schema", deadlines: "change", rules: "change" };
  const dir = await makeExampleTree({
    ...{ [file]: workflow, "workflows/models/long-loans/model.json": longLoans },
  });
  const test = await openTestChanges({ dir });
  await test.cases.people.save({
    modelAdoptions: [SHIQIAO, BAISHU].map((unit) => ({
      ...{ unit, kind: null, model: "long-loans", from: "2026-11-01" },
      ...{ to: null, settings: {}, decidedBy: null },
    })),
  });
  return test;
}

const decision = "/workflow/deadlines/decision";
const rung = (key: string, at: Json) => ({ key, at, tell: ["officer"] });
/** Told after the days of a loan, then after nine: in order only where a loan is shorter than that. */
const answer = {
  ...{ title: { zh: "答复期限", en: "Time to answer" }, from: "entry", count: 1, unit: "workday" },
  ladder: [rung("officer", { parameter: "lendingDays" }), rung("chief", 9)],
};

async function save(test: TestChanges, part: string, value: Json, model: string | null = null) {
  return test.changes.savePart(test.at("zhoumin"), {
    ...{ unit: null, model, package: "tool-lending", why: "村里要", wantedFrom: "" },
    ...{ revision: null, edits: [{ part, text: JSON.stringify(value) }] },
  });
}

test("what works where most villages are and breaks under another model is refused, with the villages and the place", async () => {
  const test = await open();
  const refused = await save(test, decision, answer);
  expect(codeOf(refused)).toBe("change/not-everywhere");
  const said = refused.ok ? "" : refused.refusal.message.zh;
  expect(said).toMatch(/在石桥村、柏树村用不了：期限“答复期限”.*：升级“chief”在 9，不晚于/);
  expect(said).not.toMatch(/\/workflow|\{/);
  // The draft has not begun.
  const draft = { unit: null, model: null, package: "tool-lending" };
  const page = accepted(await test.changes.definitionPage(test.at("zhoumin"), draft));
  expect(JSON.stringify(page)).not.toContain('"revision":1');
});

test("what lies beneath may differ too: a value of the package is another one under the model", async () => {
  const test = await open();
  const parameter = {
    title: { zh: "借期（天）", en: "Days of a loan" },
    schema: { type: "integer", minimum: 1, maximum: 30, unit: "day" },
    ...{ value: 9, legal: "lending-3" },
  };
  const refused = await save(test, "/workflow/parameters/lendingDays", parameter);
  expect(codeOf(refused)).toBe("change/not-everywhere");
  const said = refused.ok ? "" : refused.refusal.message.zh;
  expect(said).toContain("参数“借期（天）”：这一处原来的内容已经不是起草时的样子");
});

test("what works everywhere is kept, and so is a change for the one model alone", async () => {
  const test = await open();
  const ladder = [rung("officer", { parameter: "lendingDays" }), rung("chief", 11)];
  accepted(await save(test, decision, { ...answer, ladder }));
  accepted(await save(test, decision, { ...answer, ladder }, "long-loans"));
});
