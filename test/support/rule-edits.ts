import type { Json } from "../../app/engine/json";
import type { ConditionGroup, Result, RuleEditInput, SaveRuleInput } from "../../app/runtime/api";
import { accepted } from "./open-test-cases";
import { openTestChanges, type Desk, type TestChanges } from "./open-test-changes";
import { exampleFile, partAt } from "./guarded-tree";
import { makeExampleTree } from "./temp-tree";

/** The example, whose author leaves it to counties when a loan is too large; or, with `opens`, more than that. */
export async function openRuleTree(opens = "rules.withinLimit"): Promise<TestChanges> {
  const file = "workflows/tool-lending/workflow.json";
  const workflow = await exampleFile(file);
  partAt(workflow, "vary")[opens] = "change";
  return openTestChanges({ dir: await makeExampleTree({ [file]: workflow }) });
}

const count = { path: "facts.toolCount" };
/** The row that the example's rule has. */
export const limit = { ...count, comparison: "atMost", other: "params.maxTools" } as const;
/** A row of the example: no more than three tools. */
export const three = { ...count, comparison: "atMost", value: 3 } as const;
/** Only for farm work. */
export const farm = { path: "data.use", comparison: "is", value: "farm" } as const;
/** Rows that are stricter than the example's. */
export const strict: ConditionGroup = { join: "and", items: [limit, three, farm] };

/** What an example gives of a loan. */
export const loan = (tools: number, use: string): Json => ({
  data: { use, items: [{ count: tools }] },
});
/** Examples that they decide as these say. */
export const examples: Json[] = [
  { title: { zh: "三件农具" }, given: loan(3, "farm"), expect: true },
  { given: loan(4, "farm"), expect: false },
  { given: { data: { items: [{ count: 2 }] } }, expect: "unknown" },
];

/** An edit of the example's rule, by rows unless it says otherwise. */
export function editOf(rows: unknown, more: Partial<RuleEditInput> = {}): RuleEditInput {
  return {
    mode: "rows",
    rows: JSON.stringify(rows),
    when: "",
    examples: JSON.stringify(examples),
    refusal: { zh: "一次最多借三件，只借给农活用。", en: "" },
    ...more,
  };
}

/** The same by text. */
export const asText = (when: Json | string): Partial<RuleEditInput> => ({
  mode: "text",
  when: typeof when === "string" ? when : JSON.stringify(when),
});

/** The rule that is edited. */
export const asked = { unit: null, model: null, package: "tool-lending", rule: "withinLimit" };

/** Saves an edit as the county's personnel office. */
export async function saveRule(
  test: TestChanges,
  edit: RuleEditInput,
  more: Partial<SaveRuleInput> = {},
  desk: Desk = "zhoumin",
): Promise<Result<{ id: string }>> {
  const said = { why: "工具不够分", wantedFrom: "", revision: null };
  return test.changes.saveRule(test.at(desk), { ...asked, ...said, edit, ...more });
}

/** The rule's page as that office opens it. */
export async function rulePageOf(test: TestChanges, rule = "withinLimit") {
  return accepted(await test.changes.rulePage(test.at("zhoumin"), { ...asked, rule, edit: null }));
}
