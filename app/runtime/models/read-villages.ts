import type { VillageKinds } from "../../engine/check/check-model";
import type { ModelSource } from "../../engine/model/model-source";
import type { UnitRecord } from "../../engine/people-ports";
import type { Text } from "../../engine/text";
import { addDays, dayOf, endOfDay, showDayOfYear, startOfDay } from "../../engine/time/zone";
import type { Day } from "../../engine/time/types";
import { countDue, countEarlier } from "../../storage/village-counts";
import type { Result, Session, VillageBand, VillagesView, VillageTile } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { lastChange, modelChanges, type ModelChange } from "./model-changes";
import { modelMark } from "./model-mark";
import { postsByUnit } from "./posts-by-unit";
import { codeOf } from "./read-force";
import { firstServer, type Served } from "./first-server";
import { villageReach, type ReachParts } from "./village-reach";

export type VillageParts = CaseParts & ReachParts & { kinds: VillageKinds };

/** A change of model is told of for so many days. */
const TOLD = 60;

/** Every village of the reader's county with its model: one walk over people, three indexed counts. */
export async function readVillages(
  parts: VillageParts,
  session: Session | null,
): Promise<Result<VillagesView>> {
  const reach = villageReach(parts, session);
  if (!reach.ok) return reach;
  const { villages, compares } = reach.value;
  const now = parts.now();
  const today = dayOf(now);
  const seen = villages.map((village) => look(parts, village, today));
  const places = seen.map(({ code }) => code);
  const over = await countDue(parts.database, { places, after: 0, upTo: now });
  const due = await countDue(parts.database, { places, after: now, upTo: endOfDay(today) });
  const changed = seen.flatMap(({ code, changes }) => {
    const change = lastChange(changes, today);
    return change === undefined ? [] : [{ place: code, before: startOfDay(change.day) }];
  });
  const earlier = await countEarlier(parts.database, changed);
  const serve = firstServer(parts.directory(), postsByUnit(parts.directory(), now));
  const tiles = new Map(
    seen.map((one): [string, VillageTile] => {
      const counts = {
        over: over.get(one.code) ?? 0,
        today: due.get(one.code) ?? 0,
        earlier: earlier.get(one.code) ?? 0,
      };
      return [one.village.id, tileOf(one, serve(one.village, one.model), counts)];
    }),
  );
  return {
    ok: true,
    value: {
      region: regionOf(parts, villages),
      count: villages.length,
      legend: legendOf(seen),
      bands: bandsOf(parts, seen, tiles),
      changes: seen.flatMap((one) => changeLines(one, earlier.get(one.code) ?? 0, today)),
      mayCompare: compares.length > 0,
    },
  };
}

interface Seen {
  village: UnitRecord;
  code: string;
  model: ModelSource | null;
  changes: ModelChange[];
}

function look(parts: VillageParts, village: UnitRecord, today: Day): Seen {
  const code = codeOf(village);
  const { models } = parts.definitions;
  const found = models.modelAt({ place: code, day: today });
  const changes = modelChanges(parts.directory(), models, code);
  return { village, code, model: found.ok ? (found.value?.model ?? null) : null, changes };
}

function tileOf(
  { village, code, model }: Seen,
  served: Served,
  counts: { over: number; today: number; earlier: number },
): VillageTile {
  const chip = (kind: "over" | "today" | "provisional" | "paused", zh: string, en: string) => ({
    kind,
    text: { zh, en },
  });
  const { over, today, earlier } = counts;
  return {
    code,
    name: village.name,
    model: model && modelMark(model),
    serves: served.text,
    chip:
      over > 0
        ? chip("over", `超期 ${over} 件`, `${over} overdue`)
        : today > 0
          ? chip("today", `今天 ${today} 件`, `${today} due today`)
          : served.isShort
            ? chip("provisional", "缺人", "Nobody yet")
            : earlier > 0
              ? chip("paused", `原办法 ${earlier} 件`, `${earlier} as before`)
              : null,
  };
}

