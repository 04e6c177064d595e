import { endsWith } from "../links/cancel";
import { parseTell } from "../projection/tell";
import type { WorkflowSource } from "../workflow-source";

/** Names of all tells, as actions write them. */
export function tellNames({ links = {} }: WorkflowSource): string[] {
  return Object.entries(links).flatMap(([link, { tells = {} }]) =>
    Object.keys(tells).map((name) => `tell:${link}.${name}`),
  );
}

/** Names of the words by which children hear how their parent stands: ordered by the engine, never by a package. */
export function parentWordNames({ links = {} }: WorkflowSource): string[] {
  return Object.entries(links).flatMap(([link, source]) =>
    endsWith(source).length === 0 ? [] : [`parent:${link}`],
  );
}

/** True for an action that tells children something. */
export function isTell(type: string): boolean {
  return type.startsWith("tell:") && parseTell(type) !== undefined;
}
