import type { Json } from "../json";
import type { Refusal, RefusalKind } from "../refusal";
import { isObject } from "../json";
import { say, type Language, type Text } from "../text";

export interface ErrorEntry {
  kind: RefusalKind;
  /** For what `check` reports: how much it weighs; an error where nothing is said. */
  severity?: "warning" | "info";
  /** What was found and what to do; `{name}` is filled from the parameters, of a text in this language. */
  zh: string;
  en: string;
  /** The same for a county's administrator, who knows neither the files of a package nor their keys. */
  county?: { zh: string; en: string };
}

/** One family of the error catalogue: code → entry. A retired code is never used again. */
export function defineErrors<Code extends string>(
  family: Record<Code, ErrorEntry>,
): Record<Code, ErrorEntry> {
  return family;
}

/** What a message is filled with: values as they are, and words in the reader's language. */
export type ErrorParams = Record<string, Json | Text>;

function fill(template: string, params: ErrorParams, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (typeof value === "string") return value;
    return isText(value) ? say(value, language) : JSON.stringify(value);
  });
}

function isText(value: Json | Text): value is Text {
  return isObject(value) && typeof value["zh"] === "string";
}

/** The message of a catalogue entry with its parameters filled in, in both languages. */
export function messageOf(entry: Pick<ErrorEntry, "zh" | "en">, params: ErrorParams = {}): Text {
  return { zh: fill(entry.zh, params, "zh"), en: fill(entry.en, params, "en") };
}

/** A refusal from a catalogue entry; `more` adds field faults or reasons. */
export function toRefusal(
  code: string,
  entry: ErrorEntry,
  params: ErrorParams = {},
  more: Pick<Refusal, "fields" | "because"> = {},
): Refusal {
  const message = messageOf(entry, params);
  // A text is JSON too, which its type does not say.
  return { code, kind: entry.kind, message, params: params as Record<string, Json>, ...more };
}
