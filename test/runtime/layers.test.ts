import { expect, test } from "vitest";
import { makeModel } from "../support/make-model";
import {
  accepted,
  codeOf,
  loanForm,
  openTestCases,
  QINGYUAN,
  SHIQIAO,
  startLoan,
  take,
  type TestCases,
} from "../support/open-test-cases";
import { makeExampleTree } from "../support/temp-tree";

const FILE = "workflows/models";
const source = { zh: "来源", en: "Source" };
const longLoans = makeModel({
  id: "long-loans",
  title: { zh: "长借" },
  processes: {
    "tool-lending": {
      parameters: { lendingDays: { value: 10, source, certainty: "assumed" } },
    },
  },
});
const noLoans = makeModel({
  id: "no-loans",
  title: { zh: "不借" },
  processes: { "tool-lending": { on: false } },
});

async function open(): Promise<TestCases> {
  const dir = await makeExampleTree({
    [`${FILE}/long-loans/model.json`]: longLoans as never,
    [`${FILE}/no-loans/model.json`]: noLoans as never,
  });
  return openTestCases({ dir });
}

const adoption = (unit: string, model: string, more: object = {}) => ({
  ...{ unit, kind: null, model, from: "2026-11-01", to: null, settings: {}, decidedBy: null },
  ...more,
});

async function daysAt(cases: TestCases, place: string, day = "2026-11-23"): Promise<unknown> {
  const found = await cases.definitions.resolve({ package: "tool-lending", place, day });
  return accepted(found).params["lendingDays"];
}

test("a model's parameters hold where it is adopted, as the county set them", async () => {
  const cases = await open();
  await cases.people.save({
    modelAdoptions: [
      adoption("991021", "long-loans"),
      adoption("991023", "long-loans", { settings: { "tool-lending": { lendingDays: 12 } } }),
    ],
  });
  expect(await daysAt(cases, SHIQIAO)).toBe(10);
  expect(await daysAt(cases, SHIQIAO, "2026-10-31")).toBe(7);
  expect(await daysAt(cases, QINGYUAN)).toBe(12);
});

test("the model's parameters lie over the county's variant", async () => {
  const cases = await open();
  const variant = { package: "tool-lending", variant: "mountain", from: "2026-11-01", to: null };
  await cases.people.save({ adoptions: [{ ...variant, unit: "991021" }] });
  expect(await daysAt(cases, SHIQIAO)).toBe(14);
  await cases.people.save({ modelAdoptions: [adoption("991021", "long-loans")] });
  const resolved = await cases.definitions.resolve({
    ...{ package: "tool-lending", place: SHIQIAO, day: "2026-11-23" },
  });
  const workflow = accepted(resolved);
  expect(workflow.params["lendingDays"]).toBe(10);
  expect(workflow.document).not.toEqual(undefined);
});

test("the same layers give one definition, which is compiled once", async () => {
  const cases = await open();
  await cases.people.save({
    modelAdoptions: [adoption("991021", "long-loans"), adoption("991023", "long-loans")],
  });
  const at = async (place: string) =>
    accepted(
      await cases.definitions.resolve({ package: "tool-lending", place, day: "2026-11-23" }),
    );
  expect(await at(SHIQIAO)).toBe(await at(QINGYUAN));
});

test("a setting outside what the package allows is refused, and nothing is begun", async () => {
  const cases = await open();
  const settings = { "tool-lending": { lendingDays: 900 } };
  await cases.people.save({ modelAdoptions: [adoption("991021", "long-loans", { settings })] });
  const day = "2026-11-23";
  const resolved = await cases.definitions.resolve({
    package: "tool-lending",
    place: SHIQIAO,
    day,
  });
  expect(codeOf(resolved)).toBe("variant/outside-schema");
});

test("what a model has switched off is neither offered nor begun, with the reason", async () => {
  const cases = await open();
  const before = await startLoan(cases);
  await cases.people.save({ modelAdoptions: [adoption(SHIQIAO, "no-loans")] });
  const session = cases.as("yangxiulan");
  expect(await cases.part.startable(session)).toEqual([]);
  expect(codeOf(await cases.part.startForm(session, "tool-lending", "zh"))).toBe(
    "model/not-in-model",
  );
  const input = { commandId: "c-1", expectedSeq: 0, form: loanForm(), place: SHIQIAO };
  const refused = await cases.part.start(session, { ...input, package: "tool-lending" });
  expect(refused).toMatchObject({
    refusal: { message: { zh: expect.stringContaining("石桥村按“不借”办理") as string } },
  });
  // What was begun goes on as it began.
  accepted(await take(cases, { by: "gaoyuan", caseId: before, event: "approve" }));
});

test("a village without a model offers everything, and officers the villages where it is on", async () => {
  const cases = await open();
  await cases.people.save({ modelAdoptions: [adoption(SHIQIAO, "no-loans")] });
  const form = accepted(await cases.part.startForm(cases.as("gaoyuan"), "tool-lending", "zh"));
  const codes = form.places.map(({ code }) => code);
  expect(codes).toContain("991021200202");
  expect(codes).not.toContain(SHIQIAO);
  expect(await cases.part.startable(cases.as("luojianping"))).toHaveLength(1);
});

test("a village changes its model with its kind, from the day of the approval on", async () => {
  const cases = await open();
  await cases.people.save({
    modelAdoptions: [
      adoption("991021", "no-loans"),
      adoption("991021", "long-loans", { kind: "mountain" }),
    ],
    villageKinds: [
      { unit: SHIQIAO, kind: "plain", from: "2026-01-01", decidedBy: null },
      { unit: SHIQIAO, kind: "mountain", from: "2026-12-01", decidedBy: null },
    ],
  });
  const { models } = cases.definitions;
  const modelOn = (day: string) =>
    accepted(models.modelAt({ place: SHIQIAO, day }))?.model.title.zh;
  expect([modelOn("2026-11-30"), modelOn("2026-12-01")]).toEqual(["不借", "长借"]);
});

test("two models of one level and day are refused with both names", async () => {
  const cases = await open();
  await cases.people.save({
    modelAdoptions: [
      adoption("991021", "no-loans", { to: "2026-12-31" }),
      adoption("991021", "long-loans", { from: "2026-11-10" }),
    ],
  });
  const day = "2026-11-23";
  const resolved = await cases.definitions.resolve({
    package: "tool-lending",
    place: SHIQIAO,
    day,
  });
  expect(codeOf(resolved)).toBe("model/two-in-force");
});

test("two variants for one village and day are refused with the unit's name, and adopting one anew settles it", async () => {
  const cases = await open();
  const adopted = (variant: string | null, from: string, to: string | null) => ({
    ...{ unit: "991021", package: "tool-lending", variant, from, to },
  });
  await cases.people.save({
    adoptions: [adopted(null, "2026-01-01", "2026-12-31"), adopted("mountain", "2026-11-10", null)],
  });
  const ask = { package: "tool-lending", place: SHIQIAO, day: "2026-11-23" };
  const resolved = await cases.definitions.resolve(ask);
  expect(codeOf(resolved)).toBe("runtime/two-variants");
  expect(!resolved.ok && resolved.refusal.message.zh).toMatch(/^云岭县 在 2026-11-23 对/);
  await cases.people.save({ adoptions: [adopted(null, "2026-01-01", null)] });
  expect(codeOf(await cases.definitions.resolve(ask))).toBe("accepted");
});
