import type { Command } from "../command";
import type { Scope } from "../scope";
import { afterQuiet } from "../time/quiet-hours";
import type { Calendar, Instant } from "../time/types";
import type { Workflow } from "../workflow";
import { quietHoursOf } from "./ladder";

/**
 * When a message that a clock causes may go out: nothing where it may at once. What people do speaks at once too:
 * somebody is up then, and meant it.
 */
export function heldUntil(
  workflow: Workflow,
  ask: { action: string; command: Command; scope: Scope; now: Instant; calendar: Calendar },
): { notBefore?: Instant } {
  const { action, command, scope, now, calendar } = ask;
  if (command.type !== "timer" || action !== "core.notify") return {};
  const quiet = quietHoursOf(workflow.source.quietHours, scope);
  if (quiet === null || isUrgent(workflow, command.timer)) return {};
  const { at } = afterQuiet(now, quiet, calendar);
  return at > now ? { notBefore: at } : {};
}

/** A timer's id names its deadline and, at the end, its rung. */
function isUrgent(workflow: Workflow, timer: string): boolean {
  const [, deadline = "", , part = ""] = timer.split(":");
  const source = workflow.source.deadlines?.[deadline];
  const rung = part.startsWith("l") ? part.slice(1) : undefined;
  return (
    source?.urgent === true ||
    source?.ladder?.some(({ key, urgent }) => key === rung && urgent === true) === true
  );
}
