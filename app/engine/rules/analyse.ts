import { checkCall, mustBe, type LogicProblem } from "./check-operands";
import { walk, type Expression } from "./expression";
import { parseLogic, type Operators } from "./parse-logic";
import type { ScopeShape } from "./static-kind";
import type { Logic } from "./types";

export type { LogicProblem } from "./check-operands";

/**
 * Holds a rule against what its scope holds: variables that do not exist (`rule/unknown-variable`),
 * operands that an operator cannot use (`rule/operand-type`, `rule/different-types`,
 * `rule/compares-null`, `rule/compares-list`) and constants outside an enum (`rule/outside-enum`).
 * All problems at once. Refuses what `compileLogic` refuses.
 */
export function analyseLogic(
  logic: Logic,
  shape: ScopeShape & { operators: Operators },
): LogicProblem[] {
  const expressions = [...walk(parseLogic(logic, shape.operators))];
  return [
    ...unknownVariables(expressions, shape),
    ...expressions.flatMap((expression) => {
      if (expression.kind === "each" || expression.kind === "reduce") {
        const { list, at } = expression;
        const operator = expression.kind === "reduce" ? "reduce" : expression.op;
        return mustBe({ operand: list, position: 1, allowed: ["array"], operator, at, shape });
      }
      return expression.kind === "call" ? checkCall(expression, shape) : [];
    }),
  ];
}

/** Of a list that does not exist its items are not reported as well. */
function unknownVariables(expressions: Expression[], { typeOf }: ScopeShape): LogicProblem[] {
  const unknown: string[] = [];
  const exists = (path: string): boolean =>
    path.startsWith("[*]") ||
    typeOf(path) !== undefined ||
    unknown.some((list) => path.startsWith(`${list}[*]`));
  return expressions.flatMap((expression): LogicProblem[] => {
    const { at, kind } = expression;
    const paths =
      kind === "missing"
        ? expression.keys.map(({ path }) => path)
        : kind === "var"
          ? [countedField(expression, typeOf) ?? expression.path]
          : [];
    return paths
      .filter((path) => !exists(path))
      .map((path) => {
        unknown.push(path);
        return {
          code: "rule/unknown-variable",
          at,
          path,
          params: { path: path === "" ? '""' : path },
        };
      });
  });
}

/** `x.length` is the count of the list `x`, or a field called so of the object `x`. */
function countedField(
  { counts, path }: { counts: boolean; path: string },
  typeOf: ScopeShape["typeOf"],
): string | undefined {
  return counts && typeOf(path) !== undefined && typeOf(path) !== "array"
    ? `${path}.length`
    : undefined;
}
