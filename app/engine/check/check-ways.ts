import { pointerTo } from "../json-pointer";
import type { Check, CheckContext } from "./check-context";
import type { Configuration, ConfigurationGraph, Step } from "./configurations";
import { problem, type Problem } from "./problem";
import { isWithin, type StateGraph, type StateNode } from "./state-graph";

/**
 * What only the whole graph shows: states that no way leads to, states from which no way leads to a
 * completed end, required stations that can be passed by, and circles that never rest. Guards are taken
 * as free; moves and voiding do not count.
 */
export const checkWays: Check = (document, context) => {
  const { ways, graph } = context;
  if (!ways.complete) return [problem("check/too-many-states", graph.root.pointer)];
  return [
    ...checkReached(context),
    ...checkEnds(context),
    ...checkLoops(ways),
    ...(document.workflow.mustPass ?? []).flatMap((rule, i) =>
      checkPassed(rule, pointerTo("/workflow/mustPass", i), context),
    ),
  ];
};

function checkReached({ graph, ways }: CheckContext): Problem[] {
  const reached = new Set(ways.all.flatMap((one) => one.active));
  return graph.nodes
    .filter((node) => !reached.has(node) && (node.parent === null || reached.has(node.parent)))
    .map((node) => problem("check/unreachable-state", node.pointer, { state: node.name }));
}

function checkEnds({ graph, ways }: CheckContext): Problem[] {
  const completed = ways.all.filter((one) => one.ended?.source.meta?.end === "completed");
  if (completed.length === 0) return [problem("check/no-completed-end", graph.root.pointer)];

  const good = reach(
    completed.map((one) => one.index),
    indexSteps(ways.steps.map((step) => ({ from: step.to, to: step.from }))),
  );
  const isStuck = (one: Configuration): boolean => one.ended === null && !good.has(one.index);
  const blamed = new Map<StateNode, string>();
  for (const one of ways.all.filter(isStuck)) {
    const leaves = leavesOf(one);
    const still = leaves.filter((node) => leaves.length === 1 || !canMoveOn(node, graph));
    for (const node of still) blamed.set(node, node.name);
    const place = one.active.find((node) => node.kind === "parallel");
    if (still.length > 0 || place === undefined || blamed.has(place)) continue;
    blamed.set(place, leaves.map((node) => node.name).join(" + "));
  }
  return [...blamed].map(([node, state]) =>
    problem("check/no-way-to-end", node.pointer, { state }),
  );
}

/** In its own region alone: whether a state leads to the region's end, or out of it. */
function canMoveOn(start: StateNode, graph: StateGraph): boolean {
  let region = start;
  while (region.parent !== null && region.parent.kind !== "parallel") region = region.parent;
  const seen = new Set([start]);
  const open = [start];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (here.kind === "final" && here.parent === region) return true;
    const edges = lineage(here, region).flatMap((node) => graph.edgesFrom(node));
    const next = edges.flatMap((edge) => edge.to ?? []);
    if (next.some((node) => !isWithin(node, region))) return true;
    for (const node of [...next, ...here.children]) {
      if (!seen.has(node)) open.push(node);
      seen.add(node);
    }
  }
  return false;
}

/** The state and those around it, up to the region. */
function lineage(node: StateNode, region: StateNode): StateNode[] {
  const nodes = [node];
  for (let here = node; here !== region && here.parent !== null; here = here.parent) {
    nodes.push(here.parent);
  }
  return nodes;
}

function leavesOf(one: Configuration): StateNode[] {
  return one.active.filter((node) => node.kind === "atomic" || node.kind === "final");
}

/** Circles of `always` and `onDone`, which the engine would have to break off. */
function checkLoops(ways: ConfigurationGraph): Problem[] {
  const immediate = ways.steps.filter(
    ({ edge }) => edge === undefined || edge.kind === "always" || edge.kind === "done",
  );
  const problems = new Map<string, Problem>();
  for (const { edge } of circles(immediate)) {
    if (edge === undefined || problems.has(edge.pointer)) continue;
    const state = edge.from.name === "" ? "machine" : edge.from.name;
    problems.set(edge.pointer, problem("check/endless-loop", edge.pointer, { state }));
  }
  return [...problems.values()];
}

/** The steps between places that can be come back to: dead ends and dead beginnings are taken off in turn. */
function circles(steps: readonly Step[]): Step[] {
  const forward = indexSteps(steps);
  const backward = indexSteps(steps.map((step) => ({ from: step.to, to: step.from })));
  const left = new Set(steps.flatMap((step) => [step.from, step.to]));
  const hasNeighbour = (index: number, by: Neighbours): boolean =>
    (by.get(index) ?? []).some((next) => left.has(next));
  const open = [...left];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (!left.has(here) || (hasNeighbour(here, forward) && hasNeighbour(here, backward))) continue;
    left.delete(here);
    open.push(...(forward.get(here) ?? []), ...(backward.get(here) ?? []));
  }
  return steps.filter((step) => left.has(step.from) && left.has(step.to));
}

function checkPassed(
  rule: { before: string; pass: string },
  pointer: string,
  { ways, graph }: CheckContext,
): Problem[] {
  const [before, pass] = [graph.named(rule.before), graph.named(rule.pass)];
  if (before === undefined || pass === undefined) return [];
  const avoids = (index: number): boolean => !ways.all[index]?.active.includes(pass);
  if (!avoids(0)) return [];
  const outgoing = new Map<number, Step[]>();
  for (const step of ways.steps) pushTo(outgoing, step.from, step);
  const came = new Map<number, Step>();
  const open = [0];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (ways.all[next]?.active.includes(before) === true) {
      const way = wayTo(next, came).join(" → ") || "start";
      return [problem("check/must-pass", pointer, { before: rule.before, pass: rule.pass, way })];
    }
    for (const step of outgoing.get(next) ?? []) {
      if (step.to === 0 || came.has(step.to) || !avoids(step.to)) continue;
      came.set(step.to, step);
      open.push(step.to);
    }
  }
  return [];
}

/** The events on the way that led to a configuration. */
function wayTo(index: number, came: ReadonlyMap<number, Step>): string[] {
  const events: string[] = [];
  for (let step = came.get(index); step !== undefined; step = came.get(step.from)) {
    if (step.edge !== undefined && step.edge.name !== "") events.unshift(step.edge.name);
  }
  return events;
}

type Neighbours = ReadonlyMap<number, readonly number[]>;

function indexSteps(steps: readonly { from: number; to: number }[]): Neighbours {
  const index = new Map<number, number[]>();
  for (const step of steps) pushTo(index, step.from, step.to);
  return index;
}

function pushTo<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Everything that can be come to. */
function reach(start: readonly number[], next: Neighbours): Set<number> {
  const reached = new Set(start);
  const open = [...start];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    for (const to of next.get(here) ?? []) {
      if (!reached.has(to)) open.push(to);
      reached.add(to);
    }
  }
  return reached;
}
