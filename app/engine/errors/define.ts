import type { Json } from "../json";
import type { Refusal, RefusalKind } from "../refusal";
import type { Text } from "../text";

export interface ErrorEntry {
  kind: RefusalKind;
  /** For what `check` reports: how much it weighs; an error where nothing is said. */
  severity?: "warning" | "info";
  /** What was found and what to do; `{name}` is filled from the parameters. */
  zh: string;
  en: string;
}

/** One family of the error catalogue: code → entry. A retired code is never used again. */
export function defineErrors<Code extends string>(
  family: Record<Code, ErrorEntry>,
): Record<Code, ErrorEntry> {
  return family;
}

function fill(template: string, params: Record<string, Json>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === "string" ? value : JSON.stringify(value);
  });
}

/** The message of a catalogue entry with its parameters filled in, in both languages. */
export function messageOf(entry: ErrorEntry, params: Record<string, Json> = {}): Text {
  return { zh: fill(entry.zh, params), en: fill(entry.en, params) };
}

/** A refusal from a catalogue entry; `more` adds field faults or reasons. */
export function toRefusal(
  code: string,
  entry: ErrorEntry,
  params: Record<string, Json> = {},
  more: Pick<Refusal, "fields" | "because"> = {},
): Refusal {
  return { code, kind: entry.kind, message: messageOf(entry, params), params, ...more };
}
