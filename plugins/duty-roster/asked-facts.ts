import { instantOf, isDay, isMoment, type PluginFact } from "../../app/engine/plugin/api";
import { fitLeave, fitSwap, readLeave, readSwap } from "./changes";
import { isGroup } from "./settings";
import { afterAsked, newlyBroken, ofView } from "./view";

/** What guards the asking for an exchange or a leave: the form's answers stand in the data while it is decided. */
export const askedFacts: PluginFact[] = [
  {
    name: "swapKnown",
    title: {
      zh: "两个人都在表上，能互相顶班",
      en: "Both are on the roster and may do the same work",
    },
    type: "boolean",
    compute: ofView(({ roster }, { data }) => {
      const swap = readSwap(isGroup(data) ? data["swap"] : undefined);
      return swap && fitSwap(roster, swap).known;
    }),
  },
  {
    name: "swapAsWritten",
    title: { zh: "写的班次和表上一样", en: "The shifts stand on the roster as written" },
    type: "boolean",
    compute: ofView(({ roster }, { data }) => {
      const swap = readSwap(isGroup(data) ? data["swap"] : undefined);
      return swap && fitSwap(roster, swap).asWritten;
    }),
  },
  {
    name: "swapBreaks",
    title: { zh: "换班后不符合规定的", en: "What the exchange would break" },
    type: "string",
    compute: ofView((view, scope) =>
      newlyBroken(view, afterAsked(view, scope, "swap"))
        .map(({ title, when }) => `${title.zh}（${when.zh}）`)
        .join("；"),
    ),
  },
  {
    name: "leaveKnown",
    title: { zh: "本人和替班的人都在表上", en: "Both people are on the roster" },
    type: "boolean",
    compute: ofView(({ roster }, { data }) => {
      const leave = readLeave(isGroup(data) ? data["leave"] : undefined);
      return leave && fitLeave(roster, leave).known;
    }),
  },
  {
    name: "leaveAsWritten",
    title: { zh: "写的班次和表上一样", en: "The shifts stand on the roster as written" },
    type: "boolean",
    compute: ofView(({ roster }, { data }) => {
      const leave = readLeave(isGroup(data) ? data["leave"] : undefined);
      return leave && fitLeave(roster, leave).asWritten;
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
