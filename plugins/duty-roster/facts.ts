import { addDays, type PluginFact, type Text } from "../../app/engine/plugin/api";
import { askedFacts } from "./asked-facts";
import type { ConflictKind } from "./conflict";
import { toPlan } from "./propose-job";
import { groups } from "./roster";
import { watchFacts } from "./watch-facts";
import { isGroup } from "./settings";
import {
  conflictItems,
  coverageItems,
  kindItems,
  nameConflicts,
  ofView,
  peopleItems,
  tableItems,
  unexplained,
} from "./view";

/** The data that everything on a roster is computed from. */
const READS = [
  "data.from",
  "data.days",
  "data.rows",
  "data.villages",
  "data.openHours",
  "data.explanations",
];

function naming(name: string, kind: ConflictKind, title: Text): PluginFact {
  const compute = ofView((view) => nameConflicts(view, kind));
  return { name, title, type: "string", reads: READS, compute };
}

const hard: PluginFact[] = [
  naming("notTrained", "untrained", { zh: "没有培训合格就排了班的", en: "Rostered untrained" }),
  naming("exemptAtNight", "exempt", { zh: "免夜班却排了夜间的", en: "Exempt but on nights" }),
  naming("notAvailable", "away", { zh: "不能来却排了班的", en: "Rostered while away" }),
  naming("aloneAtNight", "alone", { zh: "夜里只有协勤的", en: "Auxiliaries alone at night" }),
  naming("nightsShort", "uncovered", { zh: "夜间缺人的日子", en: "Nights that are short" }),
  naming("tooManyHours", "overHours", { zh: "超过工时的", en: "Over the hours" }),
  naming("tooManyNights", "nights", { zh: "连着值夜太多的", en: "Too many nights in a row" }),
  naming("overlapping", "rest", { zh: "两班重叠的", en: "Overlapping shifts" }),
  naming("notFilled", "open", { zh: "还没排完的", en: "Not filled in" }),
  naming("sameNames", "sameName", { zh: "同名的", en: "Of one name" }),
];

const lists: PluginFact[] = [
  {
    name: "conflicts",
    title: { zh: "冲突", en: "Conflicts" },
    type: "list",
    items: { key: "string", kind: "string", weight: "string", reason: "string" },
    reads: READS,
    compute: ofView(conflictItems),
  },
  {
    name: "hoursPerPerson",
    title: { zh: "各人工时", en: "Hours of each person" },
    type: "list",
    items: { row: "string", name: "string", hours: "number", nights: "integer" },
    reads: READS,
    compute: ofView(peopleItems),
  },
  {
    name: "coverage",
    title: { zh: "夜间值守", en: "Cover at night" },
    type: "list",
    items: { day: "date", officers: "string", auxiliaries: "string", holds: "boolean" },
    reads: READS,
    compute: ofView(coverageItems),
  },
  {
    name: "table",
    title: { zh: "值班表", en: "Roster" },
    type: "list",
    items: {
      row: "string",
      name: "string",
      post: "string",
      room: "string",
      trainedBy: "string",
      cells: "list",
      full: "list",
      framed: "list",
      looks: "list",
      spans: "list",
      parted: "boolean",
      hours: "number",
    },
    reads: READS,
    compute: ofView(tableItems),
  },
  {
    name: "kinds",
    title: { zh: "班次", en: "Shifts" },
    type: "list",
    items: { word: "string", en: "string", short: "string", placed: "boolean" },
    reads: [],
    compute: () => kindItems(),
  },
  {
    name: "toPlan",
    title: { zh: "排班要用的", en: "What a proposal is made from" },
    type: "list",
    reads: READS,
    compute: ofView(({ roster }, scope) => toPlan(roster, scope)),
  },
  {
    name: "days",
    title: { zh: "日期", en: "Days" },
    type: "list",
    reads: ["data.from", "data.days"],
    compute: ofView(({ roster }) => [...roster.days]),
  },
];

const counts: PluginFact[] = [
  {
    name: "mustChange",
    title: { zh: "必须改的冲突", en: "Conflicts that must be changed" },
    type: "integer",
    reads: READS,
    compute: ofView(({ conflicts }) => conflicts.filter(({ weight }) => weight === "hard").length),
  },
  {
    name: "toExplain",
    title: { zh: "还没写理由的冲突", en: "Conflicts without a reason" },
    type: "string",
    reads: READS,
    compute: ofView((view) =>
      unexplained(view)
        .map(({ key }) => key)
        .join("；"),
    ),
  },
  {
    name: "changes",
    title: { zh: "已改入的换班、请假", en: "Swaps and leaves in it" },
    type: "integer",
    reads: READS,
    compute: ofView(({ changes }) => changes),
  },
  {
    name: "version",
    title: { zh: "第几版", en: "Version" },
    type: "integer",
    reads: ["data.amendments"],
    compute: ({ data }) => 1 + groups(isGroup(data) ? data["amendments"] : undefined).length,
  },
  {
    name: "dayCount",
    title: { zh: "共几天", en: "Number of days" },
    type: "integer",
    reads: ["data.from", "data.days"],
    compute: ofView(({ roster }) => roster.days.length),
  },
  {
    name: "lastDay",
    title: { zh: "最后一天", en: "Last day" },
    type: "date",
    reads: ["data.from", "data.days"],
    compute: ofView(({ roster }) => roster.days.at(-1)),
  },
  {
    name: "publishBy",
    title: { zh: "最晚公布日", en: "To be published by" },
    type: "date",
    reads: ["data.from"],
    compute: ofView(({ roster }) => {
      const [first] = roster.days;
      return first === undefined ? undefined : addDays(first, -roster.settings.publishDays);
    }),
  },
  {
    name: "peopleCount",
    title: { zh: "人数", en: "Number of people" },
    type: "integer",
    reads: ["data.rows"],
    compute: ofView(({ roster }) => roster.rows.length),
  },
  {
    name: "conflictExists",
    title: { zh: "有这一条冲突", en: "There is such a conflict" },
    type: "boolean",
    compute: ofView(({ roster, conflicts }) => {
      const last = [...roster.reasons.keys()].at(-1);
      return conflicts.some(({ key, weight }) => key === last && weight === "soft");
    }),
  },
];

export const facts: PluginFact[] = [...hard, ...lists, ...counts, ...askedFacts, ...watchFacts];
