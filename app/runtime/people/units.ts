import { refuse } from "../../engine/errors";
import type { UnitRecord } from "../../engine/people-ports";
import type { Refusal } from "../../engine/refusal";
import type { Result } from "../api";
import type { People } from "./people";

/** The kinds of unit that there are. */
export const UNIT_KINDS = [
  "province",
  "city",
  "county",
  "station",
  "township",
  "justiceOffice",
  "policeArea",
  "village",
] as const;

const idShape = /^\d{2,12}(\.[a-z][A-Za-z0-9]{0,31})?$/;
const prefixShape = /^\d{2,12}$/;
const villageShape = /^\d{12}$/;
const phoneShape = /^\d[\d -]{1,18}\d$/;
const longestName = 64;

/**
 * Adds a unit. Codes `people/unit-id`, `unit-taken`, `name-missing`, `unit-kind`, `unit-covers`,
 * `duty-phone`, and `unknown-unit` for the parent.
 */
export async function addUnit(people: People, unit: UnitRecord): Promise<Result<UnitRecord>> {
  const refusal = faultOf(unit, people);
  if (refusal) return { ok: false, refusal };
  await people.save({ units: [unit] });
  return { ok: true, value: unit };
}

function faultOf(unit: UnitRecord, people: People): Refusal | undefined {
  const { id, name, kind, parent, covers, dutyPhone } = unit;
  const directory = people.directory();
  const known = directory.findUnit(id);
  if (!idShape.test(id)) return refuse("people/unit-id", { unit: id });
  if (known) return refuse("people/unit-taken", { unit: id, name: known.name });
  if (name === "" || [...name].length > longestName) return refuse("people/name-missing");
  if (!UNIT_KINDS.some((one) => one === kind)) {
    return refuse("people/unit-kind", { kind, choices: UNIT_KINDS.join("、") });
  }
  if (!coversFit(kind, covers)) return refuse("people/unit-covers", { covers: covers.join(",") });
  if (parent !== null && !directory.findUnit(parent)) {
    return refuse("people/unknown-unit", { unit: parent });
  }
  if (dutyPhone !== null && !phoneShape.test(dutyPhone)) {
    return refuse("people/duty-phone", { phone: dutyPhone });
  }
  return undefined;
}

function coversFit(kind: string, covers: readonly string[]): boolean {
  if (kind === "village") return covers.length === 1 && villageShape.test(covers[0] ?? "");
  return covers.length > 0 && covers.every((prefix) => prefixShape.test(prefix));
}
