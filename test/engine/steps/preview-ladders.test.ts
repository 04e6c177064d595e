import fc from "fast-check";
import { expect, test } from "vitest";
import { isClock } from "../../../app/engine/steps/clocks";
import { planLadder } from "../../../app/engine/steps/ladder";
import { HOUR } from "../../../app/engine/time/duration";
import { fireDue, makeLadder, preview, shown } from "../../support/ladder-story";
import { calendar, officer, type Story } from "../../support/make-workflow";

test("every armed rung equals the preview's and the plan, whatever happens; each is told once", () => {
  const unit = fc.constantFrom("workday" as const, "day" as const, "hour" as const);
  const offsets = fc.uniqueArray(fc.integer({ min: -4, max: 12 }), { minLength: 1, maxLength: 5 });
  const happens = fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 60 }),
      what: fc.constantFrom("fire" as const, "pause" as const, "resume" as const),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      unit,
      offsets,
      fc.boolean(),
      fc.integer({ min: 0, max: 8 }),
      happens,
      (...given) => {
        const [kind, at, urgent, count, story] = given;
        const ladder = [...at]
          .sort((a, b) => a - b)
          .map((offset, i) => ({
            ...{ key: `r${i}`, at: offset, tell: ["officer"] },
            ...(urgent && i === 0 ? { urgent } : {}),
          }));
        const quietHours = { from: "21:00", to: "07:00", restDays: true };
        const told = playLadder(makeLadder({ unit: kind, count, ladder }, { quietHours }), story);
        expect(new Set(told).size).toBe(told.length);
      },
    ),
    { numRuns: 300 },
  );
});

function playLadder(
  story: Story,
  happens: readonly { hours: number; what: "fire" | "pause" | "resume" }[],
): string[] {
  story.send(officer, { type: "start" });
  const told: string[] = [];
  let stoppedBeyond = false;
  for (const { hours, what } of happens) {
    story.now += hours * HOUR;
    if (what === "fire") told.push(...fireDue(story).filter((rung) => /^r\d/.test(rung)));
    else {
      const clock = story.case.timers.find(isClock);
      if (what === "pause" && clock?.fired === true) stoppedBeyond = true;
      story.send(officer, { type: "move", move: what, reason: "等" });
    }
    holdTogether(story, stoppedBeyond);
  }
  return told;
}

/** Rows, preview and plan say the same. */
function holdTogether(story: Story, stoppedBeyond: boolean): void {
  const clock = story.case.timers.find(isClock);
  const source = story.workflow.source.deadlines?.["answer"];
  if (clock === undefined || source === undefined) throw new Error("the clock is gone");
  const rows = story.case.timers.filter(({ kind }) => kind === "rung");
  const seen = preview(story);
  expect(seen.map(({ key }) => key)).toEqual(source.ladder?.map(({ key }) => key));
  for (const row of rows.filter(({ fired, dueAt }) => !fired && dueAt !== null)) {
    const found = seen.find(({ key }) => key === row.rung);
    expect(found).toMatchObject({ is: "coming", at: row.dueAt, timer: row.id });
  }
  const coming = seen.filter(({ is }) => is === "coming");
  expect(coming.length).toBe(rows.filter(({ fired, dueAt }) => !fired && dueAt !== null).length);
  if (clock.dueAt === null || clock.day === null || stoppedBeyond) return;
  const due = { dueAt: clock.dueAt, day: clock.day, provisional: clock.provisional };
  const { quietHours } = story.workflow.source;
  const scope = { params: {} } as never;
  const plan = planLadder(source, due, { scope, calendar, quietHours, now: story.now });
  for (const row of rows.filter(({ fired, dueAt }) => !fired && dueAt !== null))
    expect(plan.find(({ rung }) => rung.key === row.rung)?.at).toBe(row.dueAt);
  // Nothing that lies ahead is without a clock, unless it was told.
  for (const { at, rung } of plan.filter((one) => one.at > story.now))
    expect(
      rows.some((row) => row.rung === rung.key),
      `${rung.key} at ${shown(at)}`,
    ).toBe(true);
}
