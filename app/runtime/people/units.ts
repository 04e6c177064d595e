import { own } from "../../engine/json";
import { refuse } from "../../engine/errors";
import type { UnitRecord } from "../../engine/people-ports";
import type { Refusal } from "../../engine/refusal";
import type { Result } from "../api";
import type { People } from "./people";
import { listOfNames } from "../../engine/text";

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

export type UnitKind = (typeof UNIT_KINDS)[number];

/** Which kinds lie directly beneath which: what an administrator is offered. */
export const KINDS_BENEATH: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  province: ["city"],
  city: ["county"],
  county: ["township", "station", "justiceOffice"],
  township: ["village", "policeArea"],
  station: ["policeArea"],
  justiceOffice: [],
  policeArea: [],
  village: [],
};

/** The kinds that lie beneath a unit of some kind; none where the kind is not known. */
export function kindsBeneath(kind: string): readonly UnitKind[] {
  return own(KINDS_BENEATH, kind) ?? [];
}

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
  const { findUnit } = people.directory();
  const known = findUnit(unit.id);
  const taken = known && refuse("people/unit-taken", { unit: unit.id, name: known.name });
  const refusal = taken ?? checkUnit(unit, findUnit);
  if (refusal) return { ok: false, refusal };
  await people.save({ units: [unit] });
  return { ok: true, value: unit };
}

/** What cannot be right about a unit, or undefined; `findUnit` knows the units it may lie under. */
export function checkUnit(
  unit: UnitRecord,
  findUnit: (id: string) => unknown,
): Refusal | undefined {
  const { id, name, kind, parent, covers, dutyPhone } = unit;
  if (!idShape.test(id)) return refuse("people/unit-id", { unit: id });
  if (name === "" || [...name].length > longestName) return refuse("people/name-missing");
  if (!UNIT_KINDS.some((one) => one === kind)) {
    return refuse("people/unit-kind", { kind, choices: listOfNames(UNIT_KINDS) });
  }
  if (!coversFit(kind, covers)) return refuse("people/unit-covers", { covers: covers.join(",") });
  if (parent !== null && !findUnit(parent)) {
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
