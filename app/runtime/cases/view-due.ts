import type { Case, Task, Timer } from "../../engine/case";
import { legalText } from "./legal-text";
import { dueOf } from "../../engine/steps/clocks";
import { dueChip, type DueChip } from "../../engine/time/due-chip";
import type { Calendar, DeadlineUnit, DueDate, Instant } from "../../engine/time/types";
import type { Text } from "../../engine/text";
import { deadlineBasis } from "./deadline-basis";
import { wholeScope, type Reading } from "./reading";

const CLOSED: Record<Exclude<Case["status"], "open">, Text> = {
  ended: { zh: "已办结", en: "Closed" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
  void: { zh: "已作废", en: "Void" },
};

/** The chip of a matter that is no longer open, else null. */
export function closedChip(status: Case["status"]): DueChip | null {
  return status === "open" ? null : { kind: "done", text: CLOSED[status], day: null };
}

/** The chip of one clock. */
export function timerChip(reading: Reading, timer: Timer): DueChip {
  const { workflow, now, calendar } = reading;
  const unit = workflow.source.deadlines?.[timer.deadline]?.unit;
  return dueChip({
    due: dueDateOf(timer),
    now,
    calendar,
    paused: timer.remainder !== null,
    ...(unit === undefined ? {} : { unit }),
  });
}

/** The chip of a state: of its own clock or an enclosing state's; null where no clock runs there. */
export function stateChip(reading: Reading, path: string): DueChip | null {
  const { matter } = reading;
  const running = dueOf(matter.timers, path);
  const stopped = matter.timers.find(
    (timer) =>
      timer.remainder !== null && (path === timer.path || path.startsWith(`${timer.path}.`)),
  );
  const timer = running ?? stopped;
  return timer === undefined ? null : timerChip(reading, timer);
}

/** The chip of a task as a worklist shows it. */
export function taskChip(
  task: Pick<Task, "dueAt" | "dueDay" | "provisional">,
  how: { now: Instant; calendar: Calendar; unit?: DeadlineUnit; paused: boolean },
): DueChip {
  const due =
    task.dueAt === null || task.dueDay === null
      ? null
      : { dueAt: task.dueAt, day: task.dueDay, provisional: task.provisional };
  return dueChip({
    due,
    now: how.now,
    calendar: how.calendar,
    paused: how.paused && due === null,
    ...(how.unit === undefined ? {} : { unit: how.unit }),
  });
}

function dueDateOf(timer: Timer): DueDate | null {
  const { dueAt, day, provisional } = timer;
  return dueAt === null || day === null ? null : { dueAt, day, provisional };
}

/** Every deadline that runs or stands still, the nearest first, with what it is counted from. */
export function deadlineViews(
  reading: Reading,
): { title: Text; due: DueChip; basis: Text; legal?: Text }[] {
  const { workflow, matter, calendar } = reading;
  return matter.timers
    .filter((timer) => timer.kind === "due" || timer.kind === "transition")
    .sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))
    .flatMap((timer) => {
      const source = workflow.source.deadlines?.[timer.deadline];
      if (source === undefined) return [];
      const scope = wholeScope(reading, timer.path);
      const legal = legalText(workflow, source);
      return [
        {
          title: source.title,
          due: timerChip(reading, timer),
          basis: deadlineBasis({ workflow, matter, timer, scope, calendar }),
          ...(legal === undefined ? {} : { legal }),
        },
      ];
    });
}
