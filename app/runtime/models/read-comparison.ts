import { compareModel } from "../../engine/model/compare-model";
import type { ForceGiven } from "../../engine/model/force-given";
import type { ModelSource } from "../../engine/model/model-source";
import { isSuggested, suggestModels } from "../../engine/model/suggest-models";
import { refuse } from "../../engine/errors";
import type { Registry } from "../../engine/plugin/registry-types";
import type { UnitRecord } from "../../engine/people-ports";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import { countOpen } from "../../storage/village-counts";
import type { ComparedModel, ComparisonView, ModelCard, Result, Session } from "../api";
import { modelMark } from "./model-mark";
import { CANDIDATE, codeOf, readForce, SELECTION, villagesUnder } from "./read-force";
import { withParams } from "./village-way";
import type { VillageParts } from "./read-villages";
import { villageReach } from "./village-reach";

export type ComparisonParts = VillageParts & { registry: Registry };

/** Every model, with how many of the reader's villages use it. Refuses `model/not-yours`. */
export function readModels(parts: VillageParts, session: Session): Result<ModelCard[]> {
  const reach = villageReach(parts, session);
  if (!reach.ok) return reach;
  const { models } = parts.definitions;
  const day = dayOf(parts.now());
  const used = reach.value.villages.flatMap((village) => {
    const found = models.modelAt({ place: codeOf(village), day });
    return found.ok && found.value !== null ? [found.value.model.id] : [];
  });
  const cards = [...models.sources.values()].map((model) => ({
    ...modelMark(model),
    sentence: model.core.sentence,
    adoptable: model.adoptable !== false,
    kinds: model.fits.kinds.flatMap((kind) => parts.kinds[kind]?.title ?? []),
    reasons: Object.values(model.fits.reasons).map(({ title }) => title),
    villages: used.filter((id) => id === model.id).length,
    source: model.core.source.title,
    leftOut: model.core.leftOut,
  }));
  return { ok: true, value: cards };
}

/**
 * Two models for the villages of a unit, beside each other: people, demands, a week, steps, what villagers see.
 * Refuses `model/not-yours`, `model/unknown-model`.
 */
export async function readComparison(
  parts: ComparisonParts,
  session: Session,
  ask: { unit: string | null; models: readonly string[] },
): Promise<Result<ComparisonView>> {
  const reach = villageReach(parts, session);
  if (!reach.ok) return reach;
  const { compares } = reach.value;
  const townships = compares.filter(({ kind }) => kind === "township");
  const wanted = ask.unit ?? (townships[0] ?? compares[0])?.id;
  const unit = compares.find(({ id }) => id === wanted);
  if (unit === undefined) return { ok: false, refusal: refuse("model/not-yours") };
  const villages = villagesUnder(parts.directory(), unit.id);
  const [first] = villages;
  if (first === undefined) return { ok: false, refusal: refuse("model/no-village") };
  const chosen = chooseModels(parts, villages, ask.models);
  if (!chosen.ok) return chosen;
  const force = await forceThere(parts, villages);
  const columns: ComparedModel[] = [];
  for (const model of chosen.value) columns.push(await column(parts, { model, force, villages }));
  return {
    ok: true,
    value: {
      ...{ unit: unit.id, unitName: unit.name, villages: villages.length },
      isTownship: unit.kind === "township",
      officers: force.officers.map(({ name }) => name),
      columns,
      units: compares.map(({ id, name }) => ({ id, name })),
      models: [...parts.definitions.models.sources.values()].map(modelMark),
    },
  };
}

/** Two models: those asked for, then the one in force, then the one that suits most of the villages. */
function chooseModels(
  parts: VillageParts,
  villages: readonly UnitRecord[],
  asked: readonly string[],
): Result<ModelSource[]> {
  const { sources, modelAt } = parts.definitions.models;
  const day = dayOf(parts.now());
  const unknown = asked.find((id) => !sources.has(id));
  if (unknown !== undefined) {
    return { ok: false, refusal: refuse("model/unknown-model", { model: unknown }) };
  }
  const inForce = villages.flatMap((village) => {
    const found = modelAt({ place: codeOf(village), day });
    return found.ok && found.value !== null ? [found.value.model] : [];
  });
  const suggested = [...sources.values()]
    .map((model) => ({ model, count: suits(parts, model, villages) }))
    .sort((a, b) => b.count - a.count)
    .map(({ model }) => model);
  const named = asked.flatMap((id) => sources.get(id) ?? []);
  return { ok: true, value: [...new Set([...named, ...inForce, ...suggested])].slice(0, 2) };
}

