import type { Json } from "../../../app/engine/json";
import { compileLogic } from "../../../app/engine/rules/compile-logic";
import type { Absent, Evaluation, Logic, Operator } from "../../../app/engine/rules/types";

/** Operators of plugins that the tests know. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>(
  (
    [
      {
        name: "toy.double",
        takes: ["number"],
        gives: "number",
        run: (value) => (typeof value === "number" ? value * 2 : undefined),
      },
      {
        name: "toy.count",
        takes: ["string", "..."],
        gives: "number",
        run: (...values) => values.length,
      },
      {
        name: "toy.broken",
        takes: ["any"],
        gives: "boolean",
        run: () => {
          throw new Error("a plugin's mistake");
        },
      },
    ] satisfies Operator[]
  ).map((operator) => [operator.name, operator]),
);

export interface Given {
  data?: Json;
  params?: Json;
  facts?: Json;
  links?: Json;
}

/** Compiles a rule and works it out. */
export function evaluate(logic: Logic, given: Given = {}, absent?: Absent): Evaluation {
  const scope = { data: {}, ...given } as { [part: string]: Json };
  return compileLogic(logic, OPERATORS).evaluate(scope, absent === undefined ? {} : { absent });
}

/** The code with which a rule is refused. */
export function refusalOf(logic: Logic): string | undefined {
  try {
    compileLogic(logic, OPERATORS);
    return undefined;
  } catch (error) {
    return (error as { refusal: { code: string } }).refusal.code;
  }
}
