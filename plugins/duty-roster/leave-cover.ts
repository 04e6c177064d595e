import type { JsonObject } from "../../app/engine/plugin/api";
import { brought } from "./brought";
import { applyLeave, findRow, fitLeave, leaveDays, type Leave } from "./changes";
import { checkRoster } from "./check-roster";
import type { Conflict } from "./conflict";
import type { Standing } from "./exchange";
import type { Roster } from "./roster";

/** What a leave would bring, with the substitute that it names or without one. */
export function leaveConflicts({ roster, conflicts }: Standing, leave: Leave): Conflict[] {
  return brought(conflicts, applyLeave(roster, leave));
}

/**
 * What must not be of a substitute: faults that the same leave would not bring without them. That a leave itself
 * leaves a night open is no such fault: the roster is then made anew.
 */
export function substituteConflicts(
  { roster }: Pick<Standing, "roster">,
  leave: Leave,
): Conflict[] {
  if (leave.substitute === "") return [];
  const alone = applyLeave(roster, { ...leave, substitute: "" });
  return brought(checkRoster(alone), applyLeave(roster, leave)).filter(
    ({ weight }) => weight === "hard",
  );
}

/** Who could stand in, and for each what the leave would bring; first of all, with an empty `row`, nobody. */
export function leaveOptions(standing: Standing, leave: Leave): JsonObject[] {
  const { roster } = standing;
  const option = (substitute: string): JsonObject => ({
    conflicts: leaveConflicts(standing, { ...leave, substitute }) as unknown as JsonObject[],
    blocks: substituteConflicts(standing, { ...leave, substitute }) as unknown as JsonObject[],
  });
  const people = roster.rows
    .map((row) => ({ row, takes: takenDays(roster, { ...leave, substitute: row.name }) }))
    .filter(({ takes }) => takes > 0)
    .map(({ row, takes }) => ({
      ...{ row: row.id, name: row.name, post: row.post, takes },
      ...option(row.name),
    }))
    .sort((a, b) => weigh(a) - weigh(b) || b.takes - a.takes);
  return [{ row: "", name: "", post: "", takes: 0, ...option("") }, ...people];
}

/** On how many days of the leave this substitute would take a shift over. */
function takenDays(roster: Roster, leave: Leave): number {
  if (!fitLeave(roster, leave).asWritten || leave.substitute === leave.who) return 0;
  const [before, after] = [roster, applyLeave(roster, leave)].map((one) =>
    findRow(one, leave.substitute),
  );
  return leaveDays(roster, leave).filter((day) => before?.shifts[day] !== after?.shifts[day])
    .length;
}

function weigh({ blocks, conflicts }: JsonObject): number {
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
  return count(blocks) * 100 + count(conflicts);
}
