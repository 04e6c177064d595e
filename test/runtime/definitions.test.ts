import { expect, test } from "vitest";
import { RefusalError } from "../../app/engine/refusal";
import {
  accepted,
  codeOf,
  openTestCases,
  QINGYUAN,
  SHIQIAO,
  startLoan,
  take,
  type TestCases,
} from "../support/open-test-cases";
import { exampleFile, partAt } from "../support/guarded-tree";
import { versionOn } from "../../app/engine/change/in-force";
import { makeVersion, parameterPatch } from "../support/make-proposal";
import { makeExampleTree } from "../support/temp-tree";

const adoption = { package: "tool-lending", variant: "mountain", to: null };

async function daysAt(cases: TestCases, place: string, day: string): Promise<unknown> {
  const ask = { package: "tool-lending", place, day };
  return accepted(await cases.definitions.resolve(ask)).params["lendingDays"];
}

test("a new matter uses what the nearest unit upwards has adopted on that day", async () => {
  const cases = await openTestCases();
  await cases.people.save({
    adoptions: [
      { ...adoption, unit: "991021", from: "2026-12-01", to: "2026-12-31" },
      { ...adoption, unit: SHIQIAO, variant: null, from: "2026-12-15", to: null },
    ],
  });
  expect(await daysAt(cases, SHIQIAO, "2026-11-30")).toBe(7);
  expect(await daysAt(cases, SHIQIAO, "2026-12-01")).toBe(14);
  expect(await daysAt(cases, SHIQIAO, "2026-12-15")).toBe(7);
  expect(await daysAt(cases, "991021200202", "2026-12-31")).toBe(14);
  expect(await daysAt(cases, "991021200202", "2027-01-01")).toBe(7);
  expect(await daysAt(cases, QINGYUAN, "2026-12-20")).toBe(7);
});

test("what the county changed lies on its variant, from its day on", async () => {
  const patch = parameterPatch("lendingDays", 14, 20);
  const versions = [
    makeVersion("2026-12-05", { patch }),
    makeVersion("2026-12-20", { patch: parameterPatch("lendingDays", 7, 20) }),
  ];
  const changes = { versionOn: versionOn.bind(null, versions) };
  const cases = await openTestCases({ changes });
  await cases.people.save({
    adoptions: [{ ...adoption, unit: "991021", from: "2026-12-01", to: "2026-12-31" }],
  });
  expect(await daysAt(cases, SHIQIAO, "2026-12-04")).toBe(14);
  expect(await daysAt(cases, SHIQIAO, "2026-12-05")).toBe(20);
  expect(await daysAt(cases, QINGYUAN, "2026-12-05")).toBe(7);
  // Written for the package as shipped: on the county's variant it does not fit, and nothing is guessed.
  const ask = { package: "tool-lending", place: SHIQIAO, day: "2026-12-20" };
  expect(codeOf(await cases.definitions.resolve(ask))).toBe("change/unfit");
});

test("a matter stays with the definition that it began with", async () => {
  const cases = await openTestCases();
  const before = await startLoan(cases);
  await cases.people.save({ adoptions: [{ ...adoption, unit: "991021", from: "2026-11-01" }] });
  const after = await startLoan(cases);
  for (const caseId of [before, after]) {
    for (const event of ["approve", "count"]) {
      accepted(await take(cases, { by: "gaoyuan", caseId, event }));
    }
    const form = { signedOn: "2026-11-23" };
    accepted(await take(cases, { by: "gaoyuan", caseId, event: "sign", form }));
  }
  const dayOf = async (caseId: string) =>
    accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId)).deadlines[0]?.due.day;
  expect([await dayOf(before), await dayOf(after)]).toEqual(["2026-12-01", "2026-12-08"]);
});

test("an open matter goes on although its package has changed", async () => {
  const file = "workflows/tool-lending/workflow.json";
  const dir = await makeExampleTree();
  const cases = await openTestCases({ dir });
  const caseId = await startLoan(cases);
  const changed = await exampleFile(file);
  partAt(changed, "rules.withinLimit")["when"] = false;
  const other = await makeExampleTree({ [file]: changed });

  const again = await cases.reopen({ dir: other });
  accepted(await take(again, { by: "gaoyuan", caseId, event: "approve" }));
  const later = await startLoan(again);
  expect(codeOf(await take(again, { by: "gaoyuan", caseId: later, event: "approve" }))).toBe(
    "case/rule-refused",
  );
});

test("an unknown package or variant is refused, a definition that is not stored is a fault", async () => {
  const cases = await openTestCases();
  await cases.people.save({
    adoptions: [{ ...adoption, unit: "991023", variant: "seaside", from: "2026-01-01" }],
  });
  const codeAt = async (name: string, place: string) =>
    codeOf(await cases.definitions.resolve({ package: name, place, day: "2026-11-23" }));
  expect(await codeAt("no-such-thing", SHIQIAO)).toBe("runtime/unknown-package");
  expect(await codeAt("__proto__", SHIQIAO)).toBe("runtime/unknown-package");
  expect(await codeAt("tool-lending", QINGYUAN)).toBe("runtime/unknown-variant");
  await expect(cases.definitions.get("0".repeat(64))).rejects.toThrow(RefusalError);
});
