import { own, type JsonObject } from "../../engine/json";
import type { ModelSource } from "../../engine/model/model-source";
import { isSuggested, suggestModels } from "../../engine/model/suggest-models";
import type { UnitRecord } from "../../engine/people-ports";
import { refuse } from "../../engine/errors";
import type { Text } from "../../engine/text";
import { dayOf, showDay, startOfDay } from "../../engine/time/zone";
import type { Day } from "../../engine/time/types";
import { findBriefs } from "../../storage/case-briefs";
import { countStates } from "../../storage/village-counts";
import type { Result, Session, VillageView } from "../api";
import { readBoard } from "../duty/whereabouts";
import { changeText } from "./read-villages";
import { lastChange, modelChanges, type ModelChange } from "./model-changes";
import { modelMark } from "./model-mark";
import { codeOf } from "./read-force";
import { processesOf } from "./village-processes";
import { wayOf } from "./village-way";
import { weekOf } from "./village-week";
import { villageReach } from "./village-reach";
import type { VillageParts } from "./read-villages";

/** One village: what it is, who serves it, what runs there this week. Refuses `model/unknown-village`. */
export async function readVillage(
  parts: VillageParts,
  session: Session | null,
  code: string,
): Promise<Result<VillageView>> {
  const reach = villageReach(parts, session);
  if (!reach.ok) return reach;
  const village = reach.value.villages.find((one) => codeOf(one) === code);
  if (village === undefined) return { ok: false, refusal: refuse("model/unknown-village") };
  const now = parts.now();
  const today = dayOf(now);
  const directory = parts.directory();
  const { models } = parts.definitions;
  const found = models.modelAt({ place: code, day: today });
  const model = found.ok ? (found.value?.model ?? null) : null;
  const changes = modelChanges(directory, models, code);
  const last = lastChange(changes, today);
  const begunBefore = last === undefined ? 0 : startOfDay(last.day);
  const counts = await countStates(parts.database, { place: code, begunBefore });
  const earlier = counts.reduce((sum, one) => sum + one.earlier, 0);
  const board = await readBoard(parts, village.id);
  const facts = directory.findFacts(village.id)?.facts ?? {};
  return {
    ok: true,
    value: {
      ...{
        code,
        township: village.parent ?? "",
        name: village.name,
        whereabouts: aboveText(directory, village),
      },
      kind: parts.kinds[directory.kindAt(code, today) ?? ""]?.title ?? null,
      facts: factsText(facts, model),
      model: model && { ...modelMark(model), sentence: model.core.sentence },
      dutyPhone: board.ok ? board.value.dutyPhone : null,
      cards: board.ok ? board.value.cards : [],
      way: model && (await wayOf(parts, { model, counts, place: code, today })),
      processes: model === null ? [] : await processesOf(parts, { model, place: code, day: today }),
      more: model === null ? [] : moreOf({ model, last, earlier }),
      week: weekOf(parts, { model, village, today, changes }),
      changes: await changeLines(parts, {
        ...{ changes, last, earlier, today },
        open: counts.reduce((sum, { count }) => sum + count, 0),
      }),
      suggestion: suggestionOf(parts, { model, village, facts, today }),
    },
  };
}

/** What changed and what will, newest first, with the matter that decided it. */
async function changeLines(
  { database, kinds }: VillageParts,
  ask: {
    changes: readonly ModelChange[];
    last: ModelChange | undefined;
    earlier: number;
    open: number;
    today: Day;
  },
): Promise<VillageView["changes"]> {
  const { last, earlier, open, today } = ask;
  const told = ask.changes.filter(({ before }) => before !== null).reverse();
  const decided = told.flatMap(({ decidedBy }) => decidedBy ?? []);
  const briefs = await findBriefs(database, decided);
  return told.map((change) => {
    const number = briefs.find(({ id }) => id === change.decidedBy)?.number;
    const count =
      change.day > today
        ? { count: open, isToCome: true }
        : change === last
          ? { count: earlier, isToCome: false }
          : null;
    const kind = kinds[change.kind ?? ""]?.title;
    return {
      day: { zh: showDay(change.day, "zh"), en: showDay(change.day, "en") },
      text: changeText(change, count),
      basis: basisText(kind, number ?? null),
    };
  });
}

