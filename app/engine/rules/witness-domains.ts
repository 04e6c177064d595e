import { isObject, type Json, type JsonObject } from "../json";
import { addDays, isDay } from "../time/zone";
import type { PathType } from "./static-kind";
import { noListUse, type ListUse, type Uses, type VariableUse } from "./variable-use";

/** What a path may be set to while searching; `undefined` in it leaves the path away. */
export interface Domain {
  path: string;
  values: readonly (Json | undefined)[];
  /** Whether being there matters by itself: such paths are settled before anything else is judged. */
  presence: boolean;
}

export interface Domains {
  domains: Domain[];
  /** Whether the values stand for every value there could be. */
  complete: boolean;
}

/** Known of the paths beforehand; all values of a path where there are few. */
export interface Known {
  domains: (path: string) => readonly Json[] | undefined;
  typeOf: (path: string) => PathType | undefined;
}

const MOST_ITEMS = 40;
/** Two items can answer two questions about items, and not always three. */
const LONGEST_LIST = 2;

/** Chooses, for everything that the rules use, values that tell their outcomes apart. */
export function chooseDomains(gathered: Uses, known: Known): Domains {
  const uses = withWholeLists(gathered, known);
  const paths = [...uses.variables.keys(), ...uses.lists.keys()];
  const isHolder = (path: string): boolean =>
    paths.some((other) => other.startsWith(`${path}.`)) || path === "";
  const chosen: (Domain & { complete: boolean })[] = [];
  let complete = true;
  for (const [path, use] of uses.variables) {
    // Part of another path, or a place in a list: not made up here.
    if (isHolder(path) || path.includes("[*]")) complete = false;
    else chosen.push({ path, presence: use.presence, ...valuesOf(path, use, { uses, known }) });
  }
  for (const [path, use] of uses.lists) {
    if (isHolder(path) || path.includes("[*]")) complete = false;
    else chosen.push({ path, presence: use.presence, ...listsOf(path, use, { uses, known }) });
  }
  const domains = chosen.filter(({ values }) => values.length > 0);
  return { domains, complete: complete && chosen.every((domain) => domain.complete) };
}

/** A list that is read as a whole is a list all the same: whether it has items is one question more. */
function withWholeLists({ variables, lists }: Uses, { typeOf }: Known): Uses {
  const folded: Uses = { variables: new Map(), lists: new Map(lists) };
  for (const [path, use] of variables) {
    const list = lists.get(path) ?? (typeOf(path) === "array" ? noListUse() : undefined);
    if (list === undefined) {
      folded.variables.set(path, use);
      continue;
    }
    folded.lists.set(path, {
      ...list,
      questions: list.questions + (use.asCondition ? 1 : 0),
      presence: list.presence || use.presence,
      opaque: list.opaque || use.opaque || use.comparedTo.size > 0 || use.constants.size > 0,
    });
  }
  return folded;
}

interface Context {
  uses: Uses;
  known: Known;
}

interface Values {
  values: (Json | undefined)[];
  complete: boolean;
}

function valuesOf(path: string, use: VariableUse, { uses, known }: Context): Values {
  const absent = use.presence ? [undefined] : [];
  const given = known.domains(path);
  if (given !== undefined) return { values: [...given, ...absent], complete: true };
  const type = known.typeOf(path);
  if (type === "object") return { values: [], complete: false };
  const pool = new Set(use.constants);
  let related = false;
  for (const other of relatedTo(path, uses)) {
    const theirs = known.domains(other);
    for (const value of theirs ?? uses.variables.get(other)?.constants ?? []) pool.add(value);
    if (theirs === undefined && other !== path) related = true;
  }
  const values = around([...pool], { type, asCondition: use.asCondition });
  return { values: [...values, ...absent], complete: values.length > 0 && !related && !use.opaque };
}

/** Everything that a variable is compared with, directly or through others. */
function relatedTo(path: string, uses: Uses): Set<string> {
  const found = new Set([path]);
  for (const each of found) {
    for (const [other, use] of uses.variables) {
      if (use.comparedTo.has(each)) found.add(other);
      if (other === each) for (const next of use.comparedTo) found.add(next);
    }
  }
  return found;
}

/** The constants and something before, between, after or beside them. */
function around(
  pool: Json[],
  { type, asCondition }: { type: PathType | undefined; asCondition: boolean },
): Json[] {
  const numbers = pool.filter((value): value is number => typeof value === "number");
  const texts = pool.filter((value): value is string => typeof value === "string");
  const days = texts.filter(isDay);
  const isBoolean = type === "boolean" || pool.some((value) => typeof value === "boolean");
  const values: Json[] = [
    ...aroundNumbers(
      type === "integer" || type === "number" ? [...numbers, 0] : numbers,
      type === "integer",
    ),
    ...days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]),
    ...texts.filter((text) => !isDay(text)),
  ];
  if (isBoolean || (asCondition && type === undefined)) values.push(true, false);
  // An empty text alone counts as no.
  if (asCondition && type === "string") values.push("");
  if (type === "date" && days.length === 0) values.push("2026-01-01");
  if (type === "string" || (texts.length > 0 && type === undefined && days.length === 0)) {
    values.push(["其他", "别的"].find((text) => !texts.includes(text)) ?? "");
  }
  return [...new Set(values)];
}

function aroundNumbers(numbers: number[], whole: boolean): number[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const next = sorted[index + 1];
    const between = next === undefined ? number + 1 : (number + next) / 2;
    if (whole) return [number - 1, number, number + 1];
    return index === 0 ? [number - 1, number, between] : [number, between];
  });
}

function listsOf(path: string, use: ListUse, { uses, known }: Context): Values {
  const absent = use.presence ? [undefined] : [];
  const given = known.domains(path);
  if (given !== undefined) return { values: [...given, ...absent], complete: true };
  const items = itemsOf(path, use, { uses, known });
  const kept = items.values.slice(0, MOST_ITEMS);
  const pairs = kept.flatMap((one, index) => kept.slice(index).map((other) => [one, other]));
  const lists: Json[] = [[], ...kept.map((item) => [item]), ...pairs];
  const complete =
    items.complete &&
    kept.length === items.values.length &&
    !use.opaque &&
    use.questions <= LONGEST_LIST;
  return { values: [...lists, ...absent], complete };
}

function itemsOf(
  path: string,
  { fields }: ListUse,
  context: Context,
): { values: Json[]; complete: boolean } {
  const self = fields.get("");
  if (self !== undefined || fields.size === 0) {
    if (self === undefined) return { values: [{}], complete: true };
    const { values, complete } = valuesOf(`${path}[*]`, self, context);
    return {
      values: values.flatMap((value) => (value === undefined ? [] : [value])),
      complete: complete && fields.size === 1,
    };
  }
  let items: JsonObject[] = [{}];
  let complete = true;
  for (const [name, use] of fields) {
    const choices = valuesOf(`${path}[*].${name}`, use, context);
    if (!choices.complete || use.comparedTo.size > 0) complete = false;
    if (choices.values.length === 0) continue;
    items = items.flatMap((item) =>
      choices.values.map((value) => withValue(item, name.split("."), value)),
    );
    if (items.length > MOST_ITEMS) return { values: items.slice(0, MOST_ITEMS), complete: false };
  }
  return { values: items, complete };
}

function withValue(
  item: JsonObject,
  [first = "", ...rest]: string[],
  value: Json | undefined,
): JsonObject {
  if (rest.length === 0) return value === undefined ? item : { ...item, [first]: value };
  const held = item[first];
  return { ...item, [first]: withValue(isObject(held) ? held : {}, rest, value) };
}
