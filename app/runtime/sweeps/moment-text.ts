import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import { clockOf, dayOf, showDayOfYear } from "../../engine/time/zone";

/** 11月26日 09:00: the year goes without saying, these moments are near. */
export function momentText(at: Instant): Text {
  const [day, clock] = [dayOf(at), clockOf(at)];
  return {
    zh: `${showDayOfYear(day, "zh")} ${clock}`,
    en: `${showDayOfYear(day, "en")}, ${clock}`,
  };
}
