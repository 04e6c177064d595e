/** A quantity to be found, between its bounds. */
export interface LinearColumn {
  lower: number;
  upper: number;
  /** True where only whole numbers will do. */
  integer: boolean;
  /** What one of it costs; the sum of all is made as small as can be. */
  cost: number;
}

/** `lower ≤ Σ value × column ≤ upper`; infinite where there is no such limit. */
export interface LinearRow {
  lower: number;
  upper: number;
  columns: readonly number[];
  values: readonly number[];
}

/** A linear programme with whole numbers. */
export interface LinearModel {
  columns: readonly LinearColumn[];
  rows: readonly LinearRow[];
}

/** How long, how exactly, and from where to search. */
export interface LinearSearch {
  /** Then the best that was found is given. */
  seconds: number;
  /** Ends where nothing better by more than this share can exist; 0 for the proven best. */
  gap?: number;
  /** A solution to begin with, one value a column. */
  start?: readonly number[];
  /** Told now and then how far it has come, 0 to 1. */
  progress?: (share: number) => void;
}

/** What was found. */
export interface LinearAnswer {
  /** `optimal` within the gap; `feasible` where time ran out before; `unknown` where it ran out before anything was found. */
  status: "optimal" | "feasible" | "infeasible" | "unknown";
  /** One a column; none where nothing was found. */
  values: readonly number[];
  objective: number;
  /** No solution costs less than this. */
  bound: number;
  /** How long it took. */
  milliseconds: number;
}

/** Solves linear programmes one after the other, beside whatever else runs. */
export type SolveLinear = (model: LinearModel, search: LinearSearch) => Promise<LinearAnswer>;
