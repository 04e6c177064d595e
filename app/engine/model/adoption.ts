import type { JsonObject } from "../json";
import type { UnitId } from "../person";
import type { Refusal } from "../refusal";
import { refuse } from "../errors";
import type { Day } from "../time/types";

/** A record that holds from one day to another, both included; `to` null: until a later one takes over. */
export interface Lasting {
  from: Day;
  to: Day | null;
}

/** Which model a unit uses for a kind of village (采用的模式). */
export interface ModelAdoption extends Lasting {
  unit: UnitId;
  /** Only for villages of this kind; null: for all. The kind counts more than the general. */
  kind: string | null;
  model: string;
  /** Package → parameter → value, where the county departs from the model's own. */
  settings: Readonly<Record<string, JsonObject>>;
  /** The matter in which it was decided, or null where it came with the installation. */
  decidedBy: string | null;
}

/** The kind of a village (村型) from a day on: proposed by the station, approved by the county. */
export interface VillageKind {
  unit: UnitId;
  kind: string;
  from: Day;
  decidedBy: string | null;
}

type Found<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/**
 * The record in force on a day. A later one takes over from one without an end; two that both hold by their
 * own dates are a fault, which is given as the second.
 */
export function findInForce<T extends Lasting>(
  records: readonly T[],
  day: Day,
): { latest: T; other?: T } | undefined {
  const holding = records
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  const [latest, ...earlier] = holding;
  if (latest === undefined) return undefined;
  const other = earlier.find(({ from, to }) => to !== null || from === latest.from);
  return other === undefined ? { latest } : { latest, other };
}

/**
 * The model that holds for a village on a day: the nearest unit upwards that has adopted one for the village's
 * kind, or for all. Null where none has. Refuses `model/two-in-force`.
 */
export function findModelAdoption(
  adoptions: readonly ModelAdoption[],
  ask: { up: readonly UnitId[]; kind: string | null; day: Day },
): Found<ModelAdoption | null> {
  for (const unit of ask.up) {
    const ofUnit = adoptions.filter((adoption) => adoption.unit === unit);
    for (const kind of ask.kind === null ? [null] : [ask.kind, null]) {
      const found = findInForce(
        ofUnit.filter((adoption) => adoption.kind === kind),
        ask.day,
      );
      if (found === undefined) continue;
      const { latest, other } = found;
      if (other === undefined) return { ok: true, value: latest };
      const params = { unit, first: other.model, second: latest.model, day: ask.day };
      return { ok: false, refusal: refuse("model/two-in-force", params) };
    }
  }
  return { ok: true, value: null };
}

/** A village's kind on a day; null where none was approved. */
export function kindOn(kinds: readonly VillageKind[], unit: UnitId, day: Day): string | null {
  const known = kinds.filter((one) => one.unit === unit && one.from <= day);
  const latest = known.reduce<VillageKind | undefined>(
    (best, one) => (best === undefined || best.from <= one.from ? one : best),
    undefined,
  );
  return latest?.kind ?? null;
}
