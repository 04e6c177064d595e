import { isDay, type PluginDisplay } from "../../app/engine/plugin/api";
import { shortDay, weekdayName } from "./days";
import { findKind, OPEN_DAY, parseShift } from "./shifts";
import { NIGHT_LINE } from "./view";

/** A shift's word in the reader's language: 值班, 24-hour duty. A place stays as it is written. */
export const shift: PluginDisplay = {
  name: "shift",
  show: (value, language) => {
    const written = String(value);
    if (written === OPEN_DAY) return language === "en" ? "open" : OPEN_DAY;
    const found = parseShift(written);
    if (found === undefined || found === null) return written;
    const word = language === "en" ? found.kind.en : found.kind.word;
    return found.places.length === 0
      ? word
      : `${word}${language === "en" ? ": " : "："}${found.places.join("、")}`;
  },
};

/** One character for a shift, where a month stands on one sheet. */
export const shortShift: PluginDisplay = {
  name: "shortShift",
  show: (value) => findKind(String(value).split("：")[0] ?? "")?.short ?? String(value),
};

/** 11月23日, without the year. */
export const day: PluginDisplay = {
  name: "day",
  show: (value, language) => (isDay(value) ? shortDay(value, language) : String(value)),
};

/** The day of the month alone: 23. */
export const date: PluginDisplay = {
  name: "date",
  show: (value) => (isDay(value) ? String(Number(value.slice(8))) : String(value)),
};

/** 星期一, Mon. */
export const weekday: PluginDisplay = {
  name: "weekday",
  show: (value, language) => (isDay(value) ? weekdayName(value, language) : String(value)),
};

const POSTS: Readonly<Record<string, { zh: string; en: string }>> = {
  chief: { zh: "所长", en: "Chief" },
  officer: { zh: "民警", en: "Officer" },
  auxiliary: { zh: "协勤", en: "Auxiliary" },
  [NIGHT_LINE]: { zh: NIGHT_LINE, en: "Officer at night" },
};

/** A post, or what a line of the sheet is called; a person's name stays as it is. */
export const name: PluginDisplay = {
  name: "name",
  show: (value, language) => {
    const written = String(value);
    return Object.hasOwn(POSTS, written) ? (POSTS[written]?.[language] ?? written) : written;
  },
};

export const displays: PluginDisplay[] = [shift, shortShift, day, date, weekday, name];
