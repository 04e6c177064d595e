import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { heldList } from "../links/hold";
import { VILLAGER } from "../person";
import { placeholdersOf } from "../projection/template";
import { isVisibleLeaf, type ReaderRoles } from "../projection/visibility";
import { pathsRead } from "../rules/variable-reads";
import type { NoticeSource } from "../notice-source";
import type { DefinitionDocument, EventMeta } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { identifyingTitle, isIdentifying } from "./identifying";
import { problem, type Problem } from "./problem";
import { resolvePath, type ScopeNode, type ScopeOf } from "./scope-paths";
import { buildStateGraph } from "./state-graph";
import { templatesOfNotice } from "./template-places";
import { unknownName } from "./unknown-name";

const EVERYBODY: ReaderRoles = new Set(["public"]);
/** Sees only what says nothing of anybody: a heading is also passed on in groups, and stays there. */
const NOBODY: ReaderRoles = new Set();

/** What a notice may say of the matter besides its data. */
const OPEN_CASE = /^case\.(number|place|placeName|ownerName|startedAt|enteredAt|today)$/;
const OPEN_LINK = /^(number|state|end)$/;

/**
 * Public notices: they read what everybody may see and nothing by which a person can be found or reached;
 * who objects sends an event that is open to villagers, and has something to write on.
 */
export const checkNotices: Check = (document, context) => {
  const scope = { document, registry: context.registry, others: context.others };
  return Object.entries(document.workflow.notices ?? {}).flatMap(([name, notice]) => {
    const pointer = pointerTo("/workflow/notices", name);
    return [
      ...checkRows(notice, pointer),
      ...checkHeld(notice, pointer, document),
      ...checkTitles(notice, pointer),
      ...templatesOfNotice(name, notice).flatMap(({ text, pointer: at }) =>
        placeholdersOf(text).flatMap(({ path }) => {
          const isTitle = at.startsWith(`${pointerTo(pointer, "title")}/`);
          const readers = isTitle ? NOBODY : EVERYBODY;
          return checkPublic(path, at, { ...scope, over: notice.over, readers });
        }),
      ),
      ...checkObjection(notice, pointer, { document, context }),
    ];
  });
};

/** What speaks of items needs a list that has them. */
function checkRows(notice: NoticeSource, pointer: string): Problem[] {
  const needsItems = notice.where !== undefined || notice.held !== undefined;
  return needsItems && notice.over === undefined
    ? [problem("check/missing-key", pointer, { key: "over" })]
    : [];
}

/** Rows that a link's matters hold are the items that these are about. */
function checkHeld(
  { held, over }: NoticeSource,
  pointer: string,
  { workflow: { links = {} } }: DefinitionDocument,
): Problem[] {
  if (held === undefined) return [];
  const at = pointerTo(pointer, "held");
  if (held.link === undefined) {
    return held.when === undefined ? [problem("check/missing-key", at, { key: "when" })] : [];
  }
  const link = own(links, held.link);
  if (link === undefined) {
    const name = { pointer: pointerTo(at, "link"), name: held.link };
    return unknownName("check/unknown-link", name, Object.keys(links));
  }
  const list = heldList(link);
  return list !== undefined && over === `data.${list}`
    ? []
    : [problem("check/held-link", pointerTo(at, "link"), { link: held.link })];
}

function checkTitles(notice: NoticeSource, pointer: string): Problem[] {
  return Object.entries(notice.columns).flatMap(([key, { title }]) => {
    const at = pointerTo(pointer, "columns", key);
    return identifyingTitle(title) ? [problem("check/notice-identifier", at, { name: key })] : [];
  });
}

function checkPublic(
  path: string,
  pointer: string,
  scope: PublicScope & { over: string | undefined },
): Problem[] {
  const full = fullPath(path, scope.over);
  const found = resolvePath(full, scope);
  // That it is not there, or is no value, is reported with the other templates.
  if ("missing" in found) return [];
  const name = path.split(".").at(-1)?.replace("[*]", "") ?? path;
  const { schema } = found.node;
  if (schema !== undefined && /^(data|links)\./.test(full) && isIdentifying(name, schema)) {
    return [problem("check/notice-identifier", pointer, { name: path })];
  }
  return isPublic(full, found.node, scope) ? [] : [problem("check/not-public", pointer, { path })];
}