/** One model held against villages and the people there are now. */
export async function compareOne(
  parts: ComparisonParts,
  ask: { model: ModelSource; villages: readonly UnitRecord[] },
): Promise<ComparedModel> {
  return column(parts, { ...ask, force: await forceThere(parts, ask.villages) });
}

async function forceThere(
  parts: ComparisonParts,
  villages: readonly UnitRecord[],
): Promise<ForceGiven> {
  const candidates = await standing(parts, villages);
  return readForce(parts.directory(), { villages, now: parts.now(), candidates });
}

/** In how many of the villages a model is suggested. */
export function suits(
  parts: VillageParts,
  model: ModelSource,
  villages: readonly UnitRecord[],
): number {
  const day = dayOf(parts.now());
  const directory = parts.directory();
  return villages.filter((village) => {
    const kind = directory.kindAt(codeOf(village), day);
    const facts = directory.findFacts(village.id)?.facts ?? {};
    const [found] = suggestModels([model], { kind, facts }, new Map());
    return found !== undefined && isSuggested(found);
  }).length;
}

/** Each reason for a model, and in how many of the villages it holds. */
function fitsOf(
  parts: ComparisonParts,
  model: ModelSource,
  villages: readonly UnitRecord[],
): ComparedModel["fits"] {
  const found = villages.map((village) => {
    const facts = parts.directory().findFacts(village.id)?.facts ?? {};
    const [one] = suggestModels([model], { kind: null, facts }, parts.registry.operators);
    return one?.reasons ?? [];
  });
  return Object.values(model.fits.reasons).map(({ title }, i) => ({
    title,
    count: found.filter((reasons) => reasons[i]?.truth === true).length,
  }));
}

/** How many stand in a round of selection in each village; empty where there is no round. */
async function standing(
  { database }: VillageParts,
  villages: readonly UnitRecord[],
): Promise<ReadonlyMap<string, number>> {
  const places = villages.map(codeOf);
  const rounds = await countOpen(database, { places, package: SELECTION });
  const candidates = await countOpen(database, { places, package: CANDIDATE });
  if (rounds.size === 0 && candidates.size === 0) return new Map();
  return new Map(places.map((place) => [place, candidates.get(place) ?? 0]));
}

async function column(
  parts: ComparisonParts,
  ask: { model: ModelSource; force: ForceGiven; villages: readonly UnitRecord[] },
): Promise<ComparedModel> {
  const { model, force, villages } = ask;
  const found = compareModel(model, force, parts.registry.operators);
  const day = dayOf(parts.now());
  const place = codeOf(villages[0] as UnitRecord);
  const steps: Text[] = [];
  for (const [id, process] of Object.entries(model.processes)) {
    if (!process.on || process.planned === true) continue;
    steps.push(await withParams(parts, process.says, { package: id, place, day }));
  }
  const { modelAt } = parts.definitions.models;
  const isOld = villages.every((village) => {
    const held = modelAt({ place: codeOf(village), day });
    return held.ok && held.value?.model.id === model.id;
  });
  return {
    ...modelMark(model),
    adoptable: model.adoptable !== false,
    isNew: !isOld,
    verdict: found.verdict,
    slots: found.slots.map(({ slot, needed, there, short }) => ({
      ...{ title: slot.title, mark: slot.mark, needed, there, short },
      recruited: slot.recruited === true,
    })),
    because: found.demands.map(({ truth, says, blocks }) => ({ truth, says, blocks })),
    week: found.week,
    steps: [...new Map(steps.map((text) => [text.zh, text])).values()],
    villagers: model.villagers,
    suits: suits(parts, model, villages),
    fits: fitsOf(parts, model, villages),
    planned: Object.values(model.processes).flatMap(({ planned, on, title }) =>
      planned === true && on && title !== undefined ? [title] : [],
    ),
  };
}
