import { isObject, own, type Json } from "../json";
import type { Roles } from "../check/roles";
import type { Text } from "../text";
import { memberAt, type PatchOperation } from "../variant/patch";
import type { DefinitionDocument, StateSource } from "../workflow-source";
import type { SentencePart } from "./say-change";
import type { PluginFactTitles } from "./scope-words";

/** What sort of thing a described change is about. */
export type ChangeKind =
  | "parameter"
  | "rule"
  | "fact"
  | "deadline"
  | "state"
  | "event"
  | "way"
  | "form"
  | "data"
  | "paper"
  | "register"
  | "text"
  | "other";

/** One thing that a patch changes, as a sentence. */
export interface DescribedChange {
  kind: ChangeKind;
  /** Its name in the definition: a parameter's, a rule's, a state's. */
  name: string;
  sentence: SentencePart[];
}

/** One operation with the values on both sides, in the keyed view. */
export interface Change {
  op: "add" | "replace" | "remove";
  keys: readonly string[];
  from: Json | undefined;
  to: Json | undefined;
}

/** Everything that describing needs. */
export interface Describing {
  before: DefinitionDocument;
  after: DefinitionDocument;
  changes: readonly Change[];
  plugins?: PluginFactTitles | undefined;
  /** What roles are called. */
  roles?: Roles | undefined;
}

/** The changes of a patch with what stood there before. `view` is the keyed view of the parent. */
export function changesOf(
  view: Json,
  patch: readonly PatchOperation[],
  keysOf: (pointer: string) => string[] | undefined,
): Change[] {
  return patch.flatMap((operation): Change[] => {
    const keys = keysOf(operation.path);
    if (operation.op === "test" || keys === undefined) return [];
    const from = memberAt(view, keys);
    return [
      { op: operation.op, keys, from, to: operation.op === "remove" ? undefined : operation.value },
    ];
  });
}

/**
 * A sentence from a pattern in both languages; `{name}` stands for parts, in the same order in both.
 * `phrase("增加规则{rule}。", "A new rule: {rule}.", { rule: added(title) })`.
 */
export function phrase(
  zh: string,
  en: string,
  slots: Readonly<Record<string, SentencePart | readonly SentencePart[]>> = {},
): SentencePart[] {
  const [chinese, english] = [zh, en].map((pattern) => pattern.split(/\{(\w+)\}/));
  return (chinese ?? []).flatMap((piece, index) => {
    if (index % 2 === 1) return [slots[piece] ?? []].flat();
    const other = english?.[index] ?? "";
    return piece === "" && other === "" ? [] : [{ text: { zh: piece, en: other } }];
  });
}

/** A part that is marked as new. */
export function isNew(text: Text): SentencePart {
  return { text, mark: "new" };
}

/** A part that is struck. */
export function wasOld(text: Text): SentencePart {
  return { text, mark: "old" };
}

/** A name in quotes, neither new nor old. */
export function named(text: Text): SentencePart {
  return { text: inQuotes(text) };
}

/** A name in quotes that is marked as new. */
export function added(text: Text): SentencePart {
  return isNew(inQuotes(text));
}

/** A name in quotes that is struck. */
export function removed(text: Text): SentencePart {
  return wasOld(inQuotes(text));
}

export function inQuotes({ zh, en }: Text): Text {
  return { zh: `“${zh}”`, en: `“${en ?? zh}”` };
}

/** A text of a document; undefined where it is none. */
export function textOf(value: Json | undefined): Text | undefined {
  return isObject(value) && typeof value["zh"] === "string"
    ? (value as unknown as Text)
    : undefined;
}

/** What people call something that carries a title or a label; its name where it has none. */
export function titleOf(thing: unknown, name: string): Text {
  const source = isObject(thing) ? (thing as { [key: string]: Json }) : {};
  return textOf(own(source, "title")) ?? textOf(own(source, "label")) ?? { zh: name, en: name };
}

/** A state of a machine by its path, `consent` or `handover.receipt`. */
export function stateAt(machine: StateSource, path: readonly string[]): StateSource | undefined {
  return path.reduce<StateSource | undefined>((state, name) => own(state?.states, name), machine);
}

/** What a state is called. */
export function stateTitle(machine: StateSource, path: readonly string[]): Text {
  const name = path.at(-1) ?? "";
  return stateAt(machine, path)?.meta?.title ?? { zh: name, en: name };
}

/** The title of whatever a target leads to: a sibling, a child (`.first`) or a state by its id (`#lent`). */
export function targetTitle(machine: StateSource, target: string): Text {
  const name = target.replace(/^[#.]/, "").split(".").at(-1) ?? target;
  return findState(machine, name)?.meta?.title ?? { zh: name, en: name };
}

/** Names of states are unique in a machine, and so are their ids. */
function findState(source: StateSource, name: string): StateSource | undefined {
  for (const [key, state] of Object.entries(source.states ?? {})) {
    if (key === name || state.id === name) return state;
    const found = findState(state, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A list of names in quotes: “甲”、“乙”. */
export function listed(texts: readonly Text[]): Text {
  return {
    zh: texts.map(({ zh }) => `“${zh}”`).join("、"),
    en: texts.map(({ zh, en }) => `“${en ?? zh}”`).join(", "),
  };
}
