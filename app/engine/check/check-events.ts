import { pointerTo } from "../json-pointer";
import type { WorkflowSource } from "../workflow-source";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";
import { kindOfEvent, type StateGraph, type StateNode } from "./state-graph";
import { unknownName } from "./unknown-name";

/** Names that mean something else where events are named. */
const TAKEN = new Set(["start"]);

/**
 * `meta.events` and `on` say the same; events of links and jobs name one that exists; no event stands in
 * two regions that are active together: one signature would act twice; none both writes and corrects a line.
 */
export const checkEvents: Check = (document, { graph }) => [
  ...graph.nodes.flatMap(checkAgreement),
  ...graph.nodes.flatMap((node) => checkReported(node, document.workflow)),
  ...checkRegions(graph),
  ...checkCorrections(document.workflow),
];

/** An event writes a register's line, or corrects it. */
function checkCorrections({ registers = {} }: WorkflowSource): Problem[] {
  return Object.entries(registers).flatMap(([register, { on, corrections = [] }]) =>
    corrections.flatMap((event, i) => {
      const pointer = pointerTo("/workflow/registers", register, "corrections", i);
      return on.includes(event) ? [problem("check/line-or-correction", pointer, { event })] : [];
    }),
  );
}

function checkAgreement(node: StateNode): Problem[] {
  const described = Object.keys(node.source.meta?.events ?? {});
  const events = Object.keys(node.source.on ?? {}).filter((name) => kindOfEvent(name) === "event");
  return [
    ...events
      .filter((name) => TAKEN.has(name))
      .map((name) => problem("check/reserved-name", pointerTo(node.pointer, "on", name), { name })),
    ...events
      .filter((event) => !described.includes(event))
      .map((event) =>
        problem("check/event-not-described", pointerTo(node.pointer, "on", event), { event }),
      ),
    ...described
      .filter((event) => !events.includes(event))
      .map((event) => {
        const pointer = pointerTo(node.pointer, "meta", "events", event);
        return problem("check/event-without-transition", pointer, { event });
      }),
  ];
}

/** `link:<name>.<end or state>` and `job:<name>.done|failed`. */
function checkReported(node: StateNode, workflow: { links?: object; jobs?: object }): Problem[] {
  return Object.keys(node.source.on ?? {}).flatMap((event) => {
    const kind = kindOfEvent(event);
    if (kind === "event" || kind === "told" || kind === "decided") return [];
    const name = event.slice(event.indexOf(":") + 1, event.indexOf("."));
    const at = { pointer: pointerTo(node.pointer, "on", event), name };
    return kind === "link"
      ? unknownName("check/unknown-link", at, Object.keys(workflow.links ?? {}))
      : unknownName("check/unknown-job", at, Object.keys(workflow.jobs ?? {}));
  });
}

function checkRegions(graph: StateGraph): Problem[] {
  return graph.nodes
    .filter((node) => node.kind === "parallel")
    .flatMap((parallel) => {
      const first = new Map<string, StateNode>();
      return parallel.children.flatMap((region) =>
        [...eventsWithin(region)].flatMap(([event, pointer]) => {
          const other = first.get(event);
          if (other === undefined) first.set(event, region);
          if (other === undefined) return [];
          const params = { event, region: region.name, other: other.name };
          return [problem("check/event-in-two-regions", pointer, params)];
        }),
      );
    });
}

/** Every event of a region, with the first place that names it. */
function eventsWithin(region: StateNode): Map<string, string> {
  const events = new Map<string, string>();
  const visit = (node: StateNode): void => {
    for (const event of Object.keys(node.source.on ?? {})) {
      if (!events.has(event)) events.set(event, pointerTo(node.pointer, "on", event));
    }
    node.children.forEach(visit);
  };
  visit(region);
  return events;
}
