import { refuse } from "../../engine/errors";
import { findInForce } from "../../engine/model/adoption";
import type { ModelSource } from "../../engine/model/model-source";
import { dayOf, showDay } from "../../engine/time/zone";
import { listOfNames, type Text } from "../../engine/text";
import type {
  AdoptionOpening,
  AdoptionView,
  AdoptionVillage,
  CaseView,
  Result,
  Session,
} from "../api";
import type { UnitRecord } from "../../engine/people-ports";
import { readCase } from "../cases/read-case";
import { readRegisters } from "../cases/read-registers";
import { modelMark } from "../models/model-mark";
import { compareOne, suits } from "../models/read-comparison";
import { codeOf } from "../models/read-force";
import { bookTitles, openPosts } from "./adoption-drafts";
import { adoptionParameters } from "./adoption-parameters";
import {
  openAdoption,
  placeText,
  textAt,
  type AdoptionParts,
  type AdoptionReading,
} from "./adoption-reading";
import { adoptionSteps } from "./adoption-steps";

/** Steps that the page has a part of its own for. */
const OWN_PART = new Set(["chooseModel", "setParameters"]);
const DRAFTS = new Set(["openSelection", "draftRoster"]);

/** Everything that the page of one adoption shows one reader. Refuses as a matter's page does, and `model/unknown-model`. */
export async function readAdoption(
  parts: AdoptionParts,
  session: Session,
  { caseId, look }: { caseId: string; look: string | null },
): Promise<Result<AdoptionView>> {
  const opened = await openAdoption(parts, session, caseId);
  if (!opened.ok) return opened;
  const found = opened.value;
  const { sources } = parts.definitions.models;
  if (look !== null && !sources.has(look)) {
    return { ok: false, refusal: refuse("model/unknown-model", { model: look }) };
  }
  const shown = await readCase(parts, session, caseId);
  if (!shown.ok) return shown;
  const matter = shown.value;
  const { reading, villages, unit, model } = found;
  const looked = look === null ? model : (sources.get(look) ?? model);
  const mine = matter.offers.filter((offer) => !offer.refusal && !offer.onlyRoles);
  const may = (event: string): boolean => mine.some((offer) => offer.event === event);
  const [state] = matter.states;
  return {
    ok: true,
    value: {
      ...{ caseId, seq: matter.seq, number: matter.number, unit: unit.id },
      place: placeText(found),
      model: model && { ...modelMark(model), sentence: model.core.sentence },
      villages: villages.map((village) => villageView(parts, village)),
      steps: adoptionSteps(reading.matter),
      now:
        matter.status === "open" && state !== undefined
          ? { title: state.title, due: state.due, waitsFor: waitsFor(matter, mine) }
          : null,
      end: matter.endTitle,
      offers: mine
        .filter(({ event }) => !OWN_PART.has(event) && !DRAFTS.has(event))
        .map(({ event, label, help, primary }) => ({
          ...{ event, label, primary },
          ...(help === undefined ? {} : { help }),
        })),
      mayChoose: may("chooseModel"),
      maySet: may("setParameters"),
      found: looked && (await compareOne(parts, { model: looked, villages })),
      choices: may("chooseModel") ? await choicesOf(parts, villages) : [],
      why: textAt(reading, "why"),
      despite: textAt(reading, "despite"),
      parameters: adoptionParameters(parts, found),
      openings: openingsOf(parts, {
        found,
        matter,
        mine,
        books: await readableBooks(parts, session),
      }),
      hasPlan: matter.papers.some(({ name }) => name === "plan"),
    },
  };
}

/** Whose turn it is, where it is not the reader's. Drafts may be made meanwhile; they are not what it waits for. */
function waitsFor({ offers }: CaseView, mine: CaseView["offers"]): Text[] {
  if (mine.some(({ event }) => !DRAFTS.has(event))) return [];
  const roles = offers.flatMap(({ event, onlyRoles = [] }) => (DRAFTS.has(event) ? [] : onlyRoles));
  return [...new Map(roles.map((role) => [role.zh, role])).values()];
}

