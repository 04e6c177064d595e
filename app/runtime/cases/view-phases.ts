import type { Case } from "../../engine/case";
import { lineage } from "../../engine/machine/state-index";
import { activePaths, leavesOf } from "../../engine/machine/state-value";
import type { Text } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import type { CaseView } from "../api";
import type { Reading } from "./reading";
import { stateChip } from "./view-due";

/** The way of the matter: what lies behind, where it is, what is still to come. Phases that were passed over are left out. */
export function phaseViews(workflow: Workflow, matter: Case): CaseView["phases"] {
  const phases = Object.entries(workflow.source.phases ?? {}).sort(
    ([, a], [, b]) => a.order - b.order,
  );
  const now = new Set(leavesOf(matter.state).flatMap((leaf) => phaseOf(workflow, leaf) ?? []));
  const visited = new Set(matter.visited.flatMap((path) => phaseOf(workflow, path) ?? []));
  const last = Math.max(
    ...phases.filter(([name]) => now.has(name)).map(([, phase]) => phase.order),
    -Infinity,
  );
  return phases.flatMap(([name, { title, order }]): CaseView["phases"] => {
    if (matter.status !== "open") return visited.has(name) ? [{ title, is: "done" }] : [];
    if (now.has(name)) return [{ title, is: "now" }];
    if (order > last) return [{ title, is: "to" }];
    return visited.has(name) ? [{ title, is: "done" }] : [];
  });
}

function phaseOf(workflow: Workflow, path: string): string | undefined {
  return lineage(path)
    .map((state) => workflow.machine.states.get(state)?.meta?.phase)
    .find((phase) => phase !== undefined);
}

/** The states that the matter is in now: the innermost that people have a name for. */
export function stateViews(reading: Reading): CaseView["states"] {
  const { workflow, matter } = reading;
  return namedLeaves(workflow, matter).map(({ path, title }) => {
    const meta = workflow.machine.states.get(path)?.meta;
    return {
      path,
      title,
      ...(meta?.help === undefined ? {} : { help: meta.help }),
      ...(meta?.waits === undefined ? {} : { waits: meta.waits }),
      due: matter.status === "open" ? stateChip(reading, path) : null,
    };
  });
}

/** Each active leaf, or the nearest state around it that has a title; finished regions are left out. */
export function namedLeaves(
  workflow: Workflow,
  matter: Pick<Case, "state" | "status">,
): { path: string; title: Text }[] {
  const active = activePaths(matter.state);
  const leaves = leavesOf(matter.state);
  const open = leaves.filter((leaf) => workflow.machine.states.get(leaf)?.kind !== "final");
  const found = (open.length > 0 ? open : leaves).flatMap((leaf) => {
    const path = lineage(leaf).find(
      (state) =>
        active.includes(state) && workflow.machine.states.get(state)?.meta?.title !== undefined,
    );
    const title = path === undefined ? undefined : workflow.machine.states.get(path)?.meta?.title;
    return path === undefined || title === undefined ? [] : [{ path, title }];
  });
  return found.filter(({ path }, i) => found.findIndex((one) => one.path === path) === i);
}
