import type { StateValue } from "../case";
import type { RoleId } from "../person";
import type { EventMeta } from "../workflow-source";
import { lineage, type StateInfo } from "./state-index";
import { activePaths } from "./state-value";

/** The states that are active together, and what people can do in them. */
export interface Configuration {
  /** Every active state, in document order, without the root. */
  paths: readonly string[];
  /** Each event that they offer, as the innermost of them declares it. */
  offers: ReadonlyMap<string, { path: string; meta: EventMeta }>;
  /** The innermost states that people act in, with the roles that can act there or in the states around them. */
  tasks: readonly { path: string; roles: readonly RoleId[] }[];
  /** The states in which several people decide together. */
  decisions: readonly string[];
}

/** Finds the configuration of a state value. */
export function configurationOf(
  states: ReadonlyMap<string, StateInfo>,
  value: StateValue,
): Configuration {
  const paths = activePaths(value);
  const eventsOf = (path: string) => Object.entries(states.get(path)?.meta?.events ?? {});
  const acted = paths.filter((path) => eventsOf(path).length > 0);
  const innermost = acted.filter((path) => !acted.some((other) => other.startsWith(`${path}.`)));
  // Of two that declare an event the later one here counts: the inner one, or the first in the document.
  const weakestFirst = [
    "",
    ...[...paths].reverse().sort((a, b) => lineage(a).length - lineage(b).length),
  ];
  return {
    paths,
    offers: new Map(
      weakestFirst.flatMap((path) =>
        eventsOf(path).map(([event, meta]) => [event, { path, meta }] as const),
      ),
    ),
    tasks: innermost.map((path) => ({
      path,
      roles: [
        ...new Set(
          lineage(path)
            .flatMap(eventsOf)
            .flatMap(([, { roles }]) => roles),
        ),
      ].sort(),
    })),
    decisions: paths.filter((path) => states.get(path)?.meta?.decision !== undefined),
  };
}
