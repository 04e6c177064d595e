import type { Timer } from "../case";
import type { JsonObject } from "../json";
import type { Text } from "../text";
import { offsetUnitOf } from "../time/offset-unit";
import type { DeadlineUnit } from "../time/types";
import type { RungSource } from "../ladder-source";
import { offsetOf } from "./ladder";
import type { Finding } from "./settle";
import { scopeOf, type Situation } from "./situation";

/**
 * A rung is reached: its people are told, those of the rungs above it where nobody holds its roles, and the task goes
 * to whom it is handed over.
 */
export function climbRung(
  situation: Situation,
  timer: Timer,
  markFired: (timers: readonly Timer[]) => Timer[],
): Partial<Finding> {
  const source = situation.workflow.source.deadlines?.[timer.deadline];
  const ladder = source?.ladder ?? [];
  const index = ladder.findIndex(({ key }) => key === timer.rung);
  const rung = ladder[index];
  const clocks = (timers: readonly Timer[]): Timer[] => markFired(timers);
  if (source === undefined || rung === undefined) return { clocks };
  const { handOver } = rung;
  const title = source.title;
  const offset = offsetOf(rung, scopeOf(situation, situation.matter.data)) ?? 0;
  const text =
    rung.text ?? rungText(situation, { title, offset, unit: offsetUnitOf(source), rung });
  const firstOf = ladder.slice(index).map(({ tell }) => [...tell]);
  return {
    clocks,
    effects: [{ action: "core.notify", params: toParams(firstOf, text) }],
    ...(handOver === undefined ? {} : { handOver: { path: timer.path, role: handOver } }),
  };
}

function toParams(firstOf: string[][], { zh, en }: Text): JsonObject {
  return { to: { firstOf }, text: { zh, ...(en === undefined ? {} : { en }) } };
}

const UNITS: Record<DeadlineUnit, { zh: string; en: string }> = {
  workday: { zh: "个工作日", en: "working day" },
  day: { zh: "天", en: "day" },
  hour: { zh: "小时", en: "hour" },
  month: { zh: "个月", en: "month" },
};

/** What is said where the package says nothing of its own. */
function rungText(
  { workflow, matter }: Situation,
  said: { title: Text; offset: number; unit: DeadlineUnit; rung: RungSource },
): Text {
  const { title, offset, unit, rung } = said;
  const { zh, en } = UNITS[unit];
  const count = Math.abs(offset);
  const long = { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? "" : "s"}` };
  const state: { zh: string; en: string } =
    offset < 0
      ? { zh: `还有 ${long.zh}到期，请安排办理。`, en: `is due in ${long.en}; please arrange it.` }
      : offset === 0
        ? { zh: "到期了，还没有办，请过问。", en: "is due and not done; please look into it." }
        : {
            zh: `超期 ${long.zh}，还没有办，请过问。`,
            en: `is ${long.en} overdue and not done; please look into it.`,
          };
  const role = rung.handOver === undefined ? undefined : workflow.roles[rung.handOver]?.title;
  const handed =
    rung.handOver === undefined
      ? { zh: "", en: "" }
      : {
          zh: `这一步现在交${role?.zh ?? rung.handOver}办理。`,
          en: ` It is now with: ${role?.en ?? role?.zh ?? rung.handOver}.`,
        };
  const number = matter.number ?? "";
  return {
    zh: `${number} ${title.zh}${state.zh}${handed.zh}`.trim(),
    en: `${number}: ${title.en ?? title.zh} ${state.en}${handed.en}`,
  };
}
