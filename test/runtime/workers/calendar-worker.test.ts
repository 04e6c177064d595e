import { expect, test } from "vitest";
import type { CalendarYear, Plugin } from "../../../app/engine/plugin/api";
import { createRegistry } from "../../../app/engine/plugin/registry";
import type { Registry } from "../../../app/engine/plugin/registry-types";
import { loadPlugins } from "../../../app/runtime/plugins";
import { verifyDatabase } from "../../../app/storage/verify/verify-database";
import { listProvisionalMatters } from "../../../app/storage/provisional-matters";
import { accepted, openTestCases, startLoan, take } from "../../support/open-test-cases";
import { openPlots, publish } from "../../support/plots";

const NEXT: CalendarYear = {
  year: 2027,
  source: "test",
  holidays: ["2027-01-01", "2027-01-04"],
  workdays: ["2027-01-03"],
};

/** The installed plugins once the calendar of 2027 has come. */
function withNextYear(): Registry {
  const plugins = [...loadPlugins().plugins.values()].map((plugin): Plugin => ({
    ...plugin,
    ...(plugin.calendars && {
      calendars: plugin.calendars.map((calendar) => ({
        ...calendar,
        years: { ...calendar.years, 2027: NEXT },
      })),
    }),
  }));
  return createRegistry(plugins);
}

test("after a restart with the calendar of the year, a notice ends on its real last day", async () => {
  const plots = await openPlots("2026-12-28T10:00");
  const id = await publish(plots);
  expect(accepted(await plots.cases.part.notice(id))).toMatchObject({
    ...{ until: "2027-01-04", provisional: true },
  });

  // A restart with nothing new changes nothing.
  const same = await plots.cases.reopen();
  await same.workers.runDue();
  expect(accepted(await same.part.notice(id)).provisional).toBe(true);

  const cases = await same.reopen({ registry: withNextYear() });
  await cases.workers.runDue();
  expect(accepted(await cases.part.notice(id))).toMatchObject({
    ...{ until: "2027-01-05", provisional: false },
    countdown: { provisional: false },
  });
  const view = accepted(await cases.part.caseView(cases.as("gaoyuan"), plots.round));
  expect(view.history[0]?.title.zh).toBe("放假安排公布，暂定的日期重新算过");
  const { findings } = await verifyDatabase(cases.database, { hashOf: () => "" });
  expect(findings.filter(({ code }) => code !== "verify/definition")).toEqual([]);
  expect(cases.log.warn).not.toHaveBeenCalled();
});

test("a due day on a worklist is counted anew, and paper of the days before can still be entered", async () => {
  const cases = await openTestCases({ clock: "2026-12-31T10:00" });
  const caseId = await startLoan(cases, { pickUpDay: "2026-12-31" });
  const dueOf = async (from: typeof cases) =>
    (await from.part.worklist(from.as("gaoyuan"), { queue: "unit", after: null })).rows[0]?.due;
  expect(await dueOf(cases)).toMatchObject({ kind: "provisional", day: "2027-01-01" });

  const later = await cases.reopen({ registry: withNextYear() });
  later.clock.time = cases.clock.time + 60 * 60 * 1000;
  await later.workers.runDue();
  expect(await dueOf(later)).toMatchObject({ day: "2027-01-03" });
  expect((await dueOf(later))?.kind).not.toBe("provisional");
  const view = accepted(await later.part.caseView(later.as("gaoyuan"), caseId));
  expect(view.history).toHaveLength(2);
  expect(view.history[0]?.when).toEqual(view.history[1]?.when);
  accepted(await take(later, { by: "gaoyuan", caseId, event: "approve" }));
});

test("what is provisional is found by an index, page by page", async () => {
  const cases = await openTestCases({ clock: "2026-12-31T10:00" });
  const ids = [await startLoan(cases), await startLoan(cases), await startLoan(cases)].sort();
  const ask = {
    ...{ upToDay: "2027-12-31", today: "2026-12-31", after: "", limit: 2 },
  };
  const first = await listProvisionalMatters(cases.database, ask);
  expect(first.map(({ caseId }) => caseId)).toEqual(ids.slice(0, 2));
  const rest = await listProvisionalMatters(cases.database, { ...ask, after: ids[1] ?? "" });
  expect(rest.map(({ caseId }) => caseId)).toEqual(ids.slice(2));
  // Beyond the last year that is known, nothing can have changed.
  expect(await listProvisionalMatters(cases.database, { ...ask, upToDay: "2026-12-31" })).toEqual(
    [],
  );
  const plan = await cases.database.run<{ detail: string }>(
    "explain query plan select distinct case_id from timers where provisional = 1 and case_id > ? order by case_id",
    [""],
  );
  expect(plan.map(({ detail }) => detail).join()).toContain("timers_provisional");
});
