import { describe, expect, test } from "vitest";
import type { DefinitionPage } from "../../../app/runtime/api";
import { accepted, codeOf } from "../../support/open-test-cases";
import { exampleFile } from "../../support/guarded-tree";
import { makeExampleTree } from "../../support/temp-tree";
import { openTestChanges, type TestChanges } from "../../support/open-test-changes";

const scope = { unit: null, model: null, package: "tool-lending" };

async function listed(test: TestChanges): Promise<DefinitionPage> {
  return accepted(await test.changes.definitionPage(test.at("zhoumin"), scope));
}

async function open(test: TestChanges, ...parts: string[]) {
  return test.changes.partPage(test.at("zhoumin"), { ...scope, parts });
}

async function check(test: TestChanges, part: string, text: string) {
  const ask = { ...scope, edits: [{ part, text }] };
  return accepted(await test.changes.checkParts(test.at("zhoumin"), ask));
}

describe("the list of parts", () => {
  test("names them in the words of the process, and says what may not be changed", async () => {
    const { groups } = await listed(await openTestChanges());
    expect(groups.map(({ title }) => title.zh)).toEqual(
      expect.arrayContaining([
        "整个流程",
        "环节·登记",
        "环节·归还",
        "表单",
        "操作",
        "规则",
        "台账",
      ]),
    );
    const rows = groups.flatMap(({ parts }) => parts);
    const row = (part: string) => rows.find((one) => one.part === part);
    expect(row("/forms/ask")).toMatchObject({ isOpen: true, says: null, changed: null });
    expect(row("/workflow/rules/withinLimit")).toMatchObject({ isOpen: false });
    expect(row("/workflow/machine/states/asked/meta/events/approve")).toMatchObject({
      ...{ title: { zh: "批准" }, of: { zh: "待批准" }, isOpen: false },
    });
    expect(groups.every(({ add }) => add === null)).toBe(true);
  });

  test("says of the states together what may be added to them, where their author opens that", async () => {
    const file = "workflows/tool-lending/workflow.json";
    const workflow = await exampleFile(file);
    workflow["vary"] = { states: "add", transitions: "add", rules: "add" };
    const dir = await makeExampleTree({ [file]: workflow });
    const { groups } = await listed(await openTestChanges({ dir }));
    const rows = groups.flatMap(({ parts }) => parts);
    const says = (part: string) => rows.find((row) => row.part === part)?.says?.zh;
    expect(says("/workflow/machine")).toContain("可以加环节");
    expect(says("/workflow/machine/states/asked")).toContain("可以加操作和去向");
    expect(says("/workflow/machine/states/asked/meta/events/approve")).toContain("没有放开");
    expect(groups.filter(({ add }) => add !== null).map(({ id }) => id)).toEqual(["rule"]);
  });

  test("marks what the draft changes", async () => {
    const test = await openTestChanges();
    const page = accepted(await open(test, "/workflow/rules/withinLimit"));
    const text = (page.texts[0]?.text ?? "").replace("件数不超过上限", "件数没有超过");
    const edits = [{ part: "/workflow/rules/withinLimit", text }];
    const more = { why: "", wantedFrom: "", revision: null };
    accepted(await test.changes.savePart(test.at("zhoumin"), { ...scope, edits, ...more }));
    const { groups, draft } = await listed(test);
    const changed = groups.flatMap(({ parts }) => parts).filter(({ changed }) => changed !== null);
    expect(changed).toMatchObject([{ part: "/workflow/rules/withinLimit", changed: "draft" }]);
    expect(draft).not.toBeNull();
    expect(accepted(await open(test, "/workflow/rules/withinLimit")).texts[0]?.text).toBe(text);
  });
});

describe("a part as text", () => {
  test("what is not there and cannot be begun is refused; a new one begins with a skeleton", async () => {
    const test = await openTestChanges();
    for (const part of ["/workflow/rules/no-name", "/workflow/none/x", "/nothing", "", "rules"]) {
      expect(codeOf(await open(test, part)), part).toBe("definition/unknown-part");
    }
    const page = accepted(await open(test, "/workflow/rules/newOne"));
    expect(page.texts).toMatchObject([{ isNew: true, canRemove: false }]);
    expect(page.texts[0]?.text).toContain('"when"');
  });

  test("problems carry the line in the text, in words of the place; nothing is kept", async () => {
    const test = await openTestChanges();
    const page = accepted(await open(test, "/forms/ask"));
    const text = page.texts[0]?.text ?? "";
    const field = '"properties": {\n      "note": { "type": "string", "maxLength": 9 },';
    const found = await check(test, "/forms/ask", text.replace('"properties": {', field));
    const line = text.split("\n").findIndex((one) => one.includes('"properties": {')) + 2;
    expect(found.isGood).toBe(false);
    expect(found.problems.map((one) => [one.code, one.line])).toEqual([
      ["check/no-label", line],
      ["check/no-privacy", line],
    ]);
    expect(found.problems[0]?.place?.zh).toBe("表单“借用登记”的字段“note”");
    expect(await check(test, "/forms/ask", "{")).toMatchObject({
      ...{ isGood: false, refusal: null, form: null },
      problems: [{ code: "definition/not-json", line: 1, column: 2 }],
    });
    expect((await listed(test)).draft).toBeNull();
  });

  test("a form is drawn from what is written, a state is said in sentences", async () => {
    const test = await openTestChanges();
    const form = accepted(await open(test, "/forms/ask"));
    expect(form.check.form?.title.zh).toBe("借用登记");
    const state = accepted(await open(test, "/workflow/machine/states/lent"));
    expect(state.check.states).toMatchObject([{ title: { zh: "已借出" } }]);
    const said = state.check.states[0]?.sentences.map(({ zh }) => zh);
    expect(said).toEqual([
      "驻村辅警（警务助理）、驻村民警可以“登记归还”，填“归还登记”，办完符合“有工具损坏”的到“损坏待处理”，其他的到“已归还”。",
      "“借期”到期，自动到“到期未还”。",
    ]);
    const parallel = accepted(await open(test, "/workflow/machine/states/handover"));
    expect(parallel.check.states[0]?.sentences.map(({ zh }) => zh)).toEqual([
      "里面的都办完后，自动到“已借出”。",
      "里面几条线同时办：“receipt”、“tools”。",
    ]);
  });

  test("other people see nothing of it", async () => {
    const test = await openTestChanges();
    const officer = test.cases.as("gaoyuan");
    expect(codeOf(await test.changes.definitionPage(officer, scope))).toBe("change/not-yours");
    const ask = { ...scope, edits: [{ part: "/forms/ask", text: "{}" }] };
    expect(codeOf(await test.changes.checkParts(officer, ask))).toBe("change/not-yours");
  });
});
