import type { LinkOpening, LinkState } from "../case";
import { refuse } from "../errors";
import { applyWrites } from "../form/write-form";
import { at, type Json, type JsonObject } from "../json";
import type { LinkSource } from "../link-source";
import { crossing, OF_ITEM, pick, withoutRoot } from "../steps/crossing";
import { no, scopeOf, yes, type Decision, type Situation } from "../steps/situation";
import { itemKey, itemsConcerned } from "./hold";

/** So many are opened by one step at most. */
export const MOST_OPENED = 100;

/** One child that a step opens. */
export interface ToOpen {
  /** What it is opened for, where there is one for each item of a list. */
  item?: Json;
  /** The village that it lies in; null where that is its parent's. */
  place: string | null;
}

/** The children that a step opens over a link, in order; `data` is the parent's, with the step's answers. */
export function childrenToOpen(
  link: LinkSource,
  { data, children }: { data: JsonObject; children: readonly LinkState[] },
): ToOpen[] {
  if (link.each === undefined) return [{ place: placeOf(link, data) }];
  const list = at(data, withoutRoot(link.each));
  const served = new Set(
    children.flatMap(({ end, items = [] }) => (end === "abandoned" ? [] : items)),
  );
  return (Array.isArray(list) ? list : []).flatMap((item): ToOpen[] => {
    const key = itemKey(item);
    if (key === null || served.has(key)) return [];
    served.add(key);
    return [{ item, place: placeOf(link, data, item) }];
  });
}

/**
 * The linked matters that a step opens, each with just the fields that may cross. Refuses `case/nothing-to-open` and
 * `case/too-many-to-open` where there is to be one for each item.
 */
export function openLinks(
  situation: Situation,
  name: string,
  data: JsonObject,
): Decision<{ opens: LinkOpening[]; links: Record<string, LinkState[]> }> {
  const { workflow, matter, childIds } = situation;
  const link = workflow.source.links?.[name];
  if (link === undefined) throw new Error(`no such link: ${name}`);
  const before = matter.links[name] ?? [];
  const children = childrenToOpen(link, { data, children: before });
  const { title } = link;
  if (children.length === 0) return no(refuse("case/nothing-to-open", { title }));
  if (children.length > MOST_OPENED) {
    return no(
      refuse("case/too-many-to-open", { title, count: children.length, most: MOST_OPENED }),
    );
  }
  const scope = scopeOf(situation, data);
  const opened = children.map(({ item, place }, index) => {
    const id = childIds[index];
    if (id === undefined) throw new Error(`no id for a linked matter: ${name}`);
    const crossed = applyWrites({}, crossing(link.export, scope, item));
    const items = item === undefined ? itemsConcerned(link, data) : [itemKey(item) ?? ""];
    const opening: LinkOpening = {
      ...{ link: name, package: link.package, data: crossed, owner: link.owner ?? "same" },
      ...(place === null ? {} : { place }),
    };
    const state: LinkState = {
      ...{ id, number: null, state: "", end: null, exported: pick(crossed, link.report ?? []) },
      ...(items.length === 0 ? {} : { items }),
    };
    return { opening, state };
  });
  return yes({
    opens: opened.map(({ opening }) => opening),
    links: { ...matter.links, [name]: [...before, ...opened.map(({ state }) => state)] },
  });
}

function placeOf(link: LinkSource, data: JsonObject, item?: Json): string | null {
  if (link.place === undefined) return null;
  const place =
    item !== undefined && OF_ITEM.test(link.place)
      ? at({ item }, link.place)
      : at(data, withoutRoot(link.place));
  return typeof place === "string" ? place : null;
}
