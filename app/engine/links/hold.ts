import type { Case, LinkState } from "../case";
import { refuse } from "../errors";
import { at, isObject, own, sameJson, type Json, type JsonObject } from "../json";
import type { LinkSource } from "../link-source";
import type { Refusal } from "../refusal";
import { withoutRoot } from "../steps/crossing";
import type { Situation } from "../steps/situation";

/** Which items of our data a new child concerns, by what the step entered. */
export function itemsConcerned(link: LinkSource, data: JsonObject): string[] {
  const path = link.hold?.item;
  const value = path === undefined ? undefined : at(data, withoutRoot(path));
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === "string");
}

/** The list whose items a link's children hold; undefined where they hold nothing. */
export function heldList({ hold, each }: LinkSource): string | undefined {
  const list = hold === undefined ? undefined : (hold.over ?? each);
  return list === undefined ? undefined : withoutRoot(list);
}

/** The items that open children of a link hold. */
export function heldItems(children: readonly LinkState[]): ReadonlySet<string> {
  return new Set(children.flatMap(({ end, items = [] }) => (end === null ? items : [])));
}

/** An item of a list is named by its id, or it is the text itself. */
export function itemKey(item: Json | undefined): string | null {
  if (typeof item === "string") return item;
  const id = isObject(item) ? own(item, "id") : undefined;
  return typeof id === "string" ? id : null;
}

/**
 * `case/item-held` where a person's answers would change or take out an item that an open linked matter concerns; the
 * items beside it are free. `data` is as it will be.
 */
export function refuseHeldItem(
  { workflow, matter }: Pick<Situation, "workflow" | "matter">,
  { event, data }: { event: string; data: JsonObject },
): Refusal | null {
  for (const [name, link] of Object.entries(workflow.source.links ?? {})) {
    const list = heldList(link);
    if (list === undefined || link.hold?.except?.includes(event) === true) continue;
    const children = matter.links[name] ?? [];
    const held = heldItems(children);
    if (held.size === 0) continue;
    const changed = changedItem(matter.data, data, { list, held });
    if (changed === undefined) continue;
    const holders = children.filter(
      ({ end, items }) => end === null && items?.includes(changed.key),
    );
    const refusal = refuse("case/item-held", { title: link.title, row: changed.row });
    return { ...refusal, linked: holders.map(({ id }) => id) };
  }
  return null;
}

/** The first held item that is not as it was, and its place in the list, from 1. */
function changedItem(
  before: Case["data"],
  after: JsonObject,
  { list, held }: { list: string; held: ReadonlySet<string> },
): { key: string; row: number } | undefined {
  const [old, now] = [itemsAt(before, list), itemsAt(after, list)];
  for (const [index, item] of old.entries()) {
    const key = itemKey(item);
    if (key === null || !held.has(key)) continue;
    const same = now.find((other) => itemKey(other) === key);
    if (same === undefined || !sameJson(item, same)) return { key, row: index + 1 };
  }
  return undefined;
}

function itemsAt(data: JsonObject, list: string): readonly Json[] {
  const value = at(data, list);
  return Array.isArray(value) ? value : [];
}
