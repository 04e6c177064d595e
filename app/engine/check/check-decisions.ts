import type { AvoidSource } from "../avoid";
import { decidedEvent } from "../decision/conclude";
import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { parseShare } from "../decision/tally";
import type { AskedSource, DecisionSource } from "../decision/decision-source";
import type { Check, CheckContext } from "./check-context";
import { unknownPath } from "./check-templates";
import { problem, type Problem } from "./problem";
import { resolvePath, type ScopeOf } from "./scope-paths";
import { isWithin, type StateNode } from "./state-graph";
import { unknownName } from "./unknown-name";

/**
 * What several people decide together: both outcomes lead out of the state, everybody who is asked can be told,
 * nobody found has somewhere to go, and what is about a person is never approved by the clock.
 */
export const checkDecisions: Check = (document, context) => {
  const { others, registry } = context;
  const scope: ScopeOf = { document, registry, others };
  const avoided = [
    ...checkAvoid(document.workflow.avoid, "/workflow/avoid", scope),
    ...context.graph.nodes.flatMap(({ source, pointer }) =>
      checkAvoid(source.meta?.avoid, pointerTo(pointer, "meta", "avoid"), scope),
    ),
  ];
  const found = context.graph.nodes.flatMap((node) => {
    const decision = node.source.meta?.decision;
    const events = checkEventsOf(node, context);
    return decision === undefined
      ? events
      : [...events, ...checkDecision(decision, { node, context, scope })];
  });
  return [...avoided, ...found];
};

/** People are named by texts. */
function checkAvoid(avoid: AvoidSource[] = [], pointer: string, scope: ScopeOf): Problem[] {
  return avoid.flatMap(({ paths }, i) =>
    paths.flatMap((path, n) => pathOfText(path, pointerTo(pointer, i, "paths", n), scope)),
  );
}

/** `decided.<state>.…` stands in its own state and nowhere else. */
function checkEventsOf(node: StateNode, { graph }: CheckContext): Problem[] {
  const decision = node.source.meta?.decision;
  const own = (["pass", "fail"] as const).map((result) => decidedEvent(node.name, result));
  const named = Object.keys(node.source.on ?? {}).filter((name) => name.startsWith("decided."));
  const strange = named.filter((name) => decision === undefined || !own.includes(name));
  const missing = decision === undefined ? [] : own.filter((name) => !named.includes(name));
  const edges = graph.edgesFrom(node).filter(({ kind }) => kind === "decided");
  return [
    ...strange.map((name) =>
      problem("check/decision-elsewhere", pointerTo(node.pointer, "on", name), { name }),
    ),
    ...missing.map((name) =>
      problem("check/decision-unheard", node.pointer, { state: node.name, name }),
    ),
    ...edges
      .filter((edge) => edge.to === undefined || isWithin(edge.to, node))
      .map((edge) => problem("check/decision-stays", edge.pointer, { name: edge.name })),
    ...named
      .filter((name) => {
        const list = edges.filter((edge) => edge.name === name);
        return list.length > 0 && list.every((edge) => edge.source.guard !== undefined);
      })
      .map((name) =>
        problem("check/decision-guarded", pointerTo(node.pointer, "on", name), { name }),
      ),
  ];
}

interface DecisionPlace {
  node: StateNode;
  context: CheckContext;
  scope: ScopeOf;
}

