import { deepStrictEqual, ok } from "node:assert";
import { SYSTEM } from "../../app/engine/person";
import { DAY } from "../../app/engine/time/duration";
import { unownedPaths } from "./algebra-looks";
import type { Story } from "./make-workflow";

/** Longer than any package leaves a task with nobody, its highest rung included. */
const LONG = 60 * DAY;

/**
 * Lets the time go by in which a task may be nobody's, and nothing else: every rung of its ladder is climbed, says it
 * to its roles, and gives the task to the role that it names.
 */
export function tellOfUnowned(story: Story): void {
  const { workflow, case: matter } = story;
  const { unowned, deadlines = {} } = workflow.source;
  if (unowned === undefined || matter.status !== "open" || matter.paused !== null) return;
  const ladder = deadlines[unowned.deadline]?.ladder ?? [];
  const paths = unownedPaths(workflow, matter);
  const begun = matter.timers.filter(
    ({ deadline, fired }) => deadline === unowned.deadline && fired,
  );
  story.now += LONG;
  const told = new Map<string, string[]>();
  for (;;) {
    const rung = story.case.timers
      .filter(
        ({ kind, deadline, fired }) => kind === "rung" && deadline === unowned.deadline && !fired,
      )
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
    if (rung === undefined) break;
    const command = { type: "timer", timer: rung.id, id: `timer:${rung.id}` } as const;
    const result = story.send(SYSTEM, command);
    ok(result.ok, result.ok ? "" : result.refusal.message.zh);
    ok(result.entry.outcome.effects.length === 1, "nobody is told");
    told.set(rung.path, [...(told.get(rung.path) ?? []), rung.rung ?? ""]);
  }
  for (const path of paths) {
    const before = begun.flatMap((one) => (one.path === path && one.rung ? [one.rung] : []));
    const all = [...before, ...(told.get(path) ?? [])];
    deepStrictEqual(all.sort(), ladder.map(({ key }) => key).sort(), `not told of ${path}`);
  }
  const given = ladder.flatMap(({ handOver }) => handOver ?? []).at(-1);
  for (const { path, slot, handedTo, roles } of story.case.tasks) {
    if (given === undefined || slot !== undefined || !paths.includes(path)) continue;
    ok(handedTo === given && roles.join() === given, `${path} is still everybody's`);
  }
}
