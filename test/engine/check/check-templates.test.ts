import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const TITLE = "/workflow/caseTitle/zh";
const COLUMN = "/workflow/registers/loanBook/columns/tools/value";
const TABLE = "/papers/receipt/blocks/4";

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "a field that does not exist",
    { [TITLE]: "{{data.items[*].title}}" },
    [`check/unknown-path ${TITLE}`],
  ],
  ["a root that does not exist", { [TITLE]: "{{form.use}}" }, [`check/unknown-path ${TITLE}`]],
  ["a group written as text", { [COLUMN]: "{{data.borrower}}" }, [`check/not-a-value ${COLUMN}`]],
  [
    "a list of groups written as text",
    { [COLUMN]: "{{data.items}}" },
    [`check/not-a-value ${COLUMN}`],
  ],
  [
    "a display that does not exist",
    { [COLUMN]: "{{data.pickUpDay | date}}" },
    [`check/unknown-display ${COLUMN}`],
  ],
  [
    "a label of what has no choices",
    { [COLUMN]: "{{data.useNote | label}}" },
    [`check/label-without-choices ${COLUMN}`],
  ],
  [
    "braces that do not pair up",
    { [COLUMN]: "{{case.number}" },
    [`check/broken-template ${COLUMN}`],
  ],
  [
    "a table over what is no list",
    { [`${TABLE}/over`]: "data.borrower" },
    [`check/not-a-list ${TABLE}/over`],
  ],
  [
    "a table over nothing",
    { [`${TABLE}/over`]: "data.tools" },
    [`check/unknown-path ${TABLE}/over`],
  ],
  [
    "a column of a field that an item does not have",
    { [`${TABLE}/columns/0/value/zh`]: "{{item.title}}" },
    [`check/unknown-path ${TABLE}/columns/0/value/zh`],
  ],
  [
    "an item outside a table",
    { "/papers/receipt/blocks/1/text/zh": "{{item.name}}" },
    ["check/unknown-path /papers/receipt/blocks/1/text/zh"],
  ],
  [
    "a message that reads nothing",
    { "/workflow/machine/states/lent/after/lending/actions/0/params/text/zh": "{{case.no}}" },
    ["check/unknown-path /workflow/machine/states/lent/after/lending/actions/0/params/text/zh"],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});

test.each([
  "{{data.items[*].condition | label}}",
  "{{facts.toolCount}} {{params.maxTools}} {{user.role}}",
  "{{links.repair[*].state}} {{links.repair[*].exported.cost | core.money}}",
  "no braces at all, or {one pair}",
])("is content with %s", async (text) => {
  expect(await findings({ [COLUMN]: text })).toEqual([]);
});
