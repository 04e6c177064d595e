import {
  instantOf,
  isDay,
  isMoment,
  type Json,
  type JsonObject,
  type PluginFact,
} from "../../app/engine/plugin/api";
import { fitLeave, fitSwap, readLeave, readSwap } from "./changes";
import type { Conflict } from "./conflict";
import { exchangeConflicts, exchangeOptions } from "./exchange";
import { leaveConflicts, leaveOptions, substituteConflicts } from "./leave-cover";
import { isGroup } from "./settings";
import { ofView, standingOf, type RosterView } from "./view";

type Scope = { readonly [part: string]: Json };

/** What guards the asking for an exchange or a leave: the form's answers stand in the data while it is decided. */
export const askedFacts: PluginFact[] = [
  {
    name: "swapKnown",
    title: {
      zh: "两个人都在表上，能互相顶班",
      en: "Both are on the roster and may do the same work",
    },
    type: "boolean",
    compute: ofView(({ roster }, scope) => {
      const swap = readSwap(askedOf(scope, "swap"));
      return swap && fitSwap(roster, swap).known;
    }),
  },
  {
    name: "swapAsWritten",
    title: { zh: "写的班次和表上一样", en: "The shifts stand on the roster as written" },
    type: "boolean",
    compute: ofView(({ roster }, scope) => {
      const swap = readSwap(askedOf(scope, "swap"));
      return swap && fitSwap(roster, swap).asWritten;
    }),
  },
  {
    name: "swapBreaks",
    title: { zh: "换班后不符合规定的", en: "What the exchange would break" },
    type: "string",
    compute: ofView((view, scope) =>
      sayHard(swapConflicts(view, scope)?.filter(({ weight }) => weight === "hard")),
    ),
  },
  {
    name: "swapBrings",
    title: { zh: "换班后会有的冲突", en: "Conflicts after the exchange" },
    type: "list",
    compute: ofView((view, scope) => items(swapConflicts(view, scope))),
  },
  {
    name: "swapOptions",
    title: { zh: "可以请谁换", en: "Whom one can ask" },
    type: "list",
    compute: ofView((view, scope) => {
      const swap = readSwap(askedOf(scope, "swap"));
      return swap && exchangeOptions(standingOf(view, scope), swap);
    }),
  },
  {
    name: "leaveKnown",
    title: { zh: "本人和替班的人都在表上", en: "Both people are on the roster" },
    type: "boolean",
    compute: ofView(({ roster }, scope) => {
      const leave = readLeave(askedOf(scope, "leave"));
      return leave && fitLeave(roster, leave).known;
    }),
  },
  {
    name: "leaveAsWritten",
    title: { zh: "写的班次和表上一样", en: "The shifts stand on the roster as written" },
    type: "boolean",
    compute: ofView(({ roster }, scope) => {
      const leave = readLeave(askedOf(scope, "leave"));
      return leave && fitLeave(roster, leave).asWritten;
    }),
  },
  {
    name: "substituteBreaks",
    title: { zh: "替班后不符合规定的", en: "What the substitute would break" },
    type: "string",
    compute: ofView((view, scope) => {
      const leave = readLeave(askedOf(scope, "leave"));
      return leave && sayHard(substituteConflicts(view, leave));
    }),
  },
  {
    name: "substituteBlocks",
    title: { zh: "替班后必须改的冲突", en: "Conflicts that the substitute would bring" },
    type: "list",
    compute: ofView((view, scope) => {
      const leave = readLeave(askedOf(scope, "leave"));
      return items(leave && substituteConflicts(view, leave));
    }),
  },
  {
    name: "leaveBrings",
    title: { zh: "请假后会有的冲突", en: "Conflicts after the leave" },
    type: "list",
    compute: ofView((view, scope) => {
      const leave = readLeave(askedOf(scope, "leave"));
      return items(leave && leaveConflicts(standingOf(view, scope), leave));
    }),
  },
  {
    name: "leaveOptions",
    title: { zh: "可以请谁替", en: "Who can stand in" },
    type: "list",
    compute: ofView((view, scope) => {
      const leave = readLeave(askedOf(scope, "leave"));
      return leave && leaveOptions(standingOf(view, scope), leave);
    }),
  },
  {
    name: "hoursAhead",
    title: { zh: "离最早的班还有几个小时", en: "Hours until the first of the shifts" },
    type: "number",
    reads: ["data.askerDay", "data.otherDay", "data.shiftBegins"],
    compute: ({ data, case: matter }) => {
      const { askerDay, otherDay, shiftBegins } = isGroup(data) ? data : {};
      if (!isDay(askerDay) || !isDay(otherDay) || !isGroup(matter)) return undefined;
      const now = matter["now"];
      const first = askerDay < otherDay ? askerDay : otherDay;
      if (typeof now !== "number" || typeof shiftBegins !== "string") return undefined;
      const start = `${first}T${shiftBegins}`;
      return isMoment(start) ? Math.floor((instantOf(start) - now) / 3_600_000) : undefined;
    },
  },
];

function askedOf({ data }: Scope, what: "swap" | "leave"): Json | undefined {
  return isGroup(data) ? data[what] : undefined;
}

function swapConflicts(view: RosterView, scope: Scope): Conflict[] | undefined {
  const swap = readSwap(askedOf(scope, "swap"));
  return swap && exchangeConflicts(standingOf(view, scope), swap);
}

function sayHard(conflicts: readonly Conflict[] | undefined): string {
  return (conflicts ?? []).map(({ title, when }) => `${title.zh}（${when.zh}）`).join("；");
}

function items(conflicts: readonly Conflict[] | undefined): JsonObject[] {
  return (conflicts ?? []) as unknown as JsonObject[];
}
