import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const LINK = "/workflow/links/repair";
const ON = "/workflow/machine/states/mending/on";
const WAITS = { for: "all", in: ["mending"] };

test.each<[string, Record<string, Json>, string[]]>([
  [
    "a state that waits and is not there, or is an end",
    { [`${LINK}/waits`]: { for: "all", in: ["mending", "repairing", "returned"] } },
    [`check/unknown-state ${LINK}/waits/in/1`, `check/unknown-state ${LINK}/waits/in/2`],
  ],
  [
    "a state of the child that is not there, and a step that nobody takes",
    { [`${LINK}/waits`]: { ...WAITS, done: ["atShop"], except: ["leave"] } },
    [`check/unknown-event ${LINK}/waits/except/0`, `check/unknown-report ${LINK}/waits/done/0`],
  ],
  [
    "a word that never comes where it is awaited",
    {
      [`${LINK}/waits`]: { for: "all", in: ["damaged"] },
      [`${ON}/link:repair.finished`]: "returned",
    },
    [`check/finished-unheard ${ON}/link:repair.finished`],
  ],
  [
    "what is no list, and what names no item",
    { [`${LINK}/each`]: "deposit", [`${LINK}/hold`]: { over: "damagedTools", item: "deposit" } },
    [
      `check/not-a-list ${LINK}/each`,
      `check/not-a-list ${LINK}/hold/over`,
      `check/not-an-item ${LINK}/hold/item`,
    ],
  ],
  [
    "a hold that does not say of what",
    { [`${LINK}/hold`]: {} },
    [`check/missing-key ${LINK}/hold`, `check/missing-key ${LINK}/hold`],
  ],
])("finds %s", async (_what, changes, expected) => {
  expect((await findings(changes)).toSorted()).toEqual(expected);
});

test("lets a state wait, and go on by itself", async () => {
  const changes = { [`${LINK}/waits`]: WAITS, [`${ON}/link:repair.finished`]: "returned" };
  expect(await findings(changes)).toEqual([]);
  expect(await findings({ [`${LINK}/cancel`]: ["void", "abandoned"] })).toEqual([]);
});
