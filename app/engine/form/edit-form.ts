import { isObject, own, type Json, type JsonObject } from "../json";
import { isFieldPath } from "./field-name";

/** A change of a form's shape that a button asks for: one more item in a list, or one fewer. */
export type FormEdit = { edit: "add" | "remove"; pointer: string };

/** What an add or remove button posts: `add:/parties`, `remove:/parties/1`. */
export function editName({ edit, pointer }: FormEdit): string {
  return `${edit}:${pointer}`;
}

/** Reads such a button; null for every other text. */
export function parseEdit(intent: string): FormEdit | null {
  const [, edit, pointer = ""] = /^(add|remove):(\/.*)$/.exec(intent) ?? [];
  const fits = (edit === "add" || edit === "remove") && isFieldPath(pointer.split("/").slice(1));
  return fits ? { edit, pointer } : null;
}

/** The form after the change. A pointer that fits nothing leaves the form as it is. */
export function editForm(form: JsonObject, { edit, pointer }: FormEdit): JsonObject {
  const path = pointer.split("/").slice(1);
  const changed = edit === "add" ? addAt(form, path) : removeAt(form, path);
  return isObject(changed) ? changed : form;
}

function addAt(here: Json | undefined, path: readonly string[]): Json {
  if (path.length === 0) return [...(Array.isArray(here) ? here : []), {}];
  return change(here ?? {}, path, addAt);
}

function removeAt(here: Json | undefined, path: readonly string[]): Json {
  const [index, ...rest] = path;
  if (here === undefined) return {};
  if (Array.isArray(here) && rest.length === 0) return here.filter((_, i) => String(i) !== index);
  return change(here, path, removeAt);
}

type Step = (here: Json | undefined, path: readonly string[]) => Json;

function change(here: Json, [key = "", ...rest]: readonly string[], step: Step): Json {
  if (Array.isArray(here)) {
    return here.map((item, i) => (String(i) === key ? step(item, rest) : item));
  }
  if (!isObject(here)) return here;
  return { ...here, [key]: step(own(here, key), rest) };
}
