import { pointerTo } from "../json-pointer";
import type { LinkSource, WaitSource } from "../link-source";
import { finishedEvent } from "../links/wait";
import { OF_ITEM, withoutRoot } from "../steps/crossing";
import type { DefinitionDocument } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { unknownPath } from "./check-templates";
import { problem, type Problem } from "./problem";
import { resolvePath, type ScopeNode } from "./scope-paths";
import { buildStateGraph, isWithin } from "./state-graph";
import { unknownName } from "./unknown-name";

/** One link with what is around it. */
interface PlacedLink {
  name: string;
  link: LinkSource;
  pointer: string;
  document: DefinitionDocument;
  context: CheckContext;
}

/**
 * What a link says of waiting, holding and spreading: the states, steps and lists are there; nobody waits for
 * `link:<link>.finished` where it never comes; what is held is a list whose items have names.
 */
export const checkWaits: Check = (document, context) =>
  Object.entries(document.workflow.links ?? {}).flatMap(([name, link]) => {
    const placed = {
      ...{ name, link, document, context },
      pointer: pointerTo("/workflow/links", name),
    };
    return [...checkWait(placed), ...checkFinished(placed), ...checkLists(placed)];
  });

function checkWait({ link, pointer, context }: PlacedLink): Problem[] {
  const { waits } = link;
  if (waits === undefined) return [];
  const at = pointerTo(pointer, "waits");
  const states = context.graph.nodes.slice(1);
  const lasting = states.filter(({ kind }) => kind !== "final").map((node) => node.name);
  const child = context.others.get(link.package);
  const theirs =
    child &&
    buildStateGraph(child.workflow.machine)
      .nodes.slice(1)
      .map((node) => node.name);
  return [
    ...names("check/unknown-state", { at, key: "in", named: waits.in, known: lasting }),
    ...checkExcept(waits, at, context),
    ...(theirs === undefined
      ? []
      : names("check/unknown-report", { at, key: "done", named: waits.done ?? [], known: theirs })),
    ...(theirs?.includes("finished") === true
      ? [problem("check/finished-state", at, { package: link.package })]
      : []),
  ];
}

function checkExcept(
  { except = [] }: { except?: string[] | undefined },
  at: string,
  { graph }: CheckContext,
): Problem[] {
  const known = graph.nodes.flatMap(({ source }) => Object.keys(source.meta?.events ?? {}));
  return names("check/unknown-event", { at, key: "except", named: except, known });
}

function names(
  code: Parameters<typeof unknownName>[0],
  ask: { at: string; key: string; named: readonly string[]; known: readonly string[] },
): Problem[] {
  return ask.named.flatMap((name, i) =>
    unknownName(code, { pointer: pointerTo(ask.at, ask.key, i), name }, ask.known),
  );
}

/** The engine sends it only while a state that waits is active: the listener is in, around, or that state. */
function checkFinished({ name, link, context }: PlacedLink): Problem[] {
  const event = finishedEvent(name);
  const { waits } = link;
  const { graph } = context;
  return graph.nodes
    .filter(({ source }) => source.on?.[event] !== undefined)
    .filter((node) => waits !== undefined && !isHeard(node.name, waits, context))
    .map((node) =>
      problem("check/finished-unheard", pointerTo(node.pointer, "on", event), { name }),
    );
}

function isHeard(listener: string, waits: WaitSource, { graph }: CheckContext): boolean {
  const node = graph.named(listener) ?? graph.root;
  return waits.in.some((name) => {
    const state = graph.named(name);
    return state !== undefined && (isWithin(node, state) || isWithin(state, node));
  });
}

function checkLists(placed: PlacedLink): Problem[] {
  const { link, pointer, context } = placed;
  const { each, hold } = link;
  const at = pointerTo(pointer, "hold");
  const missing = (key: string): Problem[] => [problem("check/missing-key", at, { key })];
  const needsOver = hold !== undefined && each === undefined && hold.over === undefined;
  const needsItem = hold !== undefined && each === undefined && hold.item === undefined;
  return [
    ...(each === undefined ? [] : checkList(placed, each, pointerTo(pointer, "each"))),
    ...(hold?.over === undefined ? [] : checkList(placed, hold.over, pointerTo(at, "over"))),
    ...(hold?.item === undefined ? [] : checkItem(placed, hold.item, pointerTo(at, "item"))),
    ...(needsOver ? missing("over") : []),
    ...(needsItem ? missing("item") : []),
    ...(hold === undefined ? [] : checkExcept(hold, at, context)),
  ];
}

/** A list of texts, or of objects: the engine gives their items ids. */
function checkList({ document, context }: PlacedLink, path: string, at: string): Problem[] {
  const full = `data.${withoutRoot(path)}`;
  const found = resolvePath(full, { document, ...context });
  if ("missing" in found) return unknownPath(path, at, found);
  const item = itemOf({ document, context }, full);
  const isList =
    found.node.type === "array" && (item?.type === "object" || item?.type === "string");
  return isList ? [] : [problem("check/not-a-list", at, { path })];
}

function checkItem({ document, context }: PlacedLink, path: string, at: string): Problem[] {
  const found = resolvePath(`data.${withoutRoot(path)}`, { document, ...context });
  if ("missing" in found) return unknownPath(path, at, found);
  const { type } = found.node;
  return type === "string" || type === "array" ? [] : [problem("check/not-an-item", at, { path })];
}

/** What `item` is in the paths of a link that opens one child for each item; undefined where it does not. */
export function itemOfLink(
  { each }: LinkSource,
  of: { document: DefinitionDocument; context: CheckContext },
): ScopeNode | undefined {
  return each === undefined ? undefined : itemOf(of, `data.${withoutRoot(each)}`);
}

function itemOf(
  { document, context }: { document: DefinitionDocument; context: CheckContext },
  list: string,
): ScopeNode | undefined {
  const found = resolvePath(`${list}[*]`, { document, ...context });
  return "missing" in found ? undefined : found.node;
}

/** True for a path that reads the item. */
export function readsItem(link: LinkSource, path: string): boolean {
  return link.each !== undefined && OF_ITEM.test(path);
}
