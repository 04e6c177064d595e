import type { Json } from "../json";
import type { Budget } from "./budget";
import type { Expression } from "./expression";
import type { Reason } from "./reason";
import type { Absent } from "./types";

/** What variables are read from while an expression is worked out. */
export interface Frame {
  readonly data: Json | undefined;
  /** Inside `reduce`, while the accumulator cannot be told. */
  readonly accumulator?: Reason | undefined;
}

/** One evaluation: what it may spend, what absence means in it, and whether anybody asks why. */
export interface Run {
  readonly budget: Budget;
  readonly absent: Absent | undefined;
  /** False where only the result counts: reasons then have no parts. */
  readonly why: boolean;
}

/** A compiled expression. Throws `BudgetExceeded` and nothing else. */
export type Closure = (frame: Frame, run: Run) => Reason;

/** Compiles an expression inside another one. */
export type Compile = (expression: Expression) => Closure;
