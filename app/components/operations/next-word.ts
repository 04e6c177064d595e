import type { NextChoice } from "../../runtime/api";

/** The heading over those who may be named to act next: they must be, or may. */
export function nextWord({ least }: Pick<NextChoice, "least">) {
  return least > 0 ? ("operations.next" as const) : ("operations.nextMaybe" as const);
}
