import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import { createShiftOpener } from "../../../app/runtime/duty/open-shifts";
import { beginRoster, openStation, publishRoster } from "../../support/make-roster-story";
import { accepted, take } from "../../support/open-test-cases";

test("the roster's watch is expected before it begins; the chief is told of one that nobody signs in for", async () => {
  const cases = await openStation("2026-11-22T19:00");
  const { parts, service } = cases;
  const warned: string[] = [];
  const log = { warn: (event: string) => void warned.push(event) };
  await publishRoster(cases, await beginRoster(cases));
  const open = createShiftOpener({ ...parts, service, log });
  // 值班 begins at 8:30 on the next day: more than twelve hours ahead.
  expect(await open()).toBe(false);
  cases.clock.time = instantOf("2026-11-23T08:00");
  expect(await open()).toBe(true);
  expect(await open()).toBe(false);
  // After a restart the store knows what was registered.
  await createShiftOpener({ ...parts, service, log })();
  const shifts = async () => {
    const rows = await cases.database.run<{ id: string; state: string }>(
      "select id, state from cases where package = 'duty-rotation.shift'",
    );
    return rows.map(({ id, state }) => ({ id, state: JSON.parse(state) as unknown }));
  };
  expect(await shifts()).toEqual([expect.objectContaining({ state: "expected" })]);

  cases.clock.time = instantOf("2026-11-23T08:44");
  await cases.workers.runDue();
  expect(await shifts()).toEqual([expect.objectContaining({ state: "expected" })]);
  cases.clock.time = instantOf("2026-11-23T08:45");
  await cases.workers.runDue();
  const [missed] = await shifts();
  expect(missed?.state).toBe("missed");
  for (const login of ["luming", "gaoyuan"]) {
    const inbox = JSON.stringify(await cases.part.inbox(cases.as(login)));
    expect(inbox).toContain("11月23日");
  }
  const caseId = missed?.id ?? "";
  const arrive = { caseId, event: "arrive", form: { attendance: "present" } };
  accepted(await take(cases, { by: "gaoyuan", ...arrive }));
  expect(warned).toEqual([]);
  await cases.stop();
});

test("a watch that has begun is nobody's to miss", async () => {
  const cases = await openStation();
  const { parts, service } = cases;
  const warned: string[] = [];
  const log = { warn: (event: string) => void warned.push(event) };
  await publishRoster(cases, await beginRoster(cases));
  expect(await createShiftOpener({ ...parts, service, log })()).toBe(false);
  expect(warned).toEqual([]);
  await cases.stop();
});
