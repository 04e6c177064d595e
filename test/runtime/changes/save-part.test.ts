import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../app/engine/json";
import { isObject } from "../../../app/engine/json";
import type { Result, SavePartInput } from "../../../app/runtime/api";
import { accepted, codeOf, QINGYUAN, SHIQIAO, startLoan } from "../../support/open-test-cases";
import { openTestChanges, type Desk, type TestChanges } from "../../support/open-test-changes";
import { exampleFile, partAt } from "../../support/guarded-tree";
import { makeExampleTree } from "../../support/temp-tree";

/** The example, whose author lets counties change more. */
async function openTree(): Promise<TestChanges> {
  const file = "workflows/tool-lending/workflow.json";
  const workflow = await exampleFile(file);
  workflow["vary"] = {
    parameters: "within schema",
    states: "add, change",
    transitions: "add, change",
    rules: "change",
    deadlines: "change",
    "forms.ask": "fields",
  };
  partAt(workflow, "rules.someDamaged")["statutory"] = true;
  partAt(workflow, "rules.someDamaged")["legal"] = "pipl-6";
  return openTestChanges({ dir: await makeExampleTree({ [file]: workflow }) });
}

/** A part of the definition as new matters use it. */
async function partOf(test: TestChanges, pointer: string, place = SHIQIAO): Promise<JsonObject> {
  const ask = { package: "tool-lending", place, day: "2026-11-25" };
  const { source, forms } = accepted(await test.cases.definitions.resolve(ask));
  const document = { workflow: source, forms: formsOf(forms) } as unknown as JsonObject;
  return structuredClone(partAt(document, pointer.slice(1).replaceAll("/", ".")));
}

function formsOf(forms: unknown): Json {
  const entries = [...(forms as Map<string, { source: Json }>)];
  return Object.fromEntries(entries.map(([name, { source }]) => [name, source]));
}

async function save(
  test: TestChanges,
  edits: Record<string, Json | string | null>,
  more: Partial<SavePartInput> = {},
  desk: Desk = "zhoumin",
): Promise<Result<{ id: string }>> {
  return test.changes.savePart(test.at(desk), {
    ...{ unit: null, model: null, package: "tool-lending", why: "村里要", wantedFrom: "" },
    revision: null,
    edits: Object.entries(edits).map(([part, value]) => ({
      part,
      text: value === null || typeof value === "string" ? value : JSON.stringify(value, null, 2),
    })),
    ...more,
  });
}

async function saidOf(test: TestChanges, id: string): Promise<string[]> {
  const view = accepted(await test.changes.proposal(test.at("zhoumin"), id));
  return view.sentences.map((parts) => parts.map(({ text }) => text.zh).join(""));
}

describe("a part of the definition is kept in the draft", () => {
  test("a new field of a form brings its place in the data along", async () => {
    const test = await openTestChanges();
    const form = await partOf(test, "/forms/ask");
    partAt(form, "schema.properties")["note"] = {
      type: "string",
      maxLength: 40,
      label: { zh: "捎带的话", en: "A word with it" },
      privacy: "none",
    };
    (partAt(form, "ui")["ui:order"] as Json[]).push("note");
    const { id } = accepted(await save(test, { "/forms/ask": form }));
    expect(await saidOf(test, id)).toContain("表单“借用登记”增加“捎带的话”（没有可不填）。");
  });

  test("what the draft changed before stays; the same draft is written again", async () => {
    const test = await openTree();
    const deadlines = await partOf(test, "/workflow/deadlines/decision");
    const { id } = accepted(
      await save(test, { "/workflow/deadlines/decision": { ...deadlines, count: 3 } }),
    );
    const rule = await partOf(test, "/workflow/rules/withinLimit");
    const stale = await save(test, { "/workflow/rules/withinLimit": rule });
    expect(codeOf(stale)).toBe("change/stale");
    const title = { zh: "件数不超过规定", en: "Within the limit" };
    const more = { revision: 1 };
    const again = await save(test, { "/workflow/rules/withinLimit": { ...rule, title } }, more);
    expect(accepted(again).id).toBe(id);
    expect(await saidOf(test, id)).toHaveLength(2);
  });

  test("several parts stand together where each alone would break the other", async () => {
    const test = await openTree();
    const asked = await partOf(test, "/workflow/machine/states/asked");
    partAt(asked, "on")["decline"] = "hearing";
    const hearing = {
      meta: {
        title: { zh: "听取意见", en: "Hearing" },
        phase: "asking",
        events: {
          heard: {
            label: { zh: "听过了", en: "Heard" },
            roles: ["officer"],
            noForm: { zh: "没有要写的", en: "Nothing to write" },
            act: "record",
            about: "matter",
          },
        },
      },
      on: { heard: "declined" },
    };
    const alone = await save(test, { "/workflow/machine/states/asked": asked });
    expect(codeOf(alone)).toBe("definition/breaks");
    const both = {
      "/workflow/machine/states/asked": asked,
      "/workflow/machine/states/hearing": hearing,
    };
    const { id } = accepted(await save(test, both));
    expect((await saidOf(test, id)).join()).toContain("听取意见");
    // And gone again, in the same draft.
    partAt(asked, "on")["decline"] = "declined";
    const back = { ...both, "/workflow/machine/states/hearing": null };
    accepted(await save(test, back as never, { revision: 1 }));
    expect(await saidOf(test, id)).toEqual([]);
  });

  test("other counties' people and other posts keep nothing; open matters are not touched", async () => {
    const test = await openTree();
    const before = await startLoan(test.cases);
    const decision = {
      "/workflow/deadlines/decision": await partOf(test, "/workflow/deadlines/decision"),
    };
    expect(codeOf(await save(test, decision, { unit: "991021" }, "wenjie"))).toBe(
      "change/unknown-scope",
    );
    expect(codeOf(await save(test, decision, {}, "gaoyuan" as never))).toBe("change/not-yours");
    expect(await partOf(test, "/workflow/deadlines/decision", QINGYUAN)).toMatchObject({
      count: 1,
    });
    accepted(await test.cases.part.caseView(test.cases.as("gaoyuan"), before));
  });
});

