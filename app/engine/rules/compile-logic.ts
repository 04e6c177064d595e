import type { Json } from "../json";
import { Budget, BudgetExceeded } from "./budget";
import { jsonLogicCaller, pluginCaller } from "./call-operator";
import type { Closure, Compile } from "./closure";
import { compileChoice, compileJunction, compileNegation } from "./compile-connectives";
import { compileEach, compileReduce } from "./compile-lists";
import { compileMissing, compileVariable } from "./compile-variable";
import type { CallExpression, Expression, ListExpression } from "./expression";
import { BOOLEAN_OPERATORS } from "./operator-table";
import { parseLogic } from "./parse-logic";
import { gapsOf, openOf, toBecause, truthy, unknown, type Reason } from "./reason";
import type { Absent, CompiledLogic, Logic, Operator, RuleScope } from "./types";
import { pathsOf } from "./variable-reads";

/**
 * Compiles a rule (design §7). Refuses what `parseLogic` refuses; `operators` holds the plugins'
 * operators by full name.
 *
 * Where nothing is missing the result is json-logic-js's own. Where something is, a result is given
 * only if every completion would give the same; all else is unknown.
 */
export function compileLogic(
  logic: Logic,
  operators: ReadonlyMap<string, Operator>,
): CompiledLogic {
  const expression = parseLogic(logic, operators);
  const closure = compile(expression);
  const op =
    expression.kind === "call" || expression.kind === "each" ? expression.op : expression.kind;
  const work = (scope: RuleScope, absent: Absent | undefined, why: boolean): Reason => {
    try {
      const budget = new Budget();
      return toStorable(closure({ data: scope }, { budget, absent, why }), budget);
    } catch (error) {
      const code = error instanceof BudgetExceeded ? "rule/budget" : "rule/operator-failed";
      return { truth: "unknown", value: undefined, op, code };
    }
  };
  return {
    logic,
    variables: pathsOf(expression),
    judge: (scope, options) => work(scope, options?.absent, false),
    evaluate(scope, options) {
      const reason = work(scope, options?.absent, true);
      const { truth, value } = reason;
      return { truth, value, because: toBecause(reason), missing: [...gapsOf(reason).keys()] };
    },
  };
}

/** A result is stored: it must be finite, and small when written out. */
function toStorable(reason: Reason, budget: Budget): Reason {
  const { value } = reason;
  if (typeof value === "object" && value !== null) budget.buildFrom(value);
  const infinite = typeof value === "number" && !Number.isFinite(value);
  return infinite ? unknown({ op: reason.op, parts: reason.parts ?? [] }) : reason;
}

const compile: Compile = (expression) => {
  switch (expression.kind) {
    case "value":
      return compileValue(expression.value);
    case "list":
      return compileList(expression);
    case "var":
      return compileVariable(expression, compile);
    case "missing":
      return compileMissing(expression, compile);
    case "each":
      return compileEach(expression, compile);
    case "reduce":
      return compileReduce(expression, compile);
    case "call":
      return compileCall(expression);
  }
};

function compileValue(value: Json): Closure {
  const reason: Reason = Object.freeze({ truth: truthy(value), value, op: "value" });
  return (_frame, run) => {
    run.budget.step();
    return reason;
  };
}

/** A list is true or false by its length, known even where its items are not. */
function compileList({ items }: ListExpression): Closure {
  const closures = items.map(compile);
  return (frame, run) => {
    run.budget.step();
    run.budget.build(closures.length);
    const parts = closures.map((closure) => closure(frame, run));
    const values = parts.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const value = values.length === parts.length ? values : undefined;
    return { truth: parts.length > 0, value, op: "list", parts, open: parts.flatMap(openOf) };
  };
}

function compileCall(expression: CallExpression): Closure {
  const { op, args } = expression;
  const parts = args.map(compile);
  const boolean = isBoolean(expression);
  const [first] = parts;
  if (op === "and" || op === "or") return compileJunction({ op, parts, boolean });
  if ((op === "!" || op === "!!") && first !== undefined) return compileNegation(op, first);
  if (op === "if" || op === "?:") return compileChoice({ op, parts, boolean });
  return compileStrict(expression, parts);
}

/** Every other operator needs all of its arguments. */
function compileStrict({ op, operator }: CallExpression, closures: readonly Closure[]): Closure {
  const call =
    operator === undefined ? jsonLogicCaller(op, closures.length) : pluginCaller(operator, op);
  return (frame, run) => {
    run.budget.step();
    const parts: Reason[] = [];
    const values: Json[] = [];
    for (const closure of closures) {
      const part = closure(frame, run);
      if (run.why) parts.push(part);
      if (part.value !== undefined) values.push(part.value);
    }
    if (values.length < closures.length) return unknown({ op, parts });
    try {
      return call({ values, parts, budget: run.budget });
    } catch (error) {
      if (error instanceof BudgetExceeded) throw error;
      return { truth: "unknown", value: undefined, op, parts, code: "rule/operator-failed" };
    }
  };
}

/** Whether an expression can come to nothing but `true` or `false`. */
function isBoolean(expression: Expression): boolean {
  switch (expression.kind) {
    case "value":
      return typeof expression.value === "boolean";
    case "each":
      return BOOLEAN_OPERATORS.has(expression.op);
    case "call":
      return (
        BOOLEAN_OPERATORS.has(expression.op) ||
        (isConnective(expression.op) && resultsOf(expression).every(isBoolean))
      );
    case "list":
    case "var":
    case "missing":
    case "reduce":
      return false;
  }
}

function isConnective(op: string): boolean {
  return op === "and" || op === "or" || op === "if" || op === "?:";
}

/** The arguments that can become the value: of `if` not its conditions, and `null` without an else. */
function resultsOf({ op, args, at }: CallExpression): Expression[] {
  if (op === "and" || op === "or") return args;
  const results = args.filter((_, index) => index % 2 === 1 || index === args.length - 1);
  return args.length % 2 === 1 ? results : [...results, { kind: "value", value: null, at }];
}
