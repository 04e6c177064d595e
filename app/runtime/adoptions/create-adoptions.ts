import { refuse } from "../../engine/errors";
import type { JsonObject } from "../../engine/json";
import type { UnitRecord } from "../../engine/people-ports";
import { listUnitMatters } from "../../storage/unit-matters";
import type { AdoptionsApi, OpenAdoption, Session } from "../api";
import { readStartable, readStepForm } from "../cases/read-forms";
import { stateViews } from "../cases/view-phases";
import { stationOver } from "../duty/board-people";
import { modelMark } from "../models/model-mark";
import { compareOne } from "../models/read-comparison";
import { codeOf, villagesUnder } from "../models/read-force";
import { villageReach } from "../models/village-reach";
import { draftAnswers } from "./adoption-drafts";
import { readSettings } from "./adoption-parameters";
import { ADOPTION_PACKAGE, openAdoption, placeText, type AdoptionParts } from "./adoption-reading";
import { readAdoption, villageView } from "./read-adoption";
import { readPlans } from "./read-plans";

/** So many adoptions of one station are under way at once, at most. */
const MOST_OPEN = 20;

/** Adopting models, step by step, over the package `model-adoption`. */
export function createAdoptions(parts: AdoptionParts): AdoptionsApi {
  const { service } = parts;

  return {
    async mayBeginAdoption(session) {
      const startable = await readStartable(parts, session);
      return startable.some((option) => option.package === ADOPTION_PACKAGE);
    },

    openAdoptions: (session, village) => readOpen(parts, session, village),

    plans: (session, unit) => readPlans(parts, session, unit),

    adoptionPlace: (session, ask) => readPlace(parts, session, ask),

    async beginAdoption(session, { commandId, village, kind, ...ask }) {
      const place = await readPlace(parts, session, ask);
      if (!place.ok) return place;
      const one = place.value.villages.find(({ code }) => code === village);
      const isOfKind = place.value.villages.some((here) => here.kind?.id === kind);
      if ((village !== null && one === undefined) || (kind !== null && !isOfKind)) {
        return { ok: false, refusal: refuse("model/no-village") };
      }
      const [first] = place.value.villages;
      const station = stationOver(parts.directory(), first?.code ?? "");
      const area = station?.covers[0]?.slice(0, 9).padEnd(12, "0") ?? "";
      const all: JsonObject = kind === null ? { scope: "township" } : { scope: "kind", kind };
      const where: JsonObject =
        one === undefined ? all : { scope: "village", village: one.code, villageName: one.name };
      const form: JsonObject = { ...where, model: ask.model };
      const input = { commandId, expectedSeq: 0, form, package: ADOPTION_PACKAGE, place: area };
      return service.start(session.person, input);
    },

    adoption: (session, ask) => readAdoption(parts, session, ask),

    async adoptionForm(session, ask) {
      const form = await readStepForm(parts, session, ask);
      if (!form.ok) return form;
      const opened = await openAdoption(parts, session, ask.caseId);
      if (!opened.ok) return opened;
      const found = opened.value;
      const { model, villages } = found;
      if (model === null) return form;
      const compared = await compareOne(parts, { model, villages });
      const drafts = draftAnswers(ask.event, { parts, found, model, compared });
      // What the matter knows already stands; the draft fills what nobody has written.
      const formData = { ...drafts, ...form.value.formData };
      return { ok: true, value: { ...form.value, formData } };
    },

    async chooseModel(session, { model, why, despite, ...command }) {
      const opened = await openAdoption(parts, session, command.caseId);
      if (!opened.ok) return opened;
      const source = parts.definitions.models.sources.get(model);
      if (source === undefined) {
        return { ok: false, refusal: refuse("model/unknown-model", { model }) };
      }
      const { villages } = opened.value;
      const { verdict } = await compareOne(parts, { model: source, villages });
      const reasons = {
        ...(why.trim() === "" ? {} : { why: why.trim() }),
        ...(verdict !== "infeasible" || despite.trim() === "" ? {} : { despite: despite.trim() }),
      };
      const form = { model, verdict, ...reasons };
      return service.event(session.person, { ...command, event: "chooseModel", form });
    },

    async setAdoptionParameters(session, { values, ...command }) {
      const opened = await openAdoption(parts, session, command.caseId);
      if (!opened.ok) return opened;
      const settings = readSettings(parts, opened.value, values);
      if (!settings.ok) return settings;
      const form = { settings: settings.value };
      return service.event(session.person, { ...command, event: "setParameters", form });
    },
  };
}

/** The villages of a unit, or the village itself, with the model held against them. */
async function readPlace(
  parts: AdoptionParts,
  session: Session,
  ask: { unit: string; model: string },
): ReturnType<AdoptionsApi["adoptionPlace"]> {
  const reach = villageReach(parts, session);
  if (!reach.ok) return reach;
  const township = reach.value.compares.find(
    ({ id, kind }) => id === ask.unit && kind === "township",
  );
  if (township === undefined) return { ok: false, refusal: refuse("model/not-yours") };
  const model = parts.definitions.models.sources.get(ask.model);
  if (model === undefined) {
    return { ok: false, refusal: refuse("model/unknown-model", { model: ask.model }) };
  }
  if (model.adoptable === false) {
    return { ok: false, refusal: refuse("model/not-adoptable", { title: model.title.zh }) };
  }
  const villages = villagesUnder(parts.directory(), township.id);
  if (villages.length === 0) return { ok: false, refusal: refuse("model/no-village") };
  return {
    ok: true,
    value: {
      ...{ unit: township.id, unitName: township.name },
      villages: villages.map((village) => villageView(parts, village)),
      found: await compareOne(parts, { model, villages }),
    },
  };
}

async function readOpen(
  parts: AdoptionParts,
  session: Session,
  village: string | undefined,
): Promise<OpenAdoption[]> {
  const reach = villageReach(parts, session);
  if (!reach.ok) return [];
  const stations = stationsOver(parts, reach.value.villages);
  const open: OpenAdoption[] = [];
  for (const owner of stations) {
    const ask = { package: ADOPTION_PACKAGE, owner, status: "open", limit: MOST_OPEN } as const;
    for (const caseId of await listUnitMatters(parts.database, ask)) {
      const opened = await openAdoption(parts, session, caseId);
      if (!opened.ok) continue;
      const found = opened.value;
      const isMeant =
        village === undefined || found.villages.some((one) => codeOf(one) === village);
      const [state] = stateViews(found.reading);
      if (!isMeant || state === undefined) continue;
      const { model } = found;
      const standing = { state: state.title, due: state.due };
      open.push({ caseId, place: placeText(found), model: model && modelMark(model), ...standing });
    }
  }
  return open;
}

function stationsOver(parts: AdoptionParts, villages: readonly UnitRecord[]): string[] {
  const ids = villages.flatMap((one) => stationOver(parts.directory(), codeOf(one))?.id ?? []);
  return [...new Set(ids)];
}
