import { at, isObject, type Json, type JsonObject } from "../../engine/json";
import type { Instant } from "../../engine/time/types";
import { DAY, MINUTE } from "../../engine/time/duration";
import { addDays, dayOf, instantOf } from "../../engine/time/zone";

/** When a demo step was taken, seen from now: some days ago at an hour, or some minutes ago. */
export type DemoTime = { daysAgo: number; at: string } | { minutesAgo: number };

/** One step of an invented matter. */
export interface DemoStep {
  /** Login. */
  by: string;
  when: DemoTime;
  /** `start` or an event. */
  event: string;
  /** The id `#0` stands for that of the first item in the matter's list of the same name. */
  form: JsonObject;
  /** The step is taken in a matter that this one has opened, or in one that that has opened: which of each link's, from 0. */
  child?: readonly { link: string; index: number }[];
}

/** An invented matter, told from its registration to where it stands now. */
export interface DemoMatter {
  /** Part of its commands' ids: never changed, so that nothing is told twice. */
  key: string;
  package: string;
  place: string;
  steps: DemoStep[];
}

/** `YYYY-MM-DD` so many days from now; negative for the past. */
export type DayFromNow = (days: number) => string;

/** The days around a moment. */
export function daysAround(now: Instant): DayFromNow {
  return (days) => addDays(dayOf(now), days);
}

/** The moment of a demo step. */
export function momentOf(when: DemoTime, now: Instant): Instant {
  if ("minutesAgo" in when) return now - when.minutesAgo * MINUTE;
  return instantOf(`${dayOf(now - when.daysAgo * DAY)}T${when.at}`);
}

/** A step's form with the ids that the engine has given to the items meanwhile. */
export function withItemIds(form: JsonObject, data: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(form).map(([list, items]) => {
      const named = (item: Json) => nameItem(item, (index) => at(data, `${list}.${index}.id`));
      return [list, Array.isArray(items) ? items.map(named) : items];
    }),
  );
}

function nameItem(item: Json, idAt: (index: string) => Json | undefined): Json {
  if (!isObject(item) || typeof item["id"] !== "string") return item;
  const index = /^#(\d+)$/.exec(item["id"])?.[1];
  return index === undefined ? item : { ...item, id: idAt(index) ?? null };
}

/** Stands in a text for the number of the latest dispute of the village. */
export const LATEST_NUMBER = "#number";

/** A form with that number; where there is none yet, a field that names nothing else is left out. */
export function withLatestNumber(form: JsonObject, number: string | undefined): JsonObject {
  const tell = (value: Json): Json => {
    if (typeof value === "string") return value.replaceAll(LATEST_NUMBER, number ?? "另一件");
    if (Array.isArray(value)) return value.map(tell);
    if (!isObject(value)) return value;
    const known = Object.entries(value).filter(
      ([, part]) => part !== LATEST_NUMBER || number !== undefined,
    );
    return Object.fromEntries(known.map(([key, part]) => [key, tell(part)]));
  };
  return tell(form) as JsonObject;
}
