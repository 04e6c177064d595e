import type { Json } from "../json";

/** Gives undefined where the library must be asked. */
type PlainOperator = (first: Json, second: Json) => boolean | undefined;

function compare(run: (first: Json, second: Json) => boolean): PlainOperator {
  return (first, second) => {
    const type = typeof first;
    // Values of one type are compared the same way strictly and loosely.
    const isSimple = type === typeof second && type !== "object";
    return isSimple ? run(first, second) : undefined;
  };
}

/**
 * json-logic's operators of two arguments that are one of JavaScript's own on texts, numbers and booleans. They are
 * most of what rules ask, and asking the library for one costs many times as much. A property holds them equal to it.
 */
export const PLAIN_OPERATORS: ReadonlyMap<string, PlainOperator> = new Map([
  ["==", compare((first, second) => first === second)],
  ["===", compare((first, second) => first === second)],
  ["!=", compare((first, second) => first !== second)],
  ["!==", compare((first, second) => first !== second)],
  ["<", compare((first, second) => (first as number) < (second as number))],
  ["<=", compare((first, second) => (first as number) <= (second as number))],
  [">", compare((first, second) => (first as number) > (second as number))],
  [">=", compare((first, second) => (first as number) >= (second as number))],
  [
    "in",
    (item, list) =>
      Array.isArray(list) && (typeof item !== "object" || item === null)
        ? list.indexOf(item) !== -1
        : undefined,
  ],
]);
