/** How many arguments an operator takes: at least and at most. */
export type Arity = readonly [least: number, most: number];

const ANY = Number.POSITIVE_INFINITY;

/**
 * Operators that are called in json-logic-js itself. `log` is left out (it writes personal data to
 * the console) and so is whatever that library may learn later: an operator not named here or in
 * `OWN_OPERATORS`, and not contributed by a plugin, does not exist.
 */
export const DELEGATED_OPERATORS: ReadonlyMap<string, Arity> = new Map<string, Arity>([
  ["==", [2, 2]],
  ["===", [2, 2]],
  ["!=", [2, 2]],
  ["!==", [2, 2]],
  [">", [2, 2]],
  [">=", [2, 2]],
  ["<", [2, 3]],
  ["<=", [2, 3]],
  ["+", [1, ANY]],
  ["*", [1, ANY]],
  ["-", [1, 2]],
  ["/", [2, 2]],
  ["%", [2, 2]],
  ["min", [1, ANY]],
  ["max", [1, ANY]],
  ["in", [2, 2]],
  ["cat", [1, ANY]],
  ["substr", [2, 3]],
  ["merge", [1, ANY]],
]);

/** Operators that are ours, because a missing value must stay unknown through them. */
export const OWN_OPERATORS: ReadonlyMap<string, Arity> = new Map<string, Arity>([
  ["var", [1, 2]],
  ["and", [1, ANY]],
  ["or", [1, ANY]],
  ["!", [1, 1]],
  ["!!", [1, 1]],
  ["if", [2, ANY]],
  ["?:", [2, ANY]],
  ["some", [2, 2]],
  ["all", [2, 2]],
  ["none", [2, 2]],
  ["map", [2, 2]],
  ["filter", [2, 2]],
  ["reduce", [2, 3]],
  ["missing", [1, ANY]],
  ["missing_some", [2, 2]],
]);

/** Operators that give `true` or `false` and nothing else. */
export const BOOLEAN_OPERATORS: ReadonlySet<string> = new Set([
  ..."== === != !== > >= < <= in ! !! some all none".split(" "),
]);

/** Operators that turn everything into numbers: a citizen's number would lose its last digits. */
export const NUMERIC_OPERATORS: ReadonlySet<string> = new Set("+ - * / % min max".split(" "));