/** 县局核定为城中村（东关村村型〔2026〕01号）. */
function basisText(kind: Text | undefined, number: string | null): Text | null {
  if (number === null) return null;
  return kind === undefined
    ? { zh: `依据：${number}`, en: `By ${number}` }
    : {
        zh: `县局核定为${kind.zh}，依据：${number}`,
        en: `Approved as ${kind.en ?? kind.zh} by ${number}`,
      };
}

function aboveText(directory: ReturnType<VillageParts["directory"]>, village: UnitRecord): string {
  const up = directory.upFrom(village.id);
  const named = ["county", "township"].flatMap(
    (kind) => up.find((unit) => unit.kind === kind) ?? [],
  );
  return named.map(({ name }) => name).join("");
}

/** The two facts that say most: rented houses where the model is about them, else households; and the way. */
function factsText(facts: JsonObject, model: ModelSource | null): Text {
  const number = (name: string): number | undefined => {
    const value = own(facts, name);
    return typeof value === "number" ? value : undefined;
  };
  const [rented, households, minutes] = ["rentedHouses", "households", "minutesToStation"].map(
    number,
  );
  const readsRented = JSON.stringify(model?.fits.reasons ?? {}).includes("village.rentedHouses");
  const first =
    readsRented && rented !== undefined
      ? { zh: `出租房 ${rented} 套`, en: `${rented} rented houses` }
      : households === undefined
        ? undefined
        : { zh: `${households} 户`, en: `${households} households` };
  const second =
    minutes === undefined
      ? undefined
      : { zh: `到派出所 ${minutes} 分钟`, en: `${minutes} minutes to the station` };
  const both = [first, second].flatMap((text) => text ?? []);
  return {
    zh: both.map(({ zh }) => zh).join("，"),
    en: both.map(({ en }) => en).join(", "),
  };
}

/** Published hours, books kept, and what goes on as it began. */
function moreOf({
  model,
  last,
  earlier,
}: {
  model: ModelSource;
  last: ModelChange | undefined;
  earlier: number;
}): VillageView["more"] {
  const books = model.paper.registers.length;
  const before = last?.before?.title;
  return [
    ...model.hours.map(({ title, from, to }) => ({
      title,
      value: { zh: `${from}—${to}`, en: `${from}–${to}` },
    })),
    {
      title: { zh: "登记簿", en: "Books" },
      value: { zh: `${books} 本，当天记`, en: `${books}, written the same day` },
    },
    ...(earlier === 0 || before === undefined
      ? []
      : [
          {
            title: { zh: "原办法", en: "As before" },
            value: {
              zh: `${earlier} 件，按${before.zh}办完`,
              en: `${earlier}, by ${before.en ?? before.zh}`,
            },
          },
        ]),
  ].slice(0, MOST_LINES);
}

/** More than that is a list, and this is a glance. */
const MOST_LINES = 6;

/** Whether another model suits the village better by what is known of it; null where nothing speaks for one. */
function suggestionOf(
  { definitions, kinds, directory }: VillageParts,
  ask: { model: ModelSource | null; village: UnitRecord; facts: JsonObject; today: Day },
): Text | null {
  const kind = directory().kindAt(codeOf(ask.village), ask.today);
  const sources = [...definitions.models.sources.values()];
  const [first] = suggestModels(sources, { kind, facts: ask.facts }, new Map());
  if (first === undefined || !isSuggested(first) || first.model.id === ask.model?.id) return null;
  const held = first.reasons.filter(({ truth }) => truth === true).map(({ title }) => title);
  const because = [
    ...(first.kindFits === true ? [kinds[kind ?? ""]?.title ?? { zh: "" }] : []),
    ...held,
  ];
  return {
    zh: `按现在的情况，更适合${first.model.title.zh}：${because.map(({ zh }) => zh).join("，")}。`,
    en: `By what is known, ${first.model.title.en ?? first.model.title.zh} suits better: ${because.map(({ zh, en }) => en ?? zh).join(", ")}.`,
  };
}
