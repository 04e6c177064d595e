import { pointerTo } from "../json-pointer";
import type { LinkSource } from "../link-source";
import type { DefinitionDocument } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import { rootField, childrenOf } from "./schema-fields";
import { resolvePath } from "./scope-paths";
import { sourceOf } from "../steps/crossing";
import { buildStateGraph, kindOfEvent, type StateGraph } from "./state-graph";
import { unknownPath } from "./check-templates";
import { itemOfLink, readsItem } from "./check-waits";
import { unknownName } from "./unknown-name";

/**
 * Linked packages exist; what is handed over exists on both sides and fits the child's first form; the
 * reports that a state waits for are ends or states of the child.
 */
export const checkLinks: Check = (document, context) =>
  Object.entries(document.workflow.links ?? {}).flatMap(([name, link]) => {
    const pointer = pointerTo("/workflow/links", name);
    const child = context.others.get(link.package);
    if (context.broken.has(link.package)) return [];
    if (child === undefined) {
      const at = { pointer: pointerTo(pointer, "package"), name: link.package };
      return unknownName("check/unknown-linked-package", at, context.others.keys());
    }
    return [
      ...checkExport({ document, child, link, pointer }, context),
      ...checkReport({ child, link, pointer }, context),
      ...checkFollowed({ child, link, pointer }),
      ...checkPlace({ document, link, pointer }, context),
      ...checkListening({ name, child, link }, context.graph),
      ...(isOpened(name, context.graph)
        ? []
        : [problem("check/link-not-opened", pointer, { name })]),
    ];
  });

function checkExport(
  link: {
    document: DefinitionDocument;
    child: DefinitionDocument;
    link: LinkSource;
    pointer: string;
  },
  context: CheckContext,
): Problem[] {
  const { document, child, pointer } = link;
  const item = itemOfLink(link.link, { document, context });
  const extra = item === undefined ? {} : { extra: { item: () => item } };
  const form = child.forms[child.workflow.start.form ?? ""];
  const fields = form === undefined ? [] : childrenOf(rootField(form.schema, ""));
  const names = fields.map((field) => field.name);
  return Object.entries(link.link.export).flatMap(([to, from]) => {
    const at = pointerTo(pointer, "export", to);
    const source = sourceOf(from, item !== undefined);
    const found = resolvePath(source, { document, ...context, ...extra });
    const [top = to] = to.split(".");
    return [
      ...("missing" in found ? unknownPath(source, at, found) : []),
      ...unknownName("check/not-in-first-form", { pointer: at, name: top }, names),
    ];
  });
}

function checkReport(
  link: { child: DefinitionDocument; link: LinkSource; pointer: string },
  context: CheckContext,
): Problem[] {
  return (link.link.report ?? []).flatMap((path, i) => {
    const at = pointerTo(link.pointer, "report", i);
    const found = resolvePath(`data.${path}`, { document: link.child, ...context });
    return "missing" in found ? unknownPath(path, at, found) : [];
  });
}

function checkFollowed(ask: {
  child: DefinitionDocument;
  link: LinkSource;
  pointer: string;
}): Problem[] {
  const states = buildStateGraph(ask.child.workflow.machine).nodes.slice(1);
  const known = states.map((node) => node.name);
  return (ask.link.follow ?? []).flatMap((name, i) => {
    const at = { pointer: pointerTo(ask.pointer, "follow", i), name };
    return unknownName("check/unknown-report", at, known);
  });
}

/** The child's village is read from the data; what it holds is judged when the child is opened. */
function checkPlace(
  { document, link, pointer }: { document: DefinitionDocument; link: LinkSource; pointer: string },
  context: CheckContext,
): Problem[] {
  if (link.place === undefined) return [];
  const item = itemOfLink(link, { document, context });
  const extra = item === undefined ? {} : { extra: { item: () => item } };
  const path = readsItem(link, link.place) ? link.place : `data.${link.place}`;
  const found = resolvePath(path, { document, ...context, ...extra });
  const at = pointerTo(pointer, "place");
  if ("missing" in found) return unknownPath(link.place, at, found);
  const params = { path: link.place };
  return found.node.type === "string" ? [] : [problem("check/place-not-text", at, params)];
}

function checkListening(
  { name, child, link }: { name: string; child: DefinitionDocument; link: LinkSource },
  graph: StateGraph,
): Problem[] {
  const states = buildStateGraph(child.workflow.machine).nodes.slice(1);
  const ends = ["completed", "abandoned", ...(link.waits === undefined ? [] : ["finished"])];
  const known = [...ends, ...states.map((node) => node.name)];
  return graph.nodes.flatMap(({ source, pointer }) =>
    Object.keys(source.on ?? {})
      .filter((event) => kindOfEvent(event) === "link" && event.startsWith(`link:${name}.`))
      .flatMap((event) => {
        const at = {
          pointer: pointerTo(pointer, "on", event),
          name: event.slice(event.indexOf(".") + 1),
        };
        return unknownName("check/unknown-report", at, known);
      }),
  );
}

function isOpened(name: string, graph: StateGraph): boolean {
  return graph.nodes.some(({ source }) =>
    Object.values(source.meta?.events ?? {}).some((meta) => meta.opens === name),
  );
}
