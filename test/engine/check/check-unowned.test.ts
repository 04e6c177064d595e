import { expect, test } from "vitest";
import { findings } from "../../support/check-example";

const TAKING = "/workflow/deadlines/taking";
const taking = {
  ...{ title: { zh: "认领" }, from: "entry", count: 1, unit: "workday" },
  ladder: [{ key: "officer", at: 0, tell: ["officer"] }],
};
const allowed = {
  "/workflow/operations": { claim: { roles: ["officer"] } },
  "/workflow/unowned": { deadline: "taking", in: ["asked"] },
};

test("has nothing to say of a time that begins with the state, tells somebody, and is stopped by claiming", async () => {
  expect(await findings({ [TAKING]: taking, ...allowed })).toEqual([]);
});

test("finds a time that begins elsewhere, that tells nobody, or that a state has for itself", async () => {
  const elsewhere = { ...taking, from: { date: "pickUpDay" } };
  expect(await findings({ [TAKING]: elsewhere, ...allowed })).toEqual([
    `check/unowned-from ${TAKING}/from`,
  ]);
  const { ladder: _, ...untold } = taking;
  expect(await findings({ [TAKING]: untold, ...allowed })).toEqual([
    `check/unowned-untold ${TAKING}`,
  ]);
  const shared = { ...allowed, "/workflow/unowned": { deadline: "decision", in: ["asked"] } };
  const found = await findings(shared);
  expect(found.filter((one) => one.startsWith("check/unowned-shared"))).not.toEqual([]);
});

test("finds a time that nobody can stop, that holds nowhere, or that is not there", async () => {
  const { "/workflow/unowned": unowned } = allowed;
  expect(await findings({ [TAKING]: taking, "/workflow/unowned": unowned })).toEqual([
    "check/unowned-unclaimed /workflow/unowned",
  ]);
  const nowhere = { ...allowed, "/workflow/unowned": { deadline: "taking", in: ["returned"] } };
  expect(await findings({ [TAKING]: taking, ...nowhere })).toContain(
    "check/unowned-nowhere /workflow/unowned",
  );
  const missing = { ...allowed, "/workflow/unowned": { deadline: "takking" } };
  expect(await findings({ [TAKING]: taking, ...missing })).toContain(
    "check/unknown-deadline /workflow/unowned/deadline",
  );
});