function legendOf(seen: readonly Seen[]): VillagesView["legend"] {
  const counts = new Map<ModelSource, number>();
  for (const { model } of seen) if (model) counts.set(model, (counts.get(model) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([model, count]) => ({ model: modelMark(model), count }));
}

/** County by county, township by township, in the order of their codes. */
function bandsOf(
  parts: VillageParts,
  seen: readonly Seen[],
  tiles: ReadonlyMap<string, VillageTile>,
): VillageBand[] {
  const directory = parts.directory();
  const townships = new Map<string, Seen[]>();
  for (const one of [...seen].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const parent = one.village.parent ?? "";
    townships.set(parent, [...(townships.get(parent) ?? []), one]);
  }
  let before: string | undefined;
  return [...townships].map(([id, own]): VillageBand => {
    const up = directory.upFrom(own[0]?.code ?? "");
    const county = up.find(({ kind }) => kind === "county");
    const isFirst = county?.id !== before;
    before = county?.id;
    return {
      id,
      name: directory.findUnit(id)?.name ?? "",
      county: isFirst ? (county?.name ?? null) : null,
      about: aboutOf(parts, own),
      tiles: own.flatMap(({ village }) => tiles.get(village.id) ?? []),
    };
  });
}

/** 山区村，8 个村; where they differ, 城郊村 4 个、城中村 1 个. */
function aboutOf({ directory, kinds, now }: VillageParts, own: readonly Seen[]): Text {
  const today = dayOf(now());
  const counts = new Map<string, number>();
  for (const { code } of own) {
    const kind = directory().kindAt(code, today);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const zh = `${own.length} 个村`;
  const en = `${own.length} villages`;
  const found = [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([kind, count]) => {
      const title = kinds[kind]?.title;
      return title === undefined ? [] : [{ title, count }];
    });
  const [most] = found;
  if (most === undefined) return { zh, en };
  if (found.length === 1) {
    return { zh: `${most.title.zh}，${zh}`, en: `${most.title.en ?? most.title.zh}, ${en}` };
  }
  return {
    zh: found.map(({ title, count }) => `${title.zh} ${count} 个`).join("、"),
    en: found.map(({ title, count }) => `${title.en ?? title.zh}: ${count}`).join(", "),
  };
}

function changeLines(
  { village, code, changes }: Seen,
  earlier: number,
  today: Day,
): VillagesView["changes"] {
  const told = changes.filter(({ day, before }) => before !== null && day >= addDays(today, -TOLD));
  return told.map((change) => ({
    code,
    name: village.name,
    text: changeText(
      change,
      change.day <= today ? { count: earlier, isToCome: false } : { count: 0, isToCome: true },
    ),
  }));
}

/**
 * From when a village works by another model, and what goes on as it began: of a past day those still open, of a day
 * to come those open now. `earlier` null: they are not counted.
 */
export function changeText(
  { day, before, after }: ModelChange,
  earlier: { count: number; isToCome: boolean } | null,
): Text {
  const is = after?.title ?? { zh: "没有模式的办法", en: "no model" };
  const was = before?.title ?? { zh: "没有模式的办法", en: "no model" };
  const rest = restOf({ zh: was.zh, en: was.en ?? was.zh }, earlier);
  return {
    zh: `${showDayOfYear(day, "zh")}起改按${is.zh}办理${rest.zh}。`,
    en: `From ${showDayOfYear(day, "en")} by ${is.en ?? is.zh}${rest.en}.`,
  };
}

function restOf(
  was: { zh: string; en: string },
  earlier: { count: number; isToCome: boolean } | null,
): { zh: string; en: string } {
  if (earlier === null || (earlier.count === 0 && !earlier.isToCome)) return { zh: "", en: "" };
  const { count, isToCome } = earlier;
  if (!isToCome) {
    return {
      zh: `，此前开始的 ${count} 件仍按${was.zh}办完`,
      en: `; ${count} begun before end by ${was.en}`,
    };
  }
  const now =
    count === 0
      ? { zh: "", en: "" }
      : { zh: `，现在有 ${count} 件没办完`, en: `, ${count} of them open now` };
  return {
    zh: `；在那以前开始的仍按${was.zh}办完${now.zh}`,
    en: `; what begins before ends by ${was.en}${now.en}`,
  };
}

function regionOf({ directory }: VillageParts, villages: readonly UnitRecord[]): string {
  const up = villages.map(({ id }) => directory().upFrom(id));
  const shared = (up[0] ?? []).find((unit) => up.every((chain) => chain.includes(unit)));
  return shared?.name ?? "";
}
