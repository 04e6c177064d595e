import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { RefusalError } from "../refusal";
import { analyseLogic } from "../rules/analyse";
import { parseLogic } from "../rules/parse-logic";
import { kindOf, type Kind, type ScopeShape } from "../rules/static-kind";
import type { Logic, Operator } from "../rules/types";
import { itemsWhere } from "../projection/notice";
import type { NoticeSource } from "../notice-source";
import type { DefinitionDocument, FactSource } from "../workflow-source";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";
import { resolvePath, scopeShapeOf } from "./scope-paths";
import { unknownPath } from "./check-templates";

/** One expression of a package, with its place. */
export interface PlacedLogic {
  logic: Logic;
  pointer: string;
  /** What stands around the expression here and not in the file: pointers are given without it. */
  around?: string;
}

type Shape = ScopeShape & { operators: ReadonlyMap<string, Operator> };

/**
 * Rules, facts and parameters of jobs: they compile, read what exists, and compare like with like. A
 * fact gives what it says it gives; what a rule says of absence is about something it can read.
 */
export const checkRules: Check = (document, context) => {
  const scope = { document, registry: context.registry, others: context.others };
  const shape = { ...scopeShapeOf(scope), operators: context.registry.operators };
  const { rules = {}, facts = {} } = document.workflow;
  return [
    ...logicOf(document).flatMap((placed) => checkLogic(placed, shape)),
    ...Object.entries(facts).flatMap(([name, fact]) =>
      checkFactKind(fact, pointerTo("/workflow/facts", name), shape),
    ),
    ...Object.entries(rules).flatMap(([name, rule]) =>
      Object.keys(rule.absent ?? {}).flatMap((path) => {
        const found = resolvePath(path, scope);
        const pointer = pointerTo("/workflow/rules", name, "absent", path);
        return "missing" in found ? unknownPath(path, pointer, found) : [];
      }),
    ),
    ...circles(facts),
  ];
};

/** Every expression that a package holds. */
export function logicOf({ workflow }: DefinitionDocument): PlacedLogic[] {
  const { rules = {}, facts = {}, jobs = {}, notices = {} } = workflow;
  return [
    ...Object.entries(rules).map(([name, rule]) => ({
      ...{ logic: rule.when, pointer: pointerTo("/workflow/rules", name, "when") },
    })),
    ...Object.entries(facts).map(([name, fact]) => ({
      ...{ logic: fact.value, pointer: pointerTo("/workflow/facts", name, "value") },
    })),
    ...Object.entries(jobs).flatMap(([name, job]) =>
      Object.entries(job.params ?? {}).map(([key, logic]) => ({
        ...{ logic, pointer: pointerTo("/workflow/jobs", name, "params", key) },
      })),
    ),
    ...Object.entries(notices).flatMap(([name, notice]) => ofItems(notice, name)),
  ];
}

/** Conditions over the items of a notice read as they do inside `filter`. */
function ofItems({ over, where, held }: NoticeSource, name: string): PlacedLogic[] {
  const pointer = pointerTo("/workflow/notices", name);
  const placed: [Logic | undefined, string][] = [
    [where, pointerTo(pointer, "where")],
    [held?.when, pointerTo(pointer, "held", "when")],
  ];
  return placed.flatMap(([logic, at]): PlacedLogic[] =>
    logic === undefined || over === undefined
      ? []
      : [{ logic: itemsWhere(over, logic), pointer: at, around: "/filter/1" }],
  );
}

function checkLogic({ logic, pointer, around = "" }: PlacedLogic, shape: Shape): Problem[] {
  // A list that is not there is reported where it is named.
  const inside = (at: string): string | undefined =>
    at.startsWith(around) ? pointer + at.slice(around.length) : undefined;
  try {
    return analyseLogic(logic, shape).flatMap(({ code, at, params }) => {
      const place = inside(at);
      return place === undefined ? [] : [problem(code, place, params)];
    });
  } catch (cause) {
    return [uncompiled(cause, pointer, inside)];
  }
}

/** What the rule compiler refuses, where it stands. */
function uncompiled(
  cause: unknown,
  pointer: string,
  inside: (at: string) => string | undefined,
): Problem {
  if (!(cause instanceof RefusalError)) throw cause;
  const { code, params = {} } = cause.refusal;
  const at = own(params, "at");
  const place = typeof at === "string" ? inside(at) : undefined;
  return problem(code as Problem["code"], place ?? pointer, params);
}

const KINDS: Record<FactSource["type"], readonly Kind[]> = {
  boolean: ["boolean"],
  integer: ["number"],
  number: ["number"],
  string: ["string", "date"],
  date: ["date", "string"],
};

function checkFactKind(fact: FactSource, pointer: string, shape: Shape): Problem[] {
  let found: Kind;
  try {
    found = kindOf(parseLogic(fact.value, shape.operators), shape);
  } catch {
    return []; // Reported where the expression itself is checked.
  }
  if (found === "any" || KINDS[fact.type].includes(found)) return [];
  return [problem("check/fact-kind", pointerTo(pointer, "type"), { wanted: fact.type, found })];
}

/** Facts that are worked out from each other would never be. */
function circles(facts: Record<string, FactSource>): Problem[] {
  const reads = new Map(
    Object.entries(facts).map(([name, fact]) => [
      name,
      [...JSON.stringify(fact.value).matchAll(/"facts\.([A-Za-z0-9]+)"/g)].map(
        (one) => one[1] ?? "",
      ),
    ]),
  );
  return [...reads.keys()].flatMap((name) => {
    const seen = new Set<string>();
    const open = [...(reads.get(name) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === name) {
        return [problem("check/circular-fact", pointerTo("/workflow/facts", name), { name })];
      }
      if (!seen.has(next)) open.push(...(reads.get(next) ?? []));
      seen.add(next);
    }
    return [];
  });
}
