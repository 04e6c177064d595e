import type { Json } from "../json";

/** Expressions that one evaluation may work out. */
export const MAX_STEPS = 10_000;
/** Characters and items that one evaluation may build. */
export const MAX_BUILT = 1_000_000;

/** Unwinds one evaluation; never leaves `evaluate`. */
export class BudgetExceeded extends Error {}

/** What one evaluation may still spend. */
export class Budget {
  private steps = MAX_STEPS;
  private built = MAX_BUILT;

  /** Before each expression. Throws `BudgetExceeded`. */
  step(): void {
    this.steps -= 1;
    if (this.steps < 0) throw new BudgetExceeded();
  }

  /** Before something of that size is built. Throws `BudgetExceeded`. */
  build(size: number): void {
    this.built -= size;
    if (this.built < 0) throw new BudgetExceeded();
  }

  /**
   * Before something is made of a whole value. A list that holds another one twice is small in
   * memory and endless on paper, so what is counted is what writing it out would take.
   */
  buildFrom(value: Json): void {
    const open: Json[] = [value];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (typeof next === "string") this.build(next.length + 1);
      else this.build(1);
      if (typeof next === "object" && next !== null) {
        for (const part of Array.isArray(next) ? next : Object.values(next)) open.push(part);
      }
    }
  }
}