/** A village with its kind and the model that it works by today. */
export function villageView(parts: AdoptionParts, village: UnitRecord): AdoptionVillage {
  const ask = { place: codeOf(village), day: dayOf(parts.now()) };
  const held = parts.definitions.models.modelAt(ask);
  const kind = parts.directory().kindAt(ask.place, ask.day) ?? "";
  const title = parts.kinds[kind]?.title;
  const own = parts.directory().modelAdoptions.filter(({ unit }) => unit === village.id);
  return {
    ...{ code: ask.place, name: village.name },
    kind: title === undefined ? null : { id: kind, title },
    model: held.ok && held.value !== null ? modelMark(held.value.model) : null,
    alone: findInForce(own, ask.day) !== undefined,
  };
}

/** The models that can be adopted, each held against the villages. */
async function choicesOf(
  parts: AdoptionParts,
  villages: readonly UnitRecord[],
): Promise<AdoptionView["choices"]> {
  const adoptable = [...parts.definitions.models.sources.values()]
    .filter((model) => model.adoptable !== false)
    .sort((a, b) => suits(parts, b, villages) - suits(parts, a, villages));
  const choices: AdoptionView["choices"] = [];
  for (const model of adoptable) {
    const { verdict, suits: count } = await compareOne(parts, { model, villages });
    choices.push({ ...modelMark(model), verdict, suits: count });
  }
  return choices;
}

interface Opening {
  found: AdoptionReading;
  matter: CaseView;
  mine: CaseView["offers"];
  /** Ids of the books that the reader may open. */
  books: ReadonlySet<string>;
}

async function readableBooks(parts: AdoptionParts, session: Session): Promise<Set<string>> {
  return new Set((await readRegisters(parts, session)).map(({ id }) => id));
}

/** What comes into being with the model: the round, the roster, the books, the plan. */
function openingsOf(parts: AdoptionParts, opening: Opening): AdoptionOpening[] {
  const { model, reading } = opening.found;
  if (model === null) return [];
  const from = textAt(reading, "from");
  const planned: AdoptionOpening = {
    title: { zh: "实施方案", en: "The plan" },
    text:
      from === ""
        ? {
            zh: "写好以后可以打印、存为 Word",
            en: "To be printed or saved as Word once it is written",
          }
        : { zh: `从 ${showDay(from, "zh")}起`, en: `From ${showDay(from, "en")}` },
    to: opening.matter.papers.some(({ name }) => name === "plan")
      ? `/cases/${opening.matter.id}/papers/plan`
      : null,
    draft: null,
  };
  return [
    planned,
    ...selectionOf(parts, model, opening),
    {
      title: { zh: "值班表", en: "Roster" },
      text: {
        zh: "人员按现有岗位列好，班次再排",
        en: "People by their posts; shifts to be filled in",
      },
      ...drawn(opening, { link: "roster", event: "draftRoster", own: (id) => `/duty/${id}` }),
    },
    ...bookTitles(parts, model).map(({ id, title }) => ({
      ...{ title, to: opening.books.has(id) ? `/registers/${id}` : null, draft: null },
      text: { zh: "登记簿，办事时自动记", en: "A book, written as steps are taken" },
    })),
  ];
}

function selectionOf(
  parts: AdoptionParts,
  model: ModelSource,
  opening: Opening,
): AdoptionOpening[] {
  if (!Object.values(model.force.slots).some(({ recruited }) => recruited === true)) return [];
  const open = openPosts({ parts, found: opening.found, model });
  const count = open.reduce((sum, one) => sum + one.count, 0);
  const names = listOfNames(open.map(({ name }) => name));
  return [
    {
      title: { zh: "选聘", en: "Selection" },
      text:
        count === 0
          ? { zh: "各村都有人，不用选", en: "Every village has somebody" }
          : { zh: `缺 ${count} 人：${names.zh}`, en: `${count} short: ${names.en}` },
      ...drawn(opening, { link: "need", event: "openSelection", own: (id) => `/cases/${id}` }),
    },
  ];
}

/** Where the draft is, if there is one; else the step that makes it, if it is the reader's now. */
function drawn(
  { found, matter, mine }: Opening,
  ask: { link: string; event: string; own: (caseId: string) => string },
): Pick<AdoptionOpening, "to" | "draft"> {
  const mayRead = new Set(matter.links.map(({ caseId }) => caseId));
  const there = found.reading.matter.links[ask.link]?.findLast(({ id }) => mayRead.has(id));
  const offer = mine.find(({ event }) => event === ask.event);
  return {
    to: there ? ask.own(there.id) : null,
    draft: offer ? { event: offer.event, label: offer.label } : null,
  };
}
