import { pointerTo } from "../json-pointer";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";
import type { StateNode } from "./state-graph";
import { unknownName } from "./unknown-name";

/** Names and ids of states are unique; every kind of state has what it needs and nothing it cannot have. */
export const checkStates: Check = (_document, { graph }) => {
  const states = graph.nodes.slice(1);
  return [
    ...duplicates(states, "check/duplicate-state", (node) => node.name),
    ...duplicates(states, "check/duplicate-state-id", (node) => node.source.id),
    ...graph.nodes.flatMap(checkKind),
    ...states.flatMap(checkTitle),
    ...graph.root.children.flatMap(checkEnd),
  ];
};

function duplicates(
  nodes: readonly StateNode[],
  code: "check/duplicate-state" | "check/duplicate-state-id",
  nameOf: (node: StateNode) => string | undefined,
): Problem[] {
  const first = new Map<string, StateNode>();
  return nodes.flatMap((node) => {
    const name = nameOf(node);
    const other = name === undefined ? undefined : first.get(name);
    if (name !== undefined && other === undefined) first.set(name, node);
    if (name === undefined || other === undefined) return [];
    return [problem(code, node.pointer, { name, other: other.path })];
  });
}

function checkKind(node: StateNode): Problem[] {
  const { source, pointer, kind } = node;
  const misplaced = (keys: readonly (keyof StateNode["source"])[], what: string): Problem[] =>
    keys
      .filter((key) => source[key] !== undefined)
      .map((key) => problem("check/misplaced", pointerTo(pointer, key), { key, what }));
  switch (kind) {
    case "final":
      return misplaced(["on", "after", "always", "onDone", "states", "initial"], "final");
    case "atomic":
      return misplaced(["initial", "onDone", "states"], "atomic");
    case "parallel":
      return [
        ...misplaced(["initial"], "parallel"),
        ...(node.children.length < 2 ? [problem("check/too-few-regions", pointer)] : []),
      ];
    case "compound": {
      const names = node.children.map((child) => child.name);
      if (source.initial === undefined) {
        return [problem("check/missing-key", pointer, { key: "initial" })];
      }
      const at = { pointer: pointerTo(pointer, "initial"), name: source.initial };
      return unknownName("check/unknown-state", at, names);
    }
  }
}

/** A state that people see needs a title; a group of states may do without. */
function checkTitle(node: StateNode): Problem[] {
  const isSeen = node.kind === "atomic" || node.kind === "final";
  const passes = node.source.always !== undefined;
  if (!isSeen || passes || node.source.meta !== undefined) return [];
  return [problem("check/no-title", node.pointer, { state: node.name })];
}

/** `end` belongs to the final states at the top, and to no others. */
function checkEnd(top: StateNode): Problem[] {
  const own =
    top.kind === "final" && top.source.meta?.end === undefined
      ? [problem("check/no-end", top.pointer, { state: top.name })]
      : [];
  return [...own, ...misplacedEnds(top, top.kind === "final")];
}

function misplacedEnds(node: StateNode, isAllowed: boolean): Problem[] {
  const here =
    !isAllowed && node.source.meta?.end !== undefined
      ? [
          problem("check/misplaced", pointerTo(node.pointer, "meta", "end"), {
            key: "end",
            what: node.kind,
          }),
        ]
      : [];
  return [...here, ...node.children.flatMap((child) => misplacedEnds(child, false))];
}
