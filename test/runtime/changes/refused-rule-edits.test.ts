import { describe, expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import type { RuleEditInput } from "../../../app/runtime/api";
import { accepted, codeOf } from "../../support/open-test-cases";
import { openTestChanges } from "../../support/open-test-changes";
import {
  asked,
  asText,
  editOf,
  examples,
  farm,
  loan,
  openRuleTree,
  rulePageOf,
  saveRule,
  strict,
  three,
} from "../../support/rule-edits";

describe("what cannot be kept is refused, and nothing is stored", () => {
  const row = (change: object) => ({ join: "and", items: [{ ...three, ...change }] });
  const deep = (depth: number): Json => (depth === 0 ? true : { "!": deep(depth - 1) });
  const many = JSON.stringify(Array.from({ length: 51 }, () => examples[0]));

  test.each<[string, Partial<RuleEditInput>, string]>([
    ["rows that are none", { rows: "null" }, "change/rule-unfinished"],
    ["rows that are no text of rows", { rows: "{" }, "change/rule-unfinished"],
    [
      "a row without a value",
      { rows: JSON.stringify(row({ value: "" })) },
      "change/rule-unfinished",
    ],
    [
      "a number that is left empty",
      { rows: JSON.stringify(row({ comparison: "is", value: "" })) },
      "change/rule-value",
    ],
    ["no rows at all", { rows: '{"join":"and","items":[]}' }, "change/rule-unfinished"],
    [
      "a comparison that there is not",
      { rows: JSON.stringify(row({ comparison: "log" })) },
      "change/rule-unfinished",
    ],
    [
      "a path to a prototype in rows",
      { rows: JSON.stringify(row({ path: "data.__proto__.x" })) },
      "change/rule-unfinished",
    ],
    [
      "a prototype as a key of rows",
      { rows: '{"join":"and","items":[],"__proto__":{}}' },
      "change/rule-unfinished",
    ],
    [
      "rows that would open as something else",
      {
        rows: JSON.stringify({
          join: "and",
          items: [three, { path: "data.use", comparison: "oneOf", other: "facts.toolCount" }],
        }),
      },
      "change/rule-not-kept",
    ],
    [
      "a number that is none",
      { rows: JSON.stringify(row({ value: "三件" })) },
      "change/rule-value",
    ],
    [
      "a day that is none",
      { rows: JSON.stringify(row({ path: "data.pickUpDay", value: "明天" })) },
      "change/rule-value",
    ],
    [
      "a choice that there is not",
      { rows: JSON.stringify({ join: "and", items: [{ ...farm, value: "party" }] }) },
      "definition/breaks",
    ],
    [
      "unlike things",
      { rows: JSON.stringify(row({ path: "data.use", value: 3 })) },
      "definition/breaks",
    ],
    [
      "a field that there is not",
      { rows: JSON.stringify(row({ path: "data.ghost" })) },
      "definition/breaks",
    ],
    ["text that is no JSON", asText("借用件数 <= 3"), "change/rule-unreadable"],
    ["a text without end", asText(`"${"x".repeat(20_001)}"`), "change/rule-unreadable"],
    [
      "an operator that is not allowed",
      asText({ log: { var: "data.use" } }),
      "rule/unknown-operator",
    ],
    [
      "the operator that calls methods",
      asText({ method: [{ var: "data.use" }, "constructor"] }),
      "rule/unknown-operator",
    ],
    ["an operator of a prototype", asText({ toString: [1] }), "rule/unknown-operator"],
    [
      "a path to a prototype",
      asText({ "==": [{ var: "data.constructor.name" }, "Object"] }),
      "rule/forbidden-path",
    ],
    ["a computed path", asText({ var: { cat: ["data.", "use"] } }), "rule/variable-not-literal"],
    ["two operators in one", asText({ "==": [1, 1], "!=": [1, 2] }), "rule/one-operator"],
    ["too deep", asText(deep(40)), "rule/too-deep"],
    [
      "deeper than any stack",
      asText(`${'{"!":['.repeat(3000)}1${"]}".repeat(3000)}`),
      "change/rule-unreadable",
    ],
    ["too large", asText({ in: [1, Array.from({ length: 2001 }, () => 1)] }), "rule/too-large"],
    ["a key that reaches a prototype", asText('{"__proto__": [1]}'), "change/rule-unreadable"],
    ["a key twice", asText('{"==": [1, 1], "==": [1, 2]}'), "change/rule-unreadable"],
    ["examples that are no list", { examples: "{}" }, "change/examples-unreadable"],
    ["examples that are no JSON", { examples: "[" }, "change/examples-unreadable"],
    ["more examples than a file may have", { examples: many }, "change/examples-unreadable"],
    [
      "an example with another key",
      { examples: '[{"given":{},"expect":true,"run":"x"}]' },
      "change/examples-unreadable",
    ],
    [
      "an example of another part",
      { examples: '[{"given":{"process":{}},"expect":true}]' },
      "change/examples-unreadable",
    ],
    [
      "an expectation that there is not",
      { examples: '[{"given":{},"expect":"maybe"}]' },
      "change/examples-unreadable",
    ],
    [
      "an example that reaches a prototype",
      { examples: '[{"given":{"data":{"__proto__":{"use":"farm"}}},"expect":true}]' },
      "change/examples-unreadable",
    ],
    [
      "an example that comes out otherwise",
      { examples: JSON.stringify([{ given: loan(9, "farm"), expect: true }]) },
      "change/examples-fail",
    ],
    [
      "no sentence for the refused",
      { refusal: { zh: " ", en: "No." } },
      "change/rule-without-words",
    ],
    [
      "a sentence without end",
      { refusal: { zh: "长".repeat(201), en: "" } },
      "change/rule-without-words",
    ],
  ])("%s", async (_, change, code) => {
    const test = await openRuleTree();
    const edit = editOf(strict, change);
    expect(codeOf(await saveRule(test, edit))).toBe(code);
    const tried = accepted(await test.changes.tryRule(test.at("zhoumin"), { ...asked, edit }));
    expect(tried.refusal?.code).toBe(code);
    expect((await rulePageOf(test)).draft).toBeNull();
  });

  test("a rule that the package keeps: its words and further examples, and nothing else", async () => {
    const test = await openTestChanges();
    const page = await rulePageOf(test);
    expect(page.closed?.zh).toContain("本县不能改");
    const refusal = { zh: "请分次借。", en: "" };
    const had = JSON.parse(page.verdict.examplesText) as Json[];
    const kept = asText(page.verdict.when);
    const text = (all: Json[]) => JSON.stringify(all);
    const more = [...had, { given: loan(1, "farm"), expect: true }];
    const cut = text(had.slice(1));
    expect(codeOf(await saveRule(test, editOf(strict)))).toBe("definition/not-open");
    expect(codeOf(await saveRule(test, editOf({}, { ...kept, examples: cut })))).toBe(
      "definition/not-open",
    );
    accepted(await saveRule(test, editOf({}, { ...kept, examples: text(more), refusal })));
  });

  test("a rule that is not there, somebody whose work it is not, another county, a model that is not here", async () => {
    const test = await openRuleTree();
    const edit = editOf(strict);
    expect(codeOf(await saveRule(test, edit, { rule: "toString" }))).toBe("change/unknown-rule");
    expect(codeOf(await saveRule(test, edit, { package: "ghost" }))).toBe(
      "runtime/unknown-package",
    );
    expect(codeOf(await saveRule(test, edit, { unit: "991023" }))).toBe("change/unknown-scope");
    expect(codeOf(await saveRule(test, edit, { model: "ghost" }))).toBe("change/unknown-scope");
    const stranger = {
      ...test.at("zhoumin"),
      person: { ...test.at("zhoumin").person, assignments: [] },
    };
    const no = [
      await test.changes.rulePage(stranger, { ...asked, edit: null }),
      await test.changes.tryRule(stranger, { ...asked, edit }),
      await test.changes.saveRule(stranger, {
        ...asked,
        edit,
        why: "",
        wantedFrom: "",
        revision: null,
      }),
    ];
    expect(no.map(codeOf)).toEqual(Array(3).fill("change/not-yours"));
  });
});
