import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { offsetUnitOf } from "../time/offset-unit";
import { parseClock, showClock } from "../time/quiet-hours";
import type { QuietHoursSource, RungSource } from "../ladder-source";
import type { DeadlineSource } from "../deadline-source";
import type { DefinitionDocument } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import { liesBeforeBeginning } from "./deadline-reach";
import { mayOutlast, statesWith } from "./deadline-states";
import { problem, type Problem } from "./problem";
import type { StateNode } from "./state-graph";
import { unknownName } from "./unknown-name";

/** Ladders rise, go to roles that exist, and are reached; the quiet hours are hours. */
export const checkLadders: Check = (document, context) => [
  ...Object.entries(document.workflow.deadlines ?? {}).flatMap(([name, deadline]) =>
    checkLadder({ name, deadline, document, context }),
  ),
  ...checkQuietHours(document),
];

interface Ladder {
  name: string;
  deadline: DeadlineSource;
  document: DefinitionDocument;
  context: CheckContext;
}

function checkLadder(ladder: Ladder): Problem[] {
  const { name, deadline, context } = ladder;
  const rungs = deadline.ladder ?? [];
  const at = pointerTo("/workflow/deadlines", name, "ladder");
  const roles = Object.keys(context.roles);
  return rungs.flatMap((rung, i) => {
    const pointer = pointerTo(at, i);
    return [
      ...checkKey(rungs, i, pointer),
      ...checkOffset(rungs, i, ladder),
      ...rung.tell.flatMap((role, n) =>
        unknownName(
          "check/unknown-role",
          { pointer: pointerTo(pointer, "tell", n), name: role },
          roles,
        ),
      ),
      ...checkHandOver(rung, pointer, ladder),
      ...checkReached(rung, pointer, ladder),
    ];
  });
}

function checkKey(rungs: readonly RungSource[], i: number, pointer: string): Problem[] {
  const key = rungs[i]?.key ?? "";
  const isFirst = rungs.findIndex((rung) => rung.key === key) === i;
  return isFirst ? [] : [problem("check/ladder-key", pointerTo(pointer, "key"), { key })];
}

/** The offset as the parameters stand; undefined where it cannot be said. */
function offsetOf({ at }: RungSource, { workflow }: DefinitionDocument): number | undefined {
  const value = typeof at === "number" ? at : own(workflow.parameters ?? {}, at.parameter)?.value;
  return typeof value === "number" ? value : undefined;
}

function checkOffset(
  rungs: readonly RungSource[],
  i: number,
  { name, document }: Ladder,
): Problem[] {
  const [rung, before] = [rungs[i], rungs[i - 1]];
  if (rung === undefined) return [];
  const pointer = pointerTo("/workflow/deadlines", name, "ladder", i, "at");
  if (typeof rung.at === "object") {
    const { parameter } = rung.at;
    const parameters = document.workflow.parameters ?? {};
    const at = { pointer: pointerTo(pointer, "parameter"), name: parameter };
    const unknown = unknownName("check/unknown-parameter", at, Object.keys(parameters));
    if (unknown.length > 0) return unknown;
    if (own(parameters, parameter)?.schema["type"] !== "integer")
      return [problem("check/ladder-parameter", at.pointer, { key: rung.key, name: parameter })];
  }
  const [here, earlier] = [offsetOf(rung, document), before && offsetOf(before, document)];
  if (before === undefined || here === undefined || earlier === undefined || here > earlier)
    return [];
  return [
    problem("check/ladder-order", pointer, {
      ...{ key: rung.key, at: here, before: before.key, earlier },
    }),
  ];
}

/** Who is given the task can do something in every state whose clock it is. */
function checkHandOver(
  rung: RungSource,
  pointer: string,
  { name, context, document }: Ladder,
): Problem[] {
  const role = rung.handOver;
  if (role === undefined) return [];
  const at = pointerTo(pointer, "handOver");
  const unknown = unknownName(
    "check/unknown-role",
    { pointer: at, name: role },
    Object.keys(context.roles),
  );
  if (unknown.length > 0) return unknown;
  return statesWith(name, { document, graph: context.graph })
    .filter((node) => !mayAct(node, role))
    .map((node) =>
      problem("check/ladder-hand-over", at, { key: rung.key, role, state: node.name || "machine" }),
    );
}

/** In the state, in one around it, or in one inside it. */
function mayAct(node: StateNode, role: string): boolean {
  const own = ({ source }: StateNode): boolean =>
    Object.values(source.meta?.events ?? {}).some(({ roles }) => roles.includes(role));
  const inside = (one: StateNode): boolean => own(one) || one.children.some(inside);
  for (let here: StateNode | null = node; here !== null; here = here.parent)
    if (own(here)) return true;
  return inside(node);
}

/** A deadline that moves the matter on ends its own ladder. */
function checkReached(rung: RungSource, pointer: string, ladder: Ladder): Problem[] {
  const { name, deadline, context, document } = ladder;
  const { key } = rung;
  const states = statesWith(name, { document, graph: context.graph });
  if (states.length === 0) return [problem("check/ladder-unheard", pointer, { key, name })];
  const offset = offsetOf(rung, document);
  if (offset === undefined) return [];
  if (liesBeforeBeginning(offset, deadline, document.workflow)) {
    const { unit } = deadline;
    const said = { key, name, unit, offset: -offset, offsetUnit: offsetUnitOf(deadline) };
    return [problem("check/ladder-early", pointerTo(pointer, "at"), said)];
  }
  // In days the rung of the last day goes out in its morning; in hours it would meet the end itself.
  const isAfter = offset >= (offsetUnitOf(deadline) === "hour" ? 0 : 1);
  return isAfter && !mayOutlast(name, { document, graph: context.graph })
    ? [problem("check/ladder-never", pointerTo(pointer, "at"), { key, name })]
    : [];
}

function checkQuietHours({ workflow }: DefinitionDocument): Problem[] {
  const { quietHours, parameters = {} } = workflow;
  if (quietHours === undefined) return [];
  const problems: Problem[] = [];
  const clock = (end: "from" | "to"): number | undefined => {
    const source: QuietHoursSource["from"] = quietHours[end];
    const pointer = pointerTo("/workflow/quietHours", end);
    if (typeof source === "object") {
      const at = { pointer: pointerTo(pointer, "parameter"), name: source.parameter };
      const unknown = unknownName("check/unknown-parameter", at, Object.keys(parameters));
      problems.push(...unknown);
      if (unknown.length > 0) return undefined;
    }
    const value = typeof source === "string" ? source : own(parameters, source.parameter)?.value;
    const minutes = parseClock(value);
    if (minutes === undefined)
      problems.push(problem("check/quiet-hours", pointer, { end, value: value ?? "—" }));
    return minutes;
  };
  const [from, to] = [clock("from"), clock("to")];
  if (from !== undefined && from === to) {
    const said = { from: showClock(from), to: showClock(to) };
    problems.push(problem("check/quiet-hours-empty", "/workflow/quietHours", said));
  }
  return problems;
}