describe("what is refused, with nothing kept", () => {
  const rule = "/workflow/rules/withinLimit";
  test.each<[string, string, Record<string, Json | string | null>]>([
    ["nothing that can be read", "definition/not-json", { [rule]: '{ "title": ' }],
    ["a name twice", "definition/duplicate-key", { [rule]: '{ "when": true, "when": false }' }],
    [
      "a name that reaches a prototype",
      "definition/forbidden-key",
      { [rule]: '{ "__proto__": 1 }' },
    ],
    ["too much", "definition/too-large", { [rule]: `"${"a".repeat(300_000)}"` }],
    ["too deep", "definition/too-deep", { [rule]: "[".repeat(70) }],
    [
      "too much together",
      "definition/too-large",
      { [rule]: " ".repeat(200_000), "/data": " ".repeat(100_000) },
    ],
    ["no such place", "definition/unknown-part", { "/workflow/rules/x/y/z": {} }],
    ["outside the definition", "definition/unknown-part", { "/scenarios": {} }],
    ["the whole of it", "definition/unknown-part", { "": {} }],
    ["no pointer", "definition/unknown-part", { rules: {} }],
    ["a prototype", "definition/unknown-part", { "/workflow/rules/__proto__": {} }],
    ["removing what is not there", "definition/unknown-part", { "/workflow/rules/none": null }],
    ["nothing", "definition/unknown-part", {}],
    ["another kind of value", "definition/breaks", { [rule]: "[]" }],
    ["what is used", "definition/breaks", { "/workflow/deadlines/decision": null }],
    [
      "a fact more",
      "definition/not-open",
      { "/workflow/facts/more": { title: { zh: "甲" }, type: "boolean", value: true } },
    ],
    ["what must be passed", "definition/not-open", { "/workflow/mustPass": [] }],
    ["what may vary", "definition/not-open", { "/workflow/vary": {} }],
    [
      "what the law says",
      "definition/statutory",
      { "/workflow/rules/someDamaged/when": true as Json },
    ],
    ["under a floor", "definition/breaks", { "/workflow/parameters/lendingDays/value": 0 }],
  ])("%s: %s", async (_, code, edits) => {
    const test = await openTree();
    const refused = await save(test, edits);
    expect(codeOf(refused)).toBe(code);
    expect(accepted(await test.changes.rules(test.at("zhoumin"), null)).proposals).toEqual([]);
  });

  test("what is there already", async () => {
    const test = await openTree();
    const same = { [rule]: await partOf(test, rule) };
    expect(codeOf(await save(test, same))).toBe("definition/unchanged");
  });

  test("a way around what must be passed, with each problem and its place", async () => {
    const test = await openTree();
    const asked = await partOf(test, "/workflow/machine/states/asked");
    partAt(asked, "on")["approve"] = "lent";
    const refused = await save(test, { "/workflow/machine/states/asked": asked });
    const fields = refused.ok ? [] : (refused.refusal.fields ?? []);
    expect(codeOf(refused)).toBe("definition/breaks");
    expect(fields.length).toBeGreaterThan(0);
    expect(
      fields.every(({ pointer, message }) => pointer.startsWith("/") && isObject(message)),
    ).toBe(true);
  });
});
