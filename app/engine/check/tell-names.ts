import { parseTell } from "../projection/tell";
import type { WorkflowSource } from "../workflow-source";

/** Names of all tells, as actions write them. */
export function tellNames({ links = {} }: WorkflowSource): string[] {
  return Object.entries(links).flatMap(([link, { tells = {} }]) =>
    Object.keys(tells).map((name) => `tell:${link}.${name}`),
  );
}

/** True for an action that tells children something. */
export function isTell(type: string): boolean {
  return type.startsWith("tell:") && parseTell(type) !== undefined;
}
