import { refuse } from "../errors";
import type { Json, JsonObject } from "../json";
import type { Refusal } from "../refusal";
import { isIndex, parseFieldName, FIELD_PREFIX, type FieldKind } from "./field-name";
import { readText } from "./field-text";

type Read = { ok: true; form: JsonObject } | { ok: false; refusal: Refusal };

/** A place in the form while it is being put together. */
interface Place {
  members: Map<string, Place>;
  values: Json[];
  marks: Set<FieldKind>;
}

const MOST_FIELDS = 4_000;

/**
 * The JSON that a posted form stands for, from the names and texts of its fields. Nothing typed means
 * absent; lists are closed up; a group without any answer is absent unless it is marked. Refuses
 * `http/unreadable-field` for a name that no form of ours writes, `http/too-many-fields` beyond 4,000.
 */
export function readPostedForm(entries: Iterable<readonly [string, string]>): Read {
  const root = emptyPlace();
  let count = 0;
  for (const [name, text] of entries) {
    if (name !== FIELD_PREFIX && !name.startsWith(`${FIELD_PREFIX}/`)) continue;
    if (++count > MOST_FIELDS) {
      return { ok: false, refusal: refuse("http/too-many-fields", { most: MOST_FIELDS }) };
    }
    const parsed = parseFieldName(name);
    if (!parsed) {
      return { ok: false, refusal: refuse("http/unreadable-field", { name: name.slice(0, 80) }) };
    }
    put(placeAt(root, parsed.path), parsed.kind, text);
  }
  return { ok: true, form: toGroup(root) };
}

function emptyPlace(): Place {
  return { members: new Map(), values: [], marks: new Set() };
}

function placeAt(root: Place, path: readonly string[]): Place {
  let here = root;
  for (const part of path) {
    let next = here.members.get(part);
    if (!next) here.members.set(part, (next = emptyPlace()));
    here = next;
  }
  return here;
}

function put(place: Place, kind: FieldKind, text: string): void {
  const isMark = kind === "list" || kind === "group" || kind === "unticked";
  if (isMark || kind === "each") place.marks.add(kind);
  const value = isMark ? undefined : readText(kind, text);
  if (value !== undefined) place.values.push(value);
}

/** The value of a place; undefined where nothing was answered. */
function toValue(place: Place): Json | undefined {
  const { members, values, marks } = place;
  if (marks.has("each")) return values.length > 0 ? values : undefined;
  if (marks.has("list") || (members.size > 0 && [...members.keys()].every(isIndex))) {
    return toList(place);
  }
  if (marks.has("group") || members.size > 0) {
    return marks.has("group") || isAnswered(place) ? toGroup(place) : undefined;
  }
  return values.at(-1) ?? (marks.has("unticked") ? false : undefined);
}

function toList(place: Place): Json | undefined {
  const items = [...place.members]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, item]) => toValue(item))
    .filter((item) => item !== undefined);
  return items.length > 0 || place.marks.has("list") ? items : undefined;
}

function toGroup(place: Place): JsonObject {
  const group: JsonObject = {};
  for (const [key, member] of place.members) {
    const value = toValue(member);
    if (value !== undefined) group[key] = value;
  }
  return group;
}

/** A box left unticked is no answer by itself: it does not bring an optional group into being. */
function isAnswered({ members, values, marks }: Place): boolean {
  return (
    values.length > 0 ||
    marks.has("list") ||
    marks.has("group") ||
    [...members.values()].some(isAnswered)
  );
}
