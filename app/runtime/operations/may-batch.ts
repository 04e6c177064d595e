import type { Case } from "../../engine/case";
import { lineage } from "../../engine/machine/state-index";
import { activePaths } from "../../engine/machine/state-value";
import type { RoleId } from "../../engine/person";
import type { Workflow } from "../../engine/workflow";

/**
 * Whether a matter's row can be ticked: where it stands its package allows something at once on several matters, to
 * one of these roles. Whether it is really theirs now is judged when it is done.
 */
export function mayBatch(
  { workflow, matter }: { workflow: Workflow; matter: Case },
  roles: ReadonlySet<RoleId>,
): boolean {
  const isTheirs = (named: readonly RoleId[]) => named.some((role) => roles.has(role));
  const metas = activePaths(matter.state)
    .flatMap(lineage)
    .map((path) => workflow.machine.states.get(path)?.meta);
  return (
    metas.some(
      (meta) =>
        meta?.decision?.batch === true ||
        Object.values(meta?.events ?? {}).some((one) => one.batch === true && isTheirs(one.roles)),
    ) ||
    Object.values(workflow.source.operations ?? {}).some(
      (one) => one.batch === true && isTheirs([...one.roles, ...(one.over ?? [])]),
    )
  );
}
