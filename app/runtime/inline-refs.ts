import { posix } from "node:path";
import { problem, type LocatedProblem } from "../engine/check/problem";
import type { ErrorCode } from "../engine/errors";
import { isObject, own, type Json, type JsonObject } from "../engine/json";
import { pointerTo, valueAt } from "../engine/json-pointer";
import { MAX_DEPTH } from "./parse-json-text";
import type { Origin, SourceMap } from "./source-map";

/** Values that one document may hold once everything is put in: a reference bomb ends here. */
const MAX_VALUES = 50_000;
/** What a reference's target decides; beside the `$ref` it may not be said again. */
const NOT_OVERRIDDEN: readonly string[] = ["type", "privacy"];

export interface InlineInput {
  value: Json;
  /** The file the value stands in, e.g. `schemas/tool-lending/data.json`. */
  file: string;
  /** Where the value goes in the definition document, e.g. `/data`. */
  pointer: string;
  /** The content of another file of `schemas/`; undefined where there is none. */
  read: (file: string) => Json | undefined;
  /** True for a file whose own fault is reported already: what refers to it says nothing of it. */
  isReported?: (file: string) => boolean;
  sources: SourceMap;
}

/** Where the walk stands: in the source, in the document, and under which references. */
interface Place {
  origin: Origin;
  pointer: string;
  open: readonly string[];
  depth: number;
}

/**
 * Puts the content of every `$ref` in its place; keywords beside the `$ref` (label, hint, narrower
 * bounds) are laid over it. A `privacy` beside a `$ref` to a group goes to each leaf that says none.
 * Problems: `check/unresolved-ref`, `check/remote-ref`, `check/circular-ref`, `check/ref-overrides`,
 * `check/too-large`, `check/too-deep`. Whatever the input, the result is bounded.
 */
export function inlineRefs(input: InlineInput): { value: Json; problems: LocatedProblem[] } {
  const { sources, read, isReported = () => false } = input;
  const problems: LocatedProblem[] = [];
  let count = 0;
  const report = (code: ErrorCode, origin: Origin, params: JsonObject): JsonObject => {
    problems.push({ ...problem(code, origin.pointer, params), file: origin.file });
    return {};
  };

  const visit = (value: Json, place: Place): Json => {
    count += 1;
    if (count > MAX_VALUES) {
      return count === MAX_VALUES + 1
        ? report("check/too-large", place.origin, { limit: MAX_VALUES })
        : {};
    }
    if (typeof value !== "object" || value === null) return value;
    if (place.depth > MAX_DEPTH) {
      return report("check/too-deep", place.origin, { limit: MAX_DEPTH });
    }
    if (Array.isArray(value)) return value.map((item, i) => visit(item, below(place, i)));
    const ref = own(value, "$ref");
    if (typeof ref === "string") return follow(value, ref, place);
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, visit(member, below(place, key))]),
    );
  };

  const follow = (value: JsonObject, ref: string, place: Place): Json => {
    const at = below(place, "$ref").origin;
    const target = resolveRef(ref, at.file);
    if (target === "remote") return report("check/remote-ref", at, { ref });
    if (target !== undefined && isReported(target.file)) return {};
    const file = target && read(target.file);
    const content = file === undefined ? undefined : valueAt(file, target?.pointer ?? "");
    if (target === undefined || !isObject(content)) {
      return report("check/unresolved-ref", at, { ref });
    }
    const name = `${target.file}#${target.pointer}`;
    if (place.open.includes(name)) return report("check/circular-ref", at, { ref });
    sources.add(place.pointer, target);
    const open = [...place.open, name];
    const inlined = visit(content, { ...place, origin: target, open, depth: place.depth + 1 });
    return isObject(inlined) ? overlay(inlined, value, place) : inlined;
  };

  const overlay = (inlined: JsonObject, value: JsonObject, place: Place): JsonObject => {
    const result = { ...inlined };
    for (const [key, member] of Object.entries(value)) {
      if (key === "$ref") continue;
      const here = below(place, key);
      if (key === "privacy" && isGroup(result)) {
        spreadPrivacy(result, member, { origin: here.origin, pointer: place.pointer, sources });
      } else if (NOT_OVERRIDDEN.includes(key) && own(result, key) !== undefined) {
        report("check/ref-overrides", here.origin, { key });
      } else {
        sources.add(here.pointer, here.origin);
        result[key] = visit(member, here);
      }
    }
    return result;
  };

  const origin = { file: input.file, pointer: "" };
  sources.add(input.pointer, origin);
  const value = visit(input.value, { origin, pointer: input.pointer, open: [], depth: 1 });
  return { value, problems };
}

function below(place: Place, key: string | number): Place {
  return {
    ...place,
    origin: { file: place.origin.file, pointer: pointerTo(place.origin.pointer, key) },
    pointer: pointerTo(place.pointer, key),
    depth: place.depth + 1,
  };
}

/** The file and pointer that a reference names, `remote`, or undefined where it cannot be right. */
function resolveRef(ref: string, from: string): Origin | "remote" | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(ref)) return "remote";
  const [path = "", pointer = "", ...more] = ref.split("#");
  const file = path === "" ? from : posix.join(posix.dirname(from), path);
  if (more.length > 0 || !file.startsWith("schemas/") || !file.endsWith(".json")) return undefined;
  if (pointer !== "" && !pointer.startsWith("/")) return undefined;
  return { file, pointer };
}

/** A list of plain values is one field; a list of groups is a group. */
function isGroup(schema: JsonObject): boolean {
  const items = own(schema, "items");
  return own(schema, "properties") !== undefined || (isObject(items) && isGroup(items));
}

/** Says why a shared shape is kept: on every leaf that does not say so itself. */
function spreadPrivacy(
  schema: JsonObject,
  privacy: Json,
  context: Pick<Place, "origin" | "pointer"> & { sources: SourceMap },
): void {
  const { origin, pointer, sources } = context;
  if (!isGroup(schema)) {
    if (own(schema, "privacy") !== undefined) return;
    schema["privacy"] = privacy;
    sources.add(pointerTo(pointer, "privacy"), origin);
    return;
  }
  const inner = (child: Json | undefined, ...keys: string[]): void => {
    if (!isObject(child)) return;
    spreadPrivacy(child, privacy, { origin, pointer: pointerTo(pointer, ...keys), sources });
  };
  const properties = own(schema, "properties");
  for (const [key, child] of Object.entries(isObject(properties) ? properties : {})) {
    inner(child, "properties", key);
  }
  inner(own(schema, "items"), "items");
}
