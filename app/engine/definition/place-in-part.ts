import { isObject, own, type Json } from "../json";
import { keysOf, pointerTo } from "../json-pointer";
import { keyOfItem } from "../variant/keyed-view";
import type { PartText, TextPosition } from "./read-part";

/**
 * Where in a part's text something lies. `pointer` begins at the definition and may name an item of a list by its key,
 * as patches do; what is not in the text is shown at the nearest thing around it. Undefined outside the part.
 */
export function placeInPart(
  read: Extract<PartText, { ok: true }>,
  part: string,
  pointer: string,
): TextPosition | undefined {
  const isInside = pointer === part || pointer.startsWith(`${part}/`);
  const keys = isInside ? keysOf(pointer.slice(part.length)) : undefined;
  if (keys === undefined) return undefined;
  let here: Json | undefined = read.value;
  let at = "";
  for (const key of keys) {
    const name: string | number = Array.isArray(here) ? indexOf(here, key) : key;
    const below = pointerTo(at, name);
    if (!read.places.has(below)) break;
    at = below;
    here = Array.isArray(here) ? here[Number(name)] : isObject(here) ? own(here, key) : undefined;
  }
  return read.places.get(at);
}

/** The index that a key of the keyed view stands for; the key itself where it is an index, or none fits. */
function indexOf(list: readonly Json[], key: string): string | number {
  const index = list.findIndex((item) => keyOfItem(item) === key);
  return index < 0 ? key : index;
}
