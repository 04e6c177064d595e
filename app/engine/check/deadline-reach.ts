import { isObject, own } from "../json";
import { offsetUnitOf } from "../time/offset-unit";
import type { DeadlineUnit } from "../time/types";
import type { DeadlineSource } from "../deadline-source";
import type { WorkflowSource } from "../workflow-source";

/** The longest holiday with the weekends around it, which one working day may lie behind. */
const LONGEST_REST = 10;

/** The most days that so many units can last. */
const LONGEST: Readonly<Record<DeadlineUnit, (count: number) => number>> = {
  hour: (count) => count / 24,
  day: (count) => count,
  workday: (count) => count * 2 + LONGEST_REST,
  month: (count) => count * 31,
};

/** The least days of one unit. */
const SHORTEST: Readonly<Record<DeadlineUnit, number>> = {
  hour: 1 / 24,
  day: 1,
  workday: 1,
  month: 28,
};

/**
 * True where `offset` lies before the deadline begins, however long its parameter lets it be. False where it
 * cannot be said: the beginning is a date of the data, or nothing bounds the count.
 */
export function liesBeforeBeginning(
  offset: number,
  deadline: DeadlineSource,
  workflow: WorkflowSource,
): boolean {
  const most = deadline.from === "entry" ? mostOf(deadline, workflow) : undefined;
  if (most === undefined || offset >= 0) return false;
  const unit = offsetUnitOf(deadline);
  if (unit !== deadline.unit) return -offset * SHORTEST[unit] > LONGEST[deadline.unit](most);
  // A day's reminder goes out at eight, which a state entered by a clock at midnight still has before it.
  return unit === "hour" ? offset + most <= 0 : offset + most < 0;
}

function mostOf({ count }: DeadlineSource, { parameters }: WorkflowSource): number | undefined {
  if (typeof count === "number") return count;
  const schema = own(parameters, count.parameter)?.schema ?? {};
  const items = own(schema, "items");
  const counted = count.at !== undefined && isObject(items) ? items : schema;
  const most = own(counted, count.before === true ? "minimum" : "maximum");
  if (typeof most !== "number") return undefined;
  return count.before === true ? -most : most;
}
