import { refuse } from "../../engine/errors";
import type { JsonObject } from "../../engine/json";
import type { ModelSource } from "../../engine/model/model-source";
import { isSuggested, suggestModels, type Suggestion } from "../../engine/model/suggest-models";
import { isInForce, isInScope } from "../../engine/person";
import type { UnitRecord } from "../../engine/people-ports";
import type { Registry } from "../../engine/plugin/registry-types";
import { dayOf, showDay, showMoment, startOfDay } from "../../engine/time/zone";
import { appendFacts, listFacts, type FactEntry } from "../../storage/fact-history";
import { listUnitMatters } from "../../storage/unit-matters";
import type { ModelFit, Result, Session, VillageFactsApi, VillageFactsView } from "../api";
import { openReading } from "../cases/case-parts";
import { readStartForm } from "../cases/read-forms";
import { matterTitle } from "../cases/reading";
import { stateViews } from "../cases/view-phases";
import { stationOver } from "../duty/board-people";
import type { People } from "../people/people";
import { factChanges, factFields, factsInWords, readFacts } from "./fact-fields";
import { modelMark } from "./model-mark";
import { codeOf } from "./read-force";
import type { VillageParts } from "./read-villages";
import { villageReach } from "./village-reach";

const KIND_PACKAGE = "village-kind";
/** Who writes what is known of a village. */
const WRITERS = new Set(["stationChief", "stationClerk", "countyHR", "admin"]);
const MOST_SHOWN = 20;
/** Stands for what was imported or came with the installation. */
const NOBODY = "";

export type VillageFactsParts = VillageParts & {
  registry: Registry;
  people: Pick<People, "save">;
  isPractice: boolean;
};

/** What is known of villages as a whole, who wrote it, and the kind of village that it speaks for. */
export function createVillageFacts(parts: VillageFactsParts): VillageFactsApi {
  return {
    async villageFacts(session, code) {
      const village = findVillage(parts, session, code);
      if (!village.ok) return village;
      return { ok: true, value: await viewFacts(parts, session, village.value) };
    },

    async saveVillageFacts(session, { code, values }) {
      const village = findVillage(parts, session, code);
      if (!village.ok) return village;
      if (!mayWrite(parts, session, code)) {
        return { ok: false, refusal: refuse("model/not-your-village") };
      }
      if (parts.isPractice) return { ok: false, refusal: refuse("model/not-in-practice") };
      const { facts, faults } = readFacts(values);
      if (faults.length > 0) {
        const refusal = refuse("form/invalid", { count: faults.length }, { fields: faults });
        return { ok: false, refusal };
      }
      const { id: unit } = village.value;
      const known = parts.directory().findFacts(unit);
      if (factChanges(known?.facts ?? {}, facts).length === 0) return { ok: true, value: null };
      const at = parts.now();
      const first = await listFacts(parts.database, { unit, limit: 1 });
      if (first.length === 0 && known !== undefined) {
        // What was imported, or came with the installation, is kept before it is written over.
        const then = Math.min(startOfDay(known.day), at - 1);
        await appendFacts(parts.database, { unit, at: then, by: NOBODY, facts: known.facts });
      }
      await parts.people.save({ unitFacts: [{ unit, facts, day: dayOf(at) }] });
      await appendFacts(parts.database, { unit, at, by: session.person.id, facts });
      return { ok: true, value: null };
    },

    async kindForm(session, { code, language }) {
      const village = findVillage(parts, session, code);
      if (!village.ok) return village;
      const form = await readStartForm(parts, session, { package: KIND_PACKAGE, language });
      if (!form.ok) return form;
      const facts = parts.directory().findFacts(village.value.id)?.facts ?? {};
      // Which kind it is now must not speak for itself.
      const best = bestByFacts(parts, facts);
      const kinds = best?.model.fits.kinds ?? [];
      const held = parts.directory().kindAt(code, today(parts));
      const kind = held !== null && kinds.includes(held) ? held : kinds[0];
      const formData: JsonObject = {
        ...(Object.keys(facts).length === 0 ? {} : { facts: `${factsInWords(facts)}。` }),
        ...(kind === undefined ? {} : { kind }),
        ...reasonsIn(best),
      };
      const places = form.value.places.filter((place) => place.code === code);
      return { ok: true, value: { ...form.value, formData, places } };
    },
  };
}

function today({ now }: VillageFactsParts) {
  return dayOf(now());
}

function findVillage(parts: VillageFactsParts, session: Session, code: string): Result<UnitRecord> {
  const reach = villageReach(parts, session);
  if (!reach.ok) return reach;
  const village = reach.value.villages.find((one) => codeOf(one) === code);
  return village === undefined
    ? { ok: false, refusal: refuse("model/unknown-village") }
    : { ok: true, value: village };
}

