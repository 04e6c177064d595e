import {
  mirror,
  opposite,
  type Claim,
  type ItemOf,
  type Operand,
  type Relation,
  type Statement,
} from "./statement";
import type { Because, Truth } from "./types";

const RELATIONS: Readonly<Record<string, Relation | undefined>> = {
  "==": "equal",
  "===": "equal",
  "!=": "notEqual",
  "!==": "notEqual",
  "<": "less",
  "<=": "atMost",
  ">": "more",
  ">=": "atLeast",
};

interface Context {
  /** Inside a negation: the clause holds when the tree says it does not. */
  negated: boolean;
  items: ItemOf[];
}

/** Takes the tree apart into clauses, each of which can be said in one sentence. */
export function toStatements(
  because: Because,
  context: Context = { negated: false, items: [] },
): Statement[] {
  const parts = because.parts ?? [];
  const { negated } = context;
  const state = (claim: Claim): Statement[] => [
    { truth: turned(because.truth, negated), claim, items: context.items },
  ];
  if (because.hidden) return state({ kind: "hidden" });
  if (because.code !== undefined) return state({ kind: "notWorkedOut", code: because.code });
  switch (because.op) {
    case "value":
      return [];
    case "and":
    case "or":
    case "!!":
      return parts.flatMap((part) => toStatements(part, context));
    case "!":
      return parts.flatMap((part) => toStatements(part, { ...context, negated: !negated }));
    case "if":
    case "?:":
      return fromChoice(because, context);
    case "some":
    case "all":
    case "none":
      return fromItems({ ...because, op: because.op }, context);
    case "missing":
    case "missing_some": {
      const paths = parts.flatMap(({ path }) => (path === undefined ? [] : [path]));
      return state({ kind: "filledIn", paths, complete: because.truth === false });
    }
    case "var":
      return state({ kind: "is", subject: toOperand(because), truthy: because.truth });
    default:
      return state(fromOperator(because, negated));
  }
}

/** The result that was chosen says it; where that is a constant, the conditions do. */
function fromChoice({ parts = [] }: Because, context: Context): Statement[] {
  const results = parts.slice(-1);
  const chosen = results.flatMap((result) => toStatements(result, context));
  if (chosen.length > 0 || results[0] === undefined) {
    const open = parts.slice(0, -1).filter(({ truth }) => truth === "unknown");
    return [...open.flatMap((part) => toStatements(part, context)), ...chosen];
  }
  const outcome = turned(results[0].truth, context.negated);
  return parts.slice(0, -1).flatMap((condition) => {
    const negated = condition.truth !== "unknown" && outcome !== condition.truth;
    return toStatements(condition, { ...context, negated });
  });
}

function fromItems(
  because: Because & { op: "some" | "all" | "none" },
  context: Context,
): Statement[] {
  const { op, truth, path, parts = [] } = because;
  const [first] = parts;
  if (first === undefined || first.op !== "item") {
    if (truth === "unknown" && first !== undefined)
      return toStatements(first, { ...context, negated: false });
    const claim: Claim = { kind: "emptyList", list: path };
    return [{ truth: turned(truth, context.negated), claim, items: context.items }];
  }
  const summary = toSummary(because, context);
  if (summary !== undefined) return [summary];
  const negated = op === "none" ? !context.negated : context.negated;
  return parts.flatMap((item) =>
    (item.parts ?? []).flatMap((body) =>
      toStatements(body, { negated, items: [...context.items, { list: path, label: item.item }] }),
    ),
  );
}

/** One sentence for all items, where each came out alike for the same simple reason. */
function toSummary(
  { op, truth, path, parts = [] }: Because & { op: "some" | "all" | "none" },
  context: Context,
): Statement | undefined {
  const alike = op === "some" ? truth === false : truth === true;
  const body = parts[0]?.parts?.[0];
  if (!alike || context.negated || path === undefined || body === undefined) return undefined;
  const [statement, ...more] = toStatements(body);
  if (statement === undefined || more.length > 0 || !isSimple(body)) return undefined;
  return {
    truth,
    claim: { kind: "everyItem", quantifier: op, list: path, claim: statement.claim },
    items: context.items,
  };
}

function isSimple({ op, parts = [] }: Because): boolean {
  if (op === "!" || op === "!!") return parts.every(isSimple);
  return op === "in" || Object.hasOwn(RELATIONS, op);
}

function fromOperator(because: Because, negated: boolean): Claim {
  const { op, parts = [] } = because;
  const [left, right, third] = parts.map(toOperand);
  if (left === undefined || right === undefined) return { kind: "judged", from: pathsIn(because) };
  const turn = (relation: Relation): Relation => (negated ? opposite(relation) : relation);
  if (op === "in") {
    if (left.kind === "constant" && right.kind !== "constant") {
      return { kind: "compare", relation: turn("contains"), subject: right, other: left };
    }
    return { kind: "compare", relation: turn("oneOf"), subject: left, other: right };
  }
  const relation = Object.hasOwn(RELATIONS, op) ? RELATIONS[op] : undefined;
  if (relation === undefined) return { kind: "judged", from: pathsIn(because) };
  if (third !== undefined) {
    const inclusive = relation === "atMost";
    return { kind: "between", inclusive, outside: negated, subject: right, low: left, high: third };
  }
  const swap = left.kind === "constant" || (left.kind === "computed" && right.kind === "read");
  const [subject, other] = swap ? [right, left] : [left, right];
  if (other.kind === "constant" && typeof other.value === "boolean" && subject.kind === "read") {
    // “有人被打：有” says it; that it was compared with `true` does not matter to anybody.
    const truthy = subject.missing ? "unknown" : Boolean(subject.value);
    return { kind: "is", subject, truthy };
  }
  return { kind: "compare", relation: turn(swap ? mirror(relation) : relation), subject, other };
}

function toOperand(because: Because): Operand {
  const { op, path, value, truth, assumed } = because;
  const known = value === undefined ? {} : { value };
  if (op === "var" && path !== undefined) {
    const missing = truth === "unknown" && value === undefined;
    return { kind: "read", path, missing, assumed: assumed === true, ...known };
  }
  if (op === "value" && value !== undefined) return { kind: "constant", value };
  return { kind: "computed", from: pathsIn(because), ...known };
}

/** Everything that was read beneath, without repeats. */
function pathsIn(because: Because): string[] {
  const paths = (because.parts ?? []).flatMap(pathsIn);
  return [...new Set(because.op === "var" && because.path !== undefined ? [because.path] : paths)];
}

function turned(truth: Truth, negated: boolean): Truth {
  return truth === "unknown" || !negated ? truth : !truth;
}
