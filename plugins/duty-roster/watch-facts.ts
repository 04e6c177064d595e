import { addDays, isDay, type PluginFact } from "../../app/engine/plugin/api";
import { spanOf } from "./hours";
import { isGroup, readSettings } from "./settings";
import { parseShift } from "./shifts";

/** When a shift's beginning or end, and some minutes more, have passed: a moment in Shanghai. */
function watchFact(
  name: string,
  title: { zh: string; en: string },
  { edge, minutes }: { edge: "start" | "end"; minutes: { parameter: string; standard: number } },
): PluginFact {
  return {
    name,
    title,
    type: "date",
    reads: ["data.day", "data.shift"],
    compute: ({ data, params }) => {
      const { day, shift } = isGroup(data) ? data : {};
      if (!isDay(day) || typeof shift !== "string") return undefined;
      const span = spanOf(parseShift(shift) ?? null, readSettings(params));
      if (span === undefined) return undefined;
      const given = isGroup(params) ? params[minutes.parameter] : undefined;
      const more = typeof given === "number" ? given : minutes.standard;
      const total = Math.round(span[edge] * 60) + more;
      const clock = [Math.floor((total % 1440) / 60), total % 60];
      const [hour, minute] = clock.map((part) => String(part).padStart(2, "0"));
      return `${addDays(day, Math.floor(total / 1440))}T${hour ?? ""}:${minute ?? ""}`;
    },
  };
}

/** The clocks of one shift: when somebody should have signed in, and handed over. */
export const watchFacts: PluginFact[] = [
  watchFact(
    "signInBy",
    { zh: "最晚签到时间", en: "To be signed in by" },
    { edge: "start", minutes: { parameter: "signInMinutes", standard: 15 } },
  ),
  watchFact(
    "handOverBy",
    { zh: "最晚交班时间", en: "To be handed over by" },
    { edge: "end", minutes: { parameter: "handOverMinutes", standard: 30 } },
  ),
];
