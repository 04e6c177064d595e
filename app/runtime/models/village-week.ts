import type { ModelSource } from "../../engine/model/model-source";
import { planWeek } from "../../engine/model/visits";
import type { UnitRecord } from "../../engine/people-ports";
import type { Text } from "../../engine/text";
import { addDays } from "../../engine/time/zone";
import type { Day } from "../../engine/time/types";
import type { VillageDay, VillageView } from "../api";
import { changeText } from "./read-villages";
import type { ModelChange } from "./model-changes";
import { codeOf, unitsOver } from "./read-force";
import type { VillageParts } from "./read-villages";

const WEEK_DAYS: readonly Text[] = [
  { zh: "一", en: "Mon" },
  { zh: "二", en: "Tue" },
  { zh: "三", en: "Wed" },
  { zh: "四", en: "Thu" },
  { zh: "五", en: "Fri" },
  { zh: "六", en: "Sat" },
  { zh: "日", en: "Sun" },
];

/** Monday to Sunday: when somebody is there by the published hours, and when an officer comes by the model's week. */
export function weekOf(
  parts: VillageParts,
  ask: {
    model: ModelSource | null;
    village: UnitRecord;
    today: Day;
    changes: readonly ModelChange[];
  },
): VillageView["week"] {
  const { model, village, today, changes } = ask;
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday);
  const visits = model === null ? [] : visitDays(parts, model, village);
  const days = WEEK_DAYS.map((name, i): VillageDay => {
    const day = addDays(monday, i);
    const number = String(Number(day.slice(8)));
    const open = (model?.hours ?? []).filter((hours) => hours.days.includes(i + 1));
    const lines = [
      ...open.map(({ title }) => title),
      ...(visits[i] === true ? [{ zh: "民警来", en: "Officer comes" }] : []),
    ];
    const isToday = day === today;
    return {
      title: isToday
        ? { zh: "今天", en: "Today" }
        : { zh: `${name.zh} ${number}`, en: `${name.en ?? ""} ${number}` },
      lines: lines.length === 0 ? [{ zh: "所里接", en: "Station" }] : lines.slice(0, 3),
      is: isToday ? "today" : lines.length === 0 ? "closed" : "open",
    };
  });
  const change = changes.find(
    ({ day, before }) => before !== null && day >= monday && day <= addDays(monday, 6),
  );
  return { days, note: change === undefined ? null : changeText(change, null) };
}

/** On which days of the week the village's officer comes, by the model's week. */
function visitDays(parts: VillageParts, model: ModelSource, village: UnitRecord): boolean[] {
  const directory = parts.directory();
  const siblings = directory.units
    .filter(({ kind, parent }) => kind === "village" && parent === village.parent)
    .sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  const stations = new Set(unitsOver(directory, village).map(({ id }) => id));
  const officers = directory.users.filter(({ id }) =>
    directory
      .findPerson(id)
      ?.assignments.some(({ role, unit }) => role === "officer" && stations.has(unit.id)),
  ).length;
  const share = Math.ceil(siblings.length / Math.max(1, officers));
  const index = Math.floor(siblings.indexOf(village) / Math.max(1, share));
  const week = planWeek(model.force.week, {
    ...{ villages: siblings.map(({ id }) => id), officers, index },
  });
  return week.days.map(({ villages }) => villages.includes(village.id));
}
