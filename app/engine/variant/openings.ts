import type { Json } from "../json";
import { isKeyedList, ORDER } from "./keyed-view";
import { memberAt, type PatchOperation } from "./patch";

export type Change = Exclude<PatchOperation, { op: "test" }>;

/** The area of `vary` that a change lies in, the entry of it, and the words any of which opens it. */
export interface Openings {
  area: string;
  name?: string | undefined;
  opens: string[];
}

/** What a base would have to say in `vary` for this change; no words where it can never be opened. */
export function openingsOf(change: Change, keys: readonly string[], view: Json): Openings {
  const [top, second, third, ...rest] = keys;
  const isNew = (length: number) => change.op === "add" && keys.length === length;
  if (top === "data") return { area: "data", opens: ["fields"] };
  if (top === "forms" || top === "papers") {
    const word = top === "papers" ? "text" : "fields";
    const isInside = keys.length > 2 && third !== "into";
    const opens = isNew(2) ? ["add", "change"] : isInside ? [word, "change"] : ["change"];
    return { area: top, name: second, opens };
  }
  if (top !== "workflow" || second === undefined) return { area: top ?? "", opens: [] };
  if (second === "machine") return machineOpenings(change, keys, view);
  const opens = isNew(3) || isNew(2) ? ["add", "change"] : ["change"];
  const part = rest[0] ?? "";
  if ((second === "registers" || second === "notices") && part === "columns") opens.push("columns");
  if (second === "deadlines" && part === "ladder") opens.push("ladder");
  if (second === "notices" && isWording(rest)) opens.push("text");
  return { area: second, name: third, opens };
}

/** What a notice says besides its rows. */
function isWording([part = "", inner]: readonly string[]): boolean {
  return ["text", "places", "contact"].includes(part) || (part === "held" && inner === "mark");
}

function machineOpenings(change: Change, keys: readonly string[], view: Json): Openings {
  let depth = 2;
  let state: string | undefined;
  while (keys[depth] === "states" && keys[depth + 1] !== undefined) {
    state = keys[depth + 1];
    depth += 2;
  }
  const rest = keys.slice(depth);
  const [first = "", next] = rest;
  if (first === "") {
    const opens = change.op === "add" ? ["add", "change"] : ["change"];
    return { area: "states", name: state, opens };
  }
  const isWay = first === "meta" ? next === "events" : Object.hasOwn(WHOLE, first);
  if (!isWay) return { area: "states", name: state, opens: ["change"] };
  const keeps =
    change.op === "add" ? isWholeWay(keys, rest, view) : isLongerOrder(change, keys, view);
  return { area: "transitions", name: state, opens: keeps ? ["add", "change"] : ["change"] };
}

/** How many keys name a whole event, deadline or way; what lies deeper is a part of one that is there. */
const WHOLE: Readonly<Record<string, number>> = { meta: 3, on: 2, after: 2, always: 1, onDone: 1 };

function isWholeWay(keys: readonly string[], rest: readonly string[], view: Json): boolean {
  const isCandidate = isKeyedList(memberAt(view, keys.slice(0, -1)));
  return isCandidate || rest.length <= (WHOLE[rest[0] ?? ""] ?? 0);
}

/** New candidates were put between those that are there, which keep their order. */
function isLongerOrder(change: Change, keys: readonly string[], view: Json): boolean {
  if (change.op !== "replace" || keys.at(-1) !== ORDER || !Array.isArray(change.value))
    return false;
  const before = memberAt(view, keys);
  if (!Array.isArray(before)) return false;
  const kept = change.value.filter((key) => before.includes(key));
  return JSON.stringify(kept) === JSON.stringify(before);
}

/** Keys that a single transition may have; any other would be a second way beside it. */
const OF_A_WAY: ReadonlySet<string> = new Set(["meta", "guard", "target", "actions", "reenter"]);

/** The place of a way without a key, where a change wants to put another beside it; else undefined. */
export function singleWayAt(
  { op, path }: Change,
  keys: readonly string[],
  view: Json,
): string | undefined {
  const last = keys.at(-1) ?? "";
  if (op !== "add" || keys[0] !== "workflow" || keys[1] !== "machine") return undefined;
  const kind = ["on", "after"].includes(keys.at(-3) ?? "") ? keys.at(-3) : keys.at(-2);
  const isWay = keys.at(-3) === kind || kind === "always" || kind === "onDone";
  const parent = memberAt(view, keys.slice(0, -1));
  if (!isWay || parent === undefined || isKeyedList(parent) || Array.isArray(parent))
    return undefined;
  return OF_A_WAY.has(last) ? undefined : path.slice(0, path.lastIndexOf("/"));
}
