import type { Case, Timer } from "../case";
import type { RoleId } from "../person";
import type { Scope } from "../scope";
import type { Text } from "../text";
import { offsetUnitOf } from "../time/offset-unit";
import type { Calendar, DeadlineUnit, Instant } from "../time/types";
import type { Workflow } from "../workflow";
import { carriesLadder } from "./clocks";
import { isRungOf, offsetOf, planLadder, type PlannedRung } from "./ladder";

/** What becomes of one rung, as things stand. */
export interface RungPreview {
  key: string;
  offset: number | null;
  /** `passed`: its moment had gone by when the clock started; `undated`: the deadline has no date yet. */
  is: "coming" | "told" | "paused" | "passed" | "undated";
  /** When it goes out, or went; null where that cannot be said. */
  at: Instant | null;
  /** When it would go out if the quiet hours did not keep it; null where they do not. */
  keptFrom: Instant | null;
  provisional: boolean;
  /** Told at night too. */
  isUrgent: boolean;
  tell: RoleId[];
  handOver: RoleId | null;
  /** The clock of the rung where one is armed, or has fired. */
  timer: string | null;
}

/** Whom one deadline of a matter brings it to, and when. */
export interface LadderPreview {
  deadline: string;
  path: string;
  title: Text;
  /** In which its rungs lie before or after its last day. */
  unit: DeadlineUnit;
  rungs: RungPreview[];
}

/** Who would be told when, for every deadline of the matter that runs or stands still. Pure. */
export function previewLadders(
  workflow: Workflow,
  matter: Case,
  ask: { now: Instant; calendar: Calendar; scopeAt: (path: string) => Scope },
): LadderPreview[] {
  return matter.timers.filter(carriesLadder).flatMap((clock): LadderPreview[] => {
    const source = workflow.source.deadlines?.[clock.deadline];
    if (source?.ladder === undefined) return [];
    const scope = ask.scopeAt(clock.path);
    const { quietHours } = workflow.source;
    const { now, calendar } = ask;
    const planned =
      clock.dueAt === null || clock.day === null
        ? []
        : planLadder(
            source,
            { dueAt: clock.dueAt, day: clock.day, provisional: clock.provisional },
            { scope, calendar, quietHours, now },
          );
    const rungs = source.ladder.map((rung): RungPreview => {
      const row = matter.timers.find((one) => isRungOf(one, clock) && one.rung === rung.key);
      const plan = planned.find((one) => one.rung.key === rung.key);
      const { tell, handOver = null, key } = rung;
      const isUrgent = source.urgent === true || rung.urgent === true;
      const said = {
        isUrgent,
        key,
        offset: offsetOf(rung, scope),
        tell,
        handOver,
        timer: row?.id ?? null,
      };
      return { ...said, ...standing(clock, row, plan) };
    });
    const { deadline, path } = clock;
    return [{ deadline, path, title: source.title, unit: offsetUnitOf(source), rungs }];
  });
}

/** A deadline that is not reached yet fixes its rungs; beyond it their own clocks say it, which a pause may move. */
function standing(
  clock: Timer,
  row: Timer | undefined,
  plan: PlannedRung | undefined,
): Pick<RungPreview, "is" | "at" | "keptFrom" | "provisional"> {
  const nothing = { at: null, keptFrom: null, provisional: false };
  if (row?.fired === true)
    return { ...nothing, is: "told", at: row.dueAt, provisional: row.provisional };
  if (row !== undefined && row.remainder !== null) return { ...nothing, is: "paused" };
  if (row === undefined || plan === undefined)
    return plan === undefined
      ? { ...nothing, is: clock.remainder === null ? "undated" : "paused" }
      : { ...nothing, is: "passed", at: plan.at };
  const at = clock.fired ? row.dueAt : plan.at;
  const keptFrom = plan.due === plan.at || at !== plan.at ? null : plan.due;
  return { is: "coming", at, keptFrom, provisional: row.provisional };
}
