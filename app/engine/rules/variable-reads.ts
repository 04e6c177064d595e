import { walk, type Expression } from "./expression";
import { parseLogic, type Operators } from "./parse-logic";
import type { Logic } from "./types";

/** One place in a rule where something is read. */
export interface VariableRead {
  /** From the root of the scope: `data.parties[*].consent`. Begins with `[*]` for computed lists. */
  path: string;
  /** JSON pointer into the rule. */
  at: string;
  /** Only whether it is there is asked (`missing`, `missing_some`). */
  presenceOnly: boolean;
  /** The read says itself what absence means: `{"var": ["data.count", 0]}`. */
  hasDefault: boolean;
}

/** Operators do not matter for what is read: any name passes, with any arguments. */
const ANY_OPERATOR: Operators = {
  get: (name) => ({ name, takes: ["..."], gives: "any", run: () => undefined }),
};

/** Everything that a rule reads, in the order written. Refuses what `compileLogic` refuses, except unknown operators. */
export function variableReads(logic: Logic): VariableRead[] {
  return [...walk(parseLogic(logic, ANY_OPERATOR))].flatMap((part): VariableRead[] => {
    if (part.kind === "missing") {
      return part.keys.map(({ path }) => ({
        path,
        at: part.at,
        presenceOnly: true,
        hasDefault: false,
      }));
    }
    if (part.kind !== "var") return [];
    const hasDefault = part.fallback !== undefined;
    return [{ path: part.path, at: part.at, presenceOnly: false, hasDefault }];
  });
}

/** Every path that a rule reads, in the order written, without repeats. Refuses as `variableReads` does. */
export function pathsRead(logic: Logic): string[] {
  return pathsOf(parseLogic(logic, ANY_OPERATOR));
}

/** The same of an expression that is parsed already. */
export function pathsOf(expression: Expression): string[] {
  const paths = new Set<string>();
  for (const part of walk(expression)) {
    if (part.kind === "var") paths.add(part.path);
    if (part.kind === "missing") for (const key of part.keys) paths.add(key.path);
  }
  return [...paths];
}