function mayWrite({ now }: VillageFactsParts, { person }: Session, code: string): boolean {
  return person.assignments.some(
    (held) =>
      WRITERS.has(held.role) &&
      isInForce(held, now()) &&
      isInScope(held, { place: code, owner: code }),
  );
}

async function viewFacts(
  parts: VillageFactsParts,
  session: Session,
  village: UnitRecord,
): Promise<VillageFactsView> {
  const code = codeOf(village);
  const directory = parts.directory();
  const known = directory.findFacts(village.id);
  const written = await listFacts(parts.database, { unit: village.id, limit: MOST_SHOWN + 1 });
  const nameOf = (user: string): string | null =>
    user === NOBODY ? null : (directory.findUser(user)?.name ?? user);
  const [last] = written;
  const isLast = last !== undefined && factChanges(last.facts, known?.facts ?? {}).length === 0;
  const start = await readStartForm(parts, session, { package: KIND_PACKAGE, language: "zh" });
  const kind = directory.kindAt(code, today(parts));
  return {
    ...{ code, name: village.name, kind: parts.kinds[kind ?? ""]?.title ?? null },
    fields: factFields(known?.facts ?? {}),
    day:
      known === undefined ? null : { zh: showDay(known.day, "zh"), en: showDay(known.day, "en") },
    by: isLast ? nameOf(last.by) : null,
    history: historyOf(written, nameOf),
    fits: fitsOf(parts, village, known?.facts ?? {}),
    mayEdit: mayWrite(parts, session, code) && !parts.isPractice,
    mayPropose: start.ok && start.value.places.some((place) => place.code === code),
    proposal: await openProposal(parts, session, code),
  };
}

/** Each entry against the one before it; of the first that is shown only what it said is known. */
function historyOf(
  written: readonly FactEntry[],
  nameOf: (user: string) => string | null,
): VillageFactsView["history"] {
  return written.slice(0, MOST_SHOWN).map(({ at, by, facts }, i) => ({
    when: { zh: showMoment(at, "zh"), en: showMoment(at, "en") },
    by: nameOf(by),
    changes: factChanges(written[i + 1]?.facts ?? {}, facts),
  }));
}

function fitsOf(parts: VillageFactsParts, village: UnitRecord, facts: JsonObject): ModelFit[] {
  const code = codeOf(village);
  const kind = parts.directory().kindAt(code, today(parts));
  const { models } = parts.definitions;
  const held = models.modelAt({ place: code, day: today(parts) });
  const id = held.ok ? held.value?.model.id : undefined;
  const found = suggestModels(modelsOf(parts), { kind, facts }, parts.registry.operators);
  return found.map(({ model, kindFits, reasons }) => ({
    ...{ model: modelMark(model), kindFits, reasons },
    isHeld: model.id === id,
  }));
}

/** 适合警务室＋房屋托管：出租房一百套以上，离派出所一刻钟以内. */
function reasonsIn(best: Suggestion | undefined): JsonObject {
  const held = (best?.reasons ?? []).filter(({ truth }) => truth === true);
  if (best === undefined || held.length === 0) return {};
  return {
    why: `按村情适合${best.model.title.zh}：${held.map(({ title }) => title.zh).join("，")}。`,
  };
}

/** The model that most speaks for, with nothing against it; the first where several are alike. */
function bestByFacts(parts: VillageFactsParts, facts: JsonObject): Suggestion | undefined {
  const known = { kind: null, facts };
  const found = suggestModels(modelsOf(parts), known, parts.registry.operators).filter(isSuggested);
  const held = ({ reasons }: Suggestion): number =>
    reasons.filter(({ truth }) => truth === true).length;
  return [...found].sort((a, b) => held(b) - held(a))[0];
}

function modelsOf({ definitions }: VillageFactsParts): ModelSource[] {
  return [...definitions.models.sources.values()];
}

async function openProposal(
  parts: VillageFactsParts,
  session: Session,
  code: string,
): Promise<VillageFactsView["proposal"]> {
  const owner = stationOver(parts.directory(), code)?.id ?? "";
  const ask = { package: KIND_PACKAGE, owner, status: "open", limit: MOST_SHOWN } as const;
  for (const caseId of await listUnitMatters(parts.database, ask)) {
    const opened = await openReading(parts, { reader: session, caseId });
    if (!opened.ok || opened.value.matter.place.code !== code) continue;
    const [state] = stateViews(opened.value);
    if (state) return { caseId, title: matterTitle(opened.value), state: state.title };
  }
  return null;
}
