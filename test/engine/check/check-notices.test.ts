import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const AT = "/workflow/notices/loans";

/** Loans of village tools made public for the time of the loan; anybody may object to the approval. */
const NOTICE = {
  title: { zh: "公具借用公示", en: "Tools lent" },
  on: ["approve"],
  ends: ["bringBack"],
  over: "data.items",
  columns: {
    tool: { title: { zh: "工具", en: "Tool" }, value: "{{item.name}}", order: 1 },
    use: { title: { zh: "用途", en: "Use" }, value: "{{data.use | label}}", order: 2 },
  },
  text: { zh: "{{case.placeName}}借出公用工具，借期 {{params.lendingDays}} 天。" },
  until: "lending",
};

/** What is found in the example with this notice, changed at pointers below it. */
function found(changes: Record<string, Json | undefined>): Promise<string[]> {
  const under = Object.entries(changes).map(([at, value]) => [
    at.startsWith("/") ? at : `${AT}/${at}`,
    value,
  ]);
  return findings({ [AT]: structuredClone(NOTICE), ...Object.fromEntries(under) });
}

/** The repair as rows, and who may object to it. */
const OVER_REPAIRS = {
  over: "links.repair",
  "columns/tool/value": "{{item.exported.tools}}",
  objection: { event: "mend", link: "repair" },
};

test("lets a notice over a list of the data stand, and one over linked matters", async () => {
  expect(await found({})).toEqual([]);
  expect(
    await found({
      over: "links.repair",
      "columns/tool/value": "{{item.exported.tools}}",
      where: { "==": [{ var: "end" }, "completed"] },
    }),
  ).toEqual([]);
});

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    "steps, a deadline and a link that do not exist",
    {
      on: ["aprove"],
      ends: ["bringback"],
      until: "lendin",
      objection: { event: "approve", link: "repairs" },
    },
    [
      `check/objection-link ${AT}/objection/link`,
      `check/unknown-deadline ${AT}/until`,
      `check/unknown-event ${AT}/ends/0`,
      `check/unknown-event ${AT}/on/0`,
      `check/unknown-link ${AT}/objection/link`,
    ],
  ],
  ["a list that does not exist", { over: "data.tools" }, [`check/unknown-path ${AT}/over`]],
  ["a list that is none", { over: "data.use" }, [`check/not-a-list ${AT}/over`]],
  [
    "a field that an item does not have, and one that the matter does not have",
    { "columns/tool/value": "{{item.colour}}", "text/zh": "{{data.owner}}" },
    [`check/unknown-path ${AT}/columns/tool/value`, `check/unknown-path ${AT}/text/zh`],
  ],
  [
    "a name that not everybody may see, masked or not",
    {
      "columns/tool": {
        title: { zh: "借用人" },
        value: "{{data.borrower.name | core.mask}}",
        order: 1,
        mask: true,
      },
    },
    [`check/not-public ${AT}/columns/tool/value`],
  ],
  [
    "the matter's id, and who published it",
    { "text/zh": "{{case.id}} {{user.name}}" },
    [`check/not-public ${AT}/text/zh`, `check/not-public ${AT}/text/zh`],
  ],
  [
    "a name in the heading, although everybody may see it",
    {
      "/data/properties/borrower/properties/name/privacy/visibility": ["public"],
      "title/zh": "{{data.borrower.name}}的借用公示",
      "text/zh": "{{data.borrower.name}}借出公用工具。",
    },
    [`check/not-public ${AT}/title/zh`],
  ],
  [
    "a telephone, whoever may see it",
    {
      "/data/properties/borrower/properties/phone/privacy/visibility": ["public"],
      contact: { zh: "{{data.borrower.phone}}" },
    },
    [
      "check/public-identifier /data/properties/borrower/properties/phone/privacy/visibility",
      `check/notice-identifier ${AT}/contact/zh`,
    ].sort(),
  ],
  [
    "a heading that announces a number",
    { "columns/tool/title": { zh: "身份证号（隐去中间）" } },
    [`check/notice-identifier ${AT}/columns/tool`],
  ],
  [
    "a heading that asks for a belief",
    { "columns/tool/title": { zh: "民族" } },
    [`check/denied-belief ${AT}/columns/tool`],
  ],
  [
    "a condition over items where there are none",
    { over: undefined, where: { "==": [1, 1] }, "columns/tool/value": "{{case.number}}" },
    [`check/missing-key ${AT}`],
  ],
  [
    "a condition that reads what an item does not have, or does not compile",
    {
      where: { "==": [{ var: "colour" }, "red"] },
      held: { when: { has: [1] }, mark: { zh: "暂缓" } },
    },
    [`rule/unknown-operator ${AT}/held/when`, `rule/unknown-variable ${AT}/where/==/0/var`],
  ],
  [
    "an objection that is not open to villagers",
    OVER_REPAIRS,
    [`check/objection-not-villager ${AT}/objection/event`],
  ],
  [
    "an objection that the rows cannot take",
    { objection: { event: "mend", link: "repair" } },
    [`check/objection-link ${AT}/objection/link`],
  ],
  [
    "an objection that does not exist",
    { ...OVER_REPAIRS, objection: { event: "mended", link: "repair" } },
    [`check/unknown-event ${AT}/objection/event`],
  ],
  [
    "an objection without a form",
    {
      objection: { event: "cancel" },
      "/workflow/machine/states/asked/meta/events/cancel/roles": ["auxiliary", "villager"],
    },
    [`check/objection-without-form ${AT}/objection/event`],
  ],
  ["a key of its own", { colour: "red" }, [`check/unknown-key ${AT}/colour`]],
])("finds %s", async (_what, changes, expected) => {
  expect(await found(changes)).toEqual(expected);
});

test("lets a fact be shown only with everything that it is worked out from", async () => {
  const shown = { "text/zh": "共 {{facts.toolCount}} 件" };
  expect(await found(shown)).toEqual([]);
  const count = "/data/properties/items/items/properties/count/privacy";
  const privacy = {
    purpose: { zh: "清点" },
    legal: "lending-3",
    retention: "ordinary",
    visibility: ["officer"],
  };
  expect(await found({ ...shown, [count]: privacy })).toEqual([`check/not-public ${AT}/text/zh`]);
});

test("looks at the child's data where rows are linked matters", async () => {
  const open = {
    over: "links.repair",
    "columns/tool/value": "{{item.exported.cost}}",
  };
  expect(await found(open)).toEqual([]);
  expect(await found({ ...open, "columns/tool/value": "{{item.id}}" })).toEqual([
    `check/not-public ${AT}/columns/tool/value`,
  ]);
});
