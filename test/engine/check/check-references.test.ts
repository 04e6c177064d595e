import { expect, test } from "vitest";
import { check, findings } from "../../support/check-example";
import { changed, exampleDocument } from "../../support/example-document";

const STATES = "/workflow/machine/states";

test("has nothing to say of the example and of its linked package", async () => {
  expect(await check(await exampleDocument())).toEqual([]);
  expect(await check(await exampleDocument("tool-lending.repair"))).toEqual([]);
});

test.each([
  ["rule", `${STATES}/asked/on/approve/guard`],
  ["rule", "/workflow/registers/loanBook/columns/tools/withheldWhen"],
  ["rule", "/workflow/papers/receipt/when"],
  ["rule", "/papers/receipt/blocks/3/when"],
  ["deadline", `${STATES}/asked/meta/due`],
  ["form", `${STATES}/asked/meta/events/cancel/form`],
  ["role", "/workflow/start/roles/0"],
  ["role", "/workflow/moves/void/roles/0"],
  ["phase", `${STATES}/asked/meta/phase`],
  ["state", "/workflow/moves/return/to/0"],
  ["state", "/workflow/papers/receipt/states/0"],
  ["state", "/workflow/mustPass/0/pass"],
  ["event", "/workflow/numbers/loan/on/0"],
  ["event", "/workflow/registers/loanBook/on/1"],
  ["link", `${STATES}/damaged/meta/events/sendToRepair/opens`],
  ["parameter", "/workflow/deadlines/lending/count/parameter"],
  ["fact", "/workflow/deadlines/lending/count/at"],
  ["legal", "/workflow/parameters/maxTools/legal"],
  ["legal", "/workflow/retention/ordinary/legal"],
  ["legal", "/workflow/mustPass/0/legal"],
  ["legal", `${STATES}/asked/meta/events/approve/legal`],
])("finds an unknown %s at %s", async (kind, pointer) => {
  expect(await findings({ [pointer]: "nope" })).toContain(`check/unknown-${kind} ${pointer}`);
});

test("knows what writes a line without a person, and finds what never happens", async () => {
  const on = "/workflow/registers/loanBook/on";
  const told = ["approve", "bringBack", "link:repair.completed", "timer:lending"];
  expect(await findings({ [on]: told })).toEqual([]);
  expect(await findings({ [on]: ["approve", "timer:decision", "link:repair.mended"] })).toEqual([
    `check/unknown-event ${on}/1`,
    `check/unknown-event ${on}/2`,
  ]);
});

test("finds an unknown state in which a move would not be offered", async () => {
  expect(await findings({ "/workflow/moves/withdraw/except": ["lent", "nope"] })).toEqual([
    "check/unknown-state /workflow/moves/withdraw/except/1",
  ]);
});

test("finds a deadline that is not declared, by its name in `after`", async () => {
  const after = `${STATES}/asked/after/patience`;
  expect(await findings({ [after]: "cancelled" })).toContain(`check/unknown-deadline ${after}`);
});

test("finds a paper that is offered without a file", async () => {
  const poster = { title: { zh: "告示" }, order: 2 };
  expect(await findings({ "/workflow/papers/poster": poster })).toEqual([
    "check/unknown-paper /workflow/papers/poster",
  ]);
});

test("finds plugins that are not installed, or not in that major", async () => {
  expect(
    await findings({
      "/workflow/plugins/market-days": "1",
      "/workflow/plugins/china-calendar": "9",
    }),
  ).toEqual([
    "plugin/not-installed /workflow/plugins/market-days",
    "plugin/wrong-major /workflow/plugins/china-calendar",
  ]);
});

test("names the nearest and some of the known names", async () => {
  const document = changed(await exampleDocument(), {
    [`${STATES}/asked/on/approve/guard`]: "withinLimits",
  });
  const found = (await check(document)).find((one) => one.code === "check/unknown-rule");
  expect(found?.message.zh).toContain("最接近的是“withinLimit”");
  expect(found?.message.en).toContain("someDamaged");
});

test("reports unknown rule, action, target and role of one package together", async () => {
  expect(
    await findings({
      [`${STATES}/asked/on/approve/guard`]: "nope",
      [`${STATES}/asked/on/decline`]: "nope",
      [`${STATES}/asked/entry`]: [{ type: "core.shout" }],
      "/workflow/start/roles/0": "nope",
    }),
  ).toEqual([
    `check/unknown-action ${STATES}/asked/entry/0/type`,
    "check/unknown-role /workflow/start/roles/0",
    `check/unknown-rule ${STATES}/asked/on/approve/guard`,
    `check/unknown-state ${STATES}/asked/on/decline`,
    "check/unused /workflow/rules/withinLimit",
  ]);
});
