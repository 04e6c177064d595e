import type { Timer } from "../case";
import { refuse } from "../errors";
import { sameJson, type Json } from "../json";
import type { Found } from "../step";
import type { Instant } from "../time/types";
import {
  carriesLadder,
  ladderInput,
  reminders,
  stop,
  unfired,
  withDates,
  type ClockInput,
} from "./clocks";
import { recountLadder } from "./ladder";
import { recountNotice } from "./notices";
import { no, scopeOf, yes, type Decision, type Situation } from "./situation";

/**
 * The working calendar of a year has come: the matter's provisional dates are counted anew, and with them the last
 * day of its notices. Nothing else changes. Refuses `case/dates-settled` where no date would.
 */
export function recountStep(situation: Situation): Decision<Found> {
  const { workflow, matter, actor, calendar, command, seq, now } = situation;
  const pausedSince = matter.paused?.since ?? null;
  const input: ClockInput = {
    ...{ workflow, calendar, seq, now },
    at: command.occurredAt,
    scope: scopeOf(situation, matter.data),
    paused: pausedSince !== null,
  };
  const timers = recountLadders(
    recountClocks(matter.timers, { ...input, pausedSince }),
    input,
    matter.timers,
  );
  const notices = Object.entries(matter.notices ?? {});
  const moves = notices.some(([name, one]) => recountNotice(name, one, calendar).length > 0);
  const isSame = sameJson(timers as unknown as Json, matter.timers as unknown as Json);
  if (!moves && isSame) return no(refuse("case/dates-settled"));
  const finding = { event: null, transit: null, writes: [], guards: [] };
  return yes({ actor, finding: { ...finding, status: matter.status, clocks: () => timers } });
}

/** Ladders follow their clocks; a rung may be provisional where its clock is not. */
function recountLadders(
  timers: readonly Timer[],
  input: ClockInput,
  before: readonly Timer[],
): Timer[] {
  return timers.filter(carriesLadder).reduce<Timer[]>(
    (all, clock) => {
      const source = input.workflow.source.deadlines?.[clock.deadline];
      const was = before.find(({ id }) => id === clock.id);
      if (source?.ladder === undefined || was === undefined) return all;
      const wasProvisional = was.provisional;
      return recountLadder(all, clock, { source, input: ladderInput(input), wasProvisional });
    },
    [...timers],
  );
}

/** Provisional clocks counted anew, with their reminders; one that stands still keeps another rest. */
function recountClocks(
  timers: readonly Timer[],
  { pausedSince, ...input }: ClockInput & { pausedSince: Instant | null },
): Timer[] {
  return timers.reduce<Timer[]>(
    (all, timer) => {
      const source = input.workflow.source.deadlines?.[timer.deadline];
      if (!timer.provisional || timer.counted === undefined || source === undefined) return all;
      const counted = withDates(timer, timer.counted, input.calendar);
      if (timer.remainder !== null) {
        const since = pausedSince ?? input.at;
        const still = stop({ ...counted, remainder: null }, source, since, input.calendar);
        return all.flatMap((one) => (one === timer ? still : [one]));
      }
      const running = unfired(counted, input.now);
      return all
        .filter((one) => one.kind !== "remind" || !one.id.startsWith(`${timer.id}:r`))
        .flatMap((one) =>
          one === timer ? [running, ...reminders(running, source, input)] : [one],
        );
    },
    [...timers],
  );
}
