import { refuse } from "../errors";
import { own, type Json, type JsonObject } from "../json";
import type { PeopleSnapshot } from "../people-ports";
import type { UnitId } from "../person";
import type { Refusal } from "../refusal";
import { addDays, isDay } from "../time/zone";
import type { Day } from "../time/types";
import type { Validator } from "../validation/validator";
import type { DefinitionDocument } from "../workflow-source";
import type { ModelAdoption } from "./adoption";
import type { ModelSource } from "./model-source";
import { findOutside } from "./find-outside";
import { readSetting } from "./read-setting";
import { listOfNames } from "../text";

/**
 * What only the platform can do, ordered by a job of a plugin once a matter has decided it. The same order given
 * again changes nothing more.
 */
export type PlatformOrder =
  /** These units use the model from a day on, for one kind of village or for all. */
  | {
      order: "adoptModel";
      units: UnitId[];
      kind: string | null;
      model: string;
      from: Day;
      /** Values as people write them: `7、30、90`. */
      settings: { package: string; parameter: string; value: string }[];
    }
  /** The model is used for the last time on a day. */
  | { order: "leaveModel"; units: UnitId[]; kind: string | null; last: Day }
  /** A village is of another kind from a day on. */
  | { order: "setVillageKind"; village: UnitId; kind: string; from: Day };

/** What an order is held against. */
export interface OrderContext {
  known: { units: readonly { id: UnitId }[]; modelAdoptions: readonly ModelAdoption[] };
  models: ReadonlyMap<string, ModelSource>;
  kinds: Readonly<Record<string, unknown>>;
  packages: ReadonlyMap<string, DefinitionDocument>;
  validator: Validator;
  /** The matter in which it was decided. */
  decidedBy: string;
}

/** The rows that an order writes. */
export type OrderRows = Pick<PeopleSnapshot, "modelAdoptions" | "villageKinds">;

type Carried = { ok: true; value: OrderRows } | { ok: false; refusal: Refusal };

/**
 * What an order changes, as rows to store. Refuses `model/no-village`, `model/order-day`, `model/unknown-model`,
 * `model/not-adoptable`, `model/unknown-kind`, `check/unknown-parameter`, `model/parameter-range`. Pure.
 */
export function carryOutOrder(order: PlatformOrder, context: OrderContext): Carried {
  const units = order.order === "setVillageKind" ? [order.village] : order.units;
  const known = new Set(context.known.units.map(({ id }) => id));
  const strange = units.find((unit) => !known.has(unit));
  if (units.length === 0 || strange !== undefined) return no(refuse("model/no-village"));
  const day = order.order === "leaveModel" ? order.last : order.from;
  if (!isDay(day)) return no(refuse("model/order-day", { day }));
  const kind = order.kind;
  if (kind !== null && own(context.kinds, kind) === undefined)
    return no(unknownKind(kind, context));
  switch (order.order) {
    case "setVillageKind": {
      const { village: unit, from } = order;
      const row = { unit, kind: order.kind, from, decidedBy: context.decidedBy };
      return { ok: true, value: { modelAdoptions: [], villageKinds: [row] } };
    }
    case "leaveModel": {
      const ended = units.flatMap((unit) =>
        endedOn({ unit, kind: order.kind, last: order.last }, context, () => true),
      );
      return { ok: true, value: { modelAdoptions: ended, villageKinds: [] } };
    }
    case "adoptModel":
      return adopt(order, context);
  }
}

function adopt(
  order: Extract<PlatformOrder, { order: "adoptModel" }>,
  context: OrderContext,
): Carried {
  const model = context.models.get(order.model);
  if (model === undefined) return no(refuse("model/unknown-model", { model: order.model }));
  if (model.adoptable === false)
    return no(refuse("model/not-adoptable", { title: model.title.zh }));
  const settings = readSettings(model, order.settings, context);
  if (!settings.ok) return settings;
  const { kind, from } = order;
  const rows = order.units.flatMap((unit): ModelAdoption[] => [
    // One that would go on by its own dates gives way; one without an end is taken over from, and holds again
    // should this one be left.
    ...endedOn({ unit, kind, last: addDays(from, -1) }, context, ({ to }) => to !== null),
    {
      ...{ unit, kind, model: model.id, from, to: null },
      ...{ settings: settings.value, decidedBy: context.decidedBy },
    },
  ]);
  return { ok: true, value: { modelAdoptions: rows, villageKinds: [] } };
}

/** The adoptions of a unit for a kind that hold after a day, ended on it; those that began later are left alone. */
function endedOn(
  { unit, kind, last }: { unit: UnitId; kind: string | null; last: Day },
  { known }: OrderContext,
  isMeant: (adoption: ModelAdoption) => boolean,
): ModelAdoption[] {
  return known.modelAdoptions
    .filter((one) => one.unit === unit && one.kind === kind && one.from <= last)
    .filter((one) => (one.to === null || one.to > last) && isMeant(one))
    .map((one) => ({ ...one, to: last }));
}

/** Settings by package and parameter. What equals the model's own is left out: it then follows the model. */
function readSettings(
  model: ModelSource,
  settings: readonly { package: string; parameter: string; value: string }[],
  { packages, validator }: OrderContext,
): { ok: true; value: Record<string, JsonObject> } | { ok: false; refusal: Refusal } {
  const read: Record<string, JsonObject> = {};
  for (const { package: id, parameter: name, value: text } of settings) {
    const set = own(own(model.processes, id)?.parameters, name);
    const source = own(packages.get(id)?.workflow.parameters, name);
    if (set === undefined || source === undefined) {
      const params = { name: `${id} ${name}`, near: "—", known: "—" };
      return no(refuse("check/unknown-parameter", params));
    }
    const value = readSetting(text, source.schema);
    const ranges = [source.schema, set.range];
    const what = value === undefined ? null : findOutside(value, { validator, ranges });
    if (value === undefined || what !== null) {
      const params = { package: id, name: source.title.zh, value: text, what: what?.zh ?? "" };
      return no(refuse("model/parameter-range", params));
    }
    if (JSON.stringify(value) !== JSON.stringify(set.value)) {
      read[id] = { ...read[id], [name]: value };
    }
  }
  return { ok: true, value: read };
}

function unknownKind(name: string, { kinds }: OrderContext): Refusal {
  const known = listOfNames(Object.keys(kinds));
  return refuse("model/unknown-kind", { name, near: "—", known });
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

/** The answer that a job gets: done, or why not. */
export function orderAnswer(carried: { ok: true } | { ok: false; refusal: Refusal }): Json {
  if (carried.ok) return { done: true };
  const { code, message } = carried.refusal;
  return { done: false, code, why: message.zh };
}
