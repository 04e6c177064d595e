import type { NextAsked } from "../../engine/operations/next-asked";
import { lineage } from "../../engine/machine/state-index";
import { whyAvoid } from "../../engine/avoid";
import type { NextChoice } from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { Reading } from "../cases/reading";
import { keptOut, personChoices } from "./person-choices";

/** Those whom a step may name to act next (自选下一步处理人); undefined where it names nobody. */
export async function nextChoice(
  parts: CaseParts,
  reading: Reading,
  asked: NextAsked | undefined,
): Promise<NextChoice | undefined> {
  if (asked === undefined) return undefined;
  const { workflow, matter, people } = reading;
  const { least, most, paths } = asked;
  const roles = asked.roles.length > 0 ? asked.roles : rolesIn(reading, paths);
  const known = new Map(roles.flatMap((role) => people.holders(role)).map((one) => [one.id, one]));
  const targets = [...known.values()].filter((one) =>
    paths.some((path) => whyAvoid({ workflow, data: matter.data }, path, one) === null),
  );
  if (targets.length === 0 && least === 0) return undefined;
  const out = paths.flatMap((path) => keptOut(reading, { roles, path }));
  return {
    ...{ least, most },
    offered: await personChoices(parts, reading, { targets, roles }),
    keepOut: out.filter(({ name }) => !targets.some((one) => one.name === name)),
  };
}

/** Whoever can take an event of one of these states. */
function rolesIn({ workflow }: Pick<Reading, "workflow">, paths: readonly string[]): string[] {
  const metas = paths
    .flatMap(lineage)
    .map((path) => workflow.machine.states.get(path)?.meta?.events);
  return [
    ...new Set(metas.flatMap((events) => Object.values(events ?? {}).flatMap((one) => one.roles))),
  ];
}
