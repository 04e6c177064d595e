import {
  dayOf,
  instantOf,
  isDay,
  isMoment,
  showDay,
  showMoment,
  type Json,
  type PluginDisplay,
} from "../../app/engine/plugin/api";
import { asText } from "./as-text";

/** Milliseconds around the years 1900 to 2200; other numbers are no moments. */
function isInstant(value: Json): value is number {
  return typeof value === "number" && value > -2.3e12 && value < 7.3e12;
}

/** A day, or the day of a moment: 2026年11月23日. */
export const date: PluginDisplay = {
  name: "date",
  show: (value, language) => {
    if (isInstant(value)) return showDay(dayOf(value), language);
    const day = isMoment(value) ? value.slice(0, 10) : value;
    return isDay(day) ? showDay(day, language) : asText(value);
  },
};

/** A moment with its clock: 2026年11月23日 10:00. A plain day stays a day. */
export const dateTime: PluginDisplay = {
  name: "dateTime",
  show: (value, language) => {
    if (isInstant(value)) return showMoment(value, language);
    if (isMoment(value)) return showMoment(instantOf(value), language);
    return isDay(value) ? showDay(value, language) : asText(value);
  },
};