interface PublicScope extends ScopeOf {
  readers: ReaderRoles;
}

/** The path with the list instead of `item`. */
function fullPath(path: string, over: string | undefined): string {
  return over === undefined ? path : path.replace(/^item\b/, `${over}[*]`);
}

function isPublic(path: string, node: ScopeNode, scope: PublicScope): boolean {
  const [root = "", name = "", ...rest] = path.split(".");
  switch (root) {
    case "params":
      return true;
    case "case":
      return OPEN_CASE.test(path);
    case "data":
      return isPublicNode(node, scope);
    case "links":
      return rest[0] === "exported"
        ? isPublicNode(node, scope)
        : rest.length === 1 && OPEN_LINK.test(rest[0] ?? "");
    case "facts":
      return rest.length === 0 && isPublicFact(name, scope, new Set());
    default:
      return false;
  }
}

function isPublicNode({ schema }: ScopeNode, { readers }: PublicScope): boolean {
  return schema !== undefined && isVisibleLeaf(schema, readers);
}

/** A fact is public with everything that it is worked out from; of a plugin's facts that is not known. */
function isPublicFact(name: string, scope: PublicScope, seen: Set<string>): boolean {
  const fact = own(scope.document.workflow.facts ?? {}, name);
  if (fact === undefined) return false;
  if (seen.has(name)) return true;
  seen.add(name);
  return readsOf(fact.value).every((path) => {
    const [root = "", inner = ""] = path.split(".");
    if (root === "facts") return isPublicFact(inner, scope, seen);
    const found = resolvePath(path, scope);
    if ("missing" in found) return true;
    // A list is read to go through it: what of its items is read stands beside it.
    return found.node.type === "array" || isPublic(path, found.node, scope);
  });
}

function readsOf(logic: Parameters<typeof pathsRead>[0]): string[] {
  try {
    return pathsRead(logic).filter((path) =>
      /^(data|facts|links|params|case|user|decisions)\b/.test(path),
    );
  } catch {
    return []; // Reported where the expression itself is checked.
  }
}

function checkObjection(
  { objection, over }: NoticeSource,
  pointer: string,
  { document, context }: { document: DefinitionDocument; context: CheckContext },
): Problem[] {
  if (objection === undefined) return [];
  const { event, link } = objection;
  const at = pointerTo(pointer, "objection");
  if (link !== undefined && over !== `links.${link}`) {
    return [problem("check/objection-link", pointerTo(at, "link"), { link })];
  }
  const packageId = link === undefined ? undefined : document.workflow.links?.[link]?.package;
  const receiver = link === undefined ? document : context.others.get(packageId ?? "");
  // An unknown link or package is reported where links are checked.
  if (receiver === undefined) return [];
  const declared = eventsNamed(event, receiver);
  const here = pointerTo(at, "event");
  if (declared.length === 0) {
    return unknownName("check/unknown-event", { pointer: here, name: event }, eventNames(receiver));
  }
  const open = declared.filter((meta) => meta.roles.includes(VILLAGER));
  if (open.length === 0) return [problem("check/objection-not-villager", here, { event })];
  return open.some((meta) => meta.form === undefined)
    ? [problem("check/objection-without-form", here, { event })]
    : [];
}

function eventsOf({ workflow }: DefinitionDocument): [string, EventMeta][] {
  return buildStateGraph(workflow.machine).nodes.flatMap(({ source }) =>
    Object.entries(source.meta?.events ?? {}),
  );
}

function eventsNamed(event: string, document: DefinitionDocument): EventMeta[] {
  return eventsOf(document).flatMap(([name, meta]) => (name === event ? [meta] : []));
}

function eventNames(document: DefinitionDocument): string[] {
  return [...new Set(eventsOf(document).map(([name]) => name))];
}
