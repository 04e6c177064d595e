import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { findings } from "../../support/check-example";

const RULE = "/workflow/rules/withinLimit";
const LENT = "/workflow/machine/states/lent";

const rule = (when: Json, more: Record<string, Json> = {}): Record<string, Json | undefined> => ({
  [`${RULE}/when`]: when,
  [`${RULE}/examples`]: undefined,
  ...more,
});
const used = { "==": [{ var: "data.useNote" }, "x"] };

test("finds a field that may not be filled in where the rule is decided", async () => {
  expect(await findings(rule(used))).toEqual([`check/absence-not-said ${RULE}`]);
});

test("is content where the rule says what absence means", async () => {
  expect(await findings(rule(used, { [`${RULE}/absent`]: { "data.useNote": "unknown" } }))).toEqual(
    [],
  );
  expect(
    await findings(rule(used, { [`${RULE}/absent`]: { "data.useNote": { as: "" } } })),
  ).toEqual([]);
});

test("is content where the variable has a fallback, or its presence is what is asked", async () => {
  expect(await findings(rule({ "==": [{ var: ["data.useNote", "—"] }, "x"] }))).toEqual([]);
  expect(await findings(rule({ "!": [{ missing: ["data.useNote"] }] }))).toEqual([]);
});

test("is content with what the first form asked, or the data always has", async () => {
  expect(await findings(rule({ "==": [{ var: "data.use" }, "farm"] }))).toEqual([]);
  expect(await findings(rule({ "==": [{ var: "data.borrower.name" }, "x"] }))).toEqual([]);
});

test("is content with what the step's own form asks", async () => {
  const when = { "==": [{ var: "data.declineReason" }, "x"] };
  const at = "/workflow/machine/states/asked/on/decline";
  const elsewhere = "/workflow/machine/states/asked/on/approve/guard";
  expect(
    await findings(
      rule(when, {
        [at]: { guard: "withinLimit", target: "declined" },
        [elsewhere]: "someDamaged",
      }),
    ),
  ).toEqual([]);
});

test("is content with what every way to the state has asked, and only then", async () => {
  const when = { "==": [{ var: "data.signedOn" }, "2026-11-23"] };
  const changes = rule(when, {
    "/workflow/machine/states/asked/on/approve/guard": "someDamaged",
    [`${LENT}/on/bringBack/0/guard`]: "withinLimit",
    "/workflow/machine/states/overdue/on/bringBack/0/guard": "withinLimit",
  });
  expect(await findings(changes)).toEqual([]);
  const shortcut = {
    label: { zh: "直接借出" },
    roles: ["officer"],
    noForm: { zh: "没有" },
    act: "record",
    about: "matter",
  };
  expect(
    await findings({
      ...changes,
      "/workflow/machine/states/asked/on/hurry": "lent",
      "/workflow/machine/states/asked/meta/events/hurry": shortcut,
      "/workflow/mustPass": [],
    }),
  ).toEqual([`check/absence-not-said ${RULE}`]);
});

test("asks of the items of a list what every item has", async () => {
  const some = (field: string): Json => ({
    some: [{ var: "data.items" }, { "==": [{ var: field }, "x"] }],
  });
  expect(await findings(rule(some("name")))).toEqual([]);
  const damaged: Json = {
    some: [{ var: "data.items" }, { "==": [{ var: "condition" }, "damaged"] }],
  };
  expect(await findings(rule(damaged))).toEqual([`check/absence-not-said ${RULE}`]);
});
