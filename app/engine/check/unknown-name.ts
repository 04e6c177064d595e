import type { ErrorCode } from "../errors";
import type { JsonObject } from "../json";
import { nearest } from "./nearest";
import { problem, type Problem } from "./problem";

/** Names that a message lists before it breaks off. */
const MAX_LISTED = 12;

/**
 * A name that leads nowhere, with the nearest and the possible ones; empty where it is known. `params` adds
 * to what the code's message says.
 */
export function unknownName(
  code: ErrorCode,
  at: { pointer: string; name: string },
  known: Iterable<string>,
  params: JsonObject = {},
): Problem[] {
  const names = [...known];
  if (names.includes(at.name)) return [];
  const listed = names.slice(0, MAX_LISTED).join(", ");
  return [
    problem(code, at.pointer, {
      ...params,
      name: at.name,
      near: nearest(at.name, names) ?? "—",
      known: names.length > MAX_LISTED ? `${listed}, …` : listed || "—",
    }),
  ];
}
