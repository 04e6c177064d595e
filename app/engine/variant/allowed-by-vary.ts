import { problem, type Problem } from "../check/problem";
import { isObject, own, sameJson, type Json } from "../json";
import { keysOf } from "../json-pointer";
import { RefusalError } from "../refusal";
import type { Validator } from "../validation/validator";
import { isFreePlace } from "./free-place";
import { floorAt, loweredFloors, withFloor } from "./floor";
import { fromKeyed } from "./keyed-view";
import { openingsOf, singleWayAt, type Change } from "./openings";
import { leavesOf, memberAt, showValue, type PatchOperation } from "./patch";
import { VARY, wordsFor, type Vary } from "./vary";

interface Asked {
  /** Keyed view of the parent. */
  view: Json;
  vary: Vary;
  validator: Validator;
  /** Parameters whose floor an exemption lets the patch lower. */
  exempt?: readonly string[];
}

/**
 * Every change of a patch that the base does not let its variants make: `variant/not-allowed`, `variant/statutory`,
 * `variant/outside-schema`, and `variant/single-way` for what `add` cannot open. `vary.ts` says what each word opens; an exemption (降标准备案) opens the floor of a
 * parameter that is not statutory.
 */
export function checkAllowed(patch: readonly PatchOperation[], asked: Asked): Problem[] {
  const exempt = new Set(asked.exempt);
  const lowered = [...loweredFloors(patch)].filter(([name]) => exempt.has(name));
  const floors = new Map(lowered);
  return patch.flatMap((operation) => {
    const keys = keysOf(operation.path);
    if (operation.op === "test" || keys === undefined) return [];
    return checkOne(operation, keys, { ...asked, floors });
  });
}

type Checking = Asked & { floors: ReadonlyMap<string, Json> };

function checkOne(change: Change, keys: readonly string[], asked: Checking): Problem[] {
  const { view, vary } = asked;
  const { path } = change;
  if (asked.floors.has(floorAt(keys) ?? "") && !touchesStatute(view, keys)) return [];
  if (isFreePlace(view, keys, change.op === "add")) return [];
  if (isParameterValue(keys) && wordsFor(vary, "parameters", keys[2]).has("within schema")) {
    return checkParameter(change, keys, asked);
  }
  if (addsExamples(change, keys, view)) return [];
  if (touchesStatute(view, keys)) return [problem("variant/statutory", path, { path })];
  const { area, name, opens } = openingsOf(change, keys, view);
  const known = Object.hasOwn(VARY, area) ? (VARY[area] ?? []) : [];
  const words = wordsFor(vary, area, name);
  if (opens.some((word) => known.includes(word) && words.has(word))) return [];
  const isState = area === "transitions" && wordsFor(vary, "states", name).has("change");
  if (isState) return [];
  const way = singleWayAt(change, keys, view);
  if (way !== undefined) return [problem("variant/single-way", path, { path: way })];
  const shown = name === undefined || area === "transitions" ? area : `${area}.${name}`;
  return [problem("variant/not-allowed", path, { path, area: shown })];
}

/** More examples of a rule, after those that are there, only prove more of it. */
function addsExamples(change: Change, keys: readonly string[], view: Json): boolean {
  if (change.op !== "replace" && change.op !== "add") return false;
  if (keys.length !== 4 || keys[1] !== "rules" || keys[3] !== "examples") return false;
  const before = memberAt(view, keys) ?? [];
  const { value } = change;
  if (!Array.isArray(before) || !Array.isArray(value)) return false;
  return sameJson(value.slice(0, before.length), before);
}

function isParameterValue(keys: readonly string[]): boolean {
  return keys.length === 4 && keys[1] === "parameters" && keys[3] === "value";
}

function checkParameter(change: Change, keys: readonly string[], asked: Checking): Problem[] {
  const value = change.op === "remove" ? undefined : fromKeyed(change.value).document;
  const own = fromKeyed(memberAt(asked.view, [...keys.slice(0, 3), "schema"]) ?? {}).document;
  const schema = withFloor(own, asked.floors.get(keys[2] ?? ""));
  const fits = value !== undefined && isObject(schema) && isValid(asked.validator, schema, value);
  const shown = { path: change.path, here: showValue(value) };
  return fits ? [] : [problem("variant/outside-schema", change.path, shown)];
}

/** A schema that cannot be compiled lets nothing through. */
function isValid(validator: Validator, schema: { [key: string]: Json }, value: Json): boolean {
  try {
    return validator.compile(schema)(value).length === 0;
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}

/** True where the change lies in something statutory, or takes something statutory with it. */
function touchesStatute(view: Json, keys: readonly string[]): boolean {
  const around = keys.map((_, index) => memberAt(view, keys.slice(0, index + 1)));
  const isStatute = (value: Json | undefined) =>
    isObject(value) && own(value, "statutory") === true;
  const inside = leavesOf(memberAt(view, keys) ?? null);
  const takesStatute = inside.some(
    ({ keys, value }) => keys.at(-1) === "statutory" && value === true,
  );
  return around.some(isStatute) || takesStatute;
}
