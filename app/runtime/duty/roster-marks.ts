import type { RosterConflict } from "./roster-facts";

/** 甲 for what must be changed, 乙 for what may stand with a reason; numbered where there are several. */
export function marksOf(conflicts: readonly RosterConflict[]): Map<string, string> {
  const marks = new Map<string, string>();
  for (const [weight, letter] of [
    ["hard", "甲"],
    ["soft", "乙"],
  ] as const) {
    const some = conflicts.filter((conflict) => conflict.weight === weight);
    some.forEach(({ key }, index) =>
      marks.set(key, some.length === 1 ? letter : `${letter}${index + 1}`),
    );
  }
  return marks;
}