function checkDecision(decision: DecisionSource, place: DecisionPlace): Problem[] {
  const { node, context } = place;
  const pointer = pointerTo(node.pointer, "meta", "decision");
  const at = (...keys: (string | number)[]): string => pointerTo(pointer, ...keys);
  const { roles } = context;
  const known = Object.keys(roles);
  const { fallback, veto = [], timeout, about, asked } = decision;
  const isAtomic = node.kind === "atomic";
  return [
    ...(isAtomic ? [] : [problem("check/decision-not-atomic", pointer, { state: node.name })]),
    ...unknownName("check/unknown-role", { pointer: at("fallback"), name: fallback }, known),
    ...(own(roles, fallback)?.decides === false
      ? [problem("check/fallback-decides", at("fallback"), { role: fallback })]
      : []),
    ...veto.flatMap((name, i) =>
      unknownName("check/unknown-role", { pointer: at("veto", i), name }, known),
    ),
    ...asked.flatMap((one, i) => checkAsked(one, at("asked", i), place)),
    ...checkCounting(decision, pointer),
    ...(timeout === "approve" && about === "person"
      ? [problem("check/automatic-approval", at("timeout"))]
      : []),
    ...(timeout !== undefined && node.source.meta?.due === undefined
      ? [problem("check/timeout-without-due", at("timeout"), { state: node.name })]
      : []),
  ];
}

function checkAsked(asked: AskedSource, pointer: string, { context, scope }: DecisionPlace) {
  const { role, people, chosen, unit, each, when } = asked;
  const kinds = [role, people, chosen].filter((kind) => kind !== undefined);
  const isMixed = kinds.length !== 1 || (role === undefined && (unit ?? each) !== undefined);
  const known = Object.keys(context.roles);
  const roles = (
    [
      ["role", role],
      ["chosen/role", chosen?.role],
    ] as const
  ).flatMap(([key, name]) =>
    name === undefined
      ? []
      : unknownName("check/unknown-role", { pointer: `${pointer}/${key}`, name }, known),
  );
  const { rules = {} } = scope.document.workflow;
  const { least = 1, most = 30 } = chosen ?? {};
  return [
    ...(isMixed ? [problem("check/asked-one-way", pointer)] : []),
    ...roles,
    ...(when === undefined
      ? []
      : unknownName(
          "check/unknown-rule",
          { pointer: pointerTo(pointer, "when"), name: when },
          Object.keys(rules),
        )),
    ...(least > most
      ? [problem("check/empty-range", pointerTo(pointer, "chosen"), { low: least, high: most })]
      : []),
    ...pathOfText(people, pointerTo(pointer, "people"), scope),
    ...pathOfText(unit, pointerTo(pointer, "unit"), scope),
  ];
}

/** Account and unit ids are texts, or lists of them. */
export function pathOfText(path: string | undefined, pointer: string, scope: ScopeOf): Problem[] {
  if (path === undefined) return [];
  const found = resolvePath(path, scope);
  if ("missing" in found) return unknownPath(path, pointer, found);
  if (found.node.type === "string") return [];
  const items = found.node.type === "array" ? resolvePath(`${path}[*]`, scope) : undefined;
  const isList = items !== undefined && "node" in items && items.node.type === "string";
  const params = { path, found: found.node.type, wanted: "string" };
  return isList ? [] : [problem("check/wrong-kind", pointer, params)];
}

/** Shares are at most the whole; a meeting's sheet stands alone and is counted by share. */
function checkCounting(decision: DecisionSource, pointer: string): Problem[] {
  const { pass, quorum, paper, asked, samePerson } = decision;
  const shares: [string, string][] = [];
  if (typeof pass === "object" && "share" in pass)
    shares.push([pointerTo(pointer, "pass", "share"), pass.share]);
  if (typeof quorum === "object")
    shares.push([pointerTo(pointer, "quorum", "share"), quorum.share]);
  const isBoth = typeof pass === "object" && "share" in pass === "weight" in pass;
  const [only] = asked;
  const isAlone =
    asked.length === 1 && only?.role !== undefined && only.each === undefined && !samePerson;
  const isCounted = typeof pass === "object" && "share" in pass;
  return [
    ...shares.flatMap(([at, share]) => {
      const [of, whole] = parseShare(share);
      return of > whole ? [problem("check/share-above-all", at, { share })] : [];
    }),
    ...(isBoth ? [problem("check/pass-one-way", pointerTo(pointer, "pass"))] : []),
    ...(paper !== undefined && !(isAlone && isCounted)
      ? [problem("check/paper-alone", pointerTo(pointer, "paper"))]
      : []),
  ];
}
