import type { Json } from "../../app/engine/plugin/api";

/** A span of the day in hours; `end` is above 24 where it lies on the next day. */
export interface Span {
  start: number;
  end: number;
}

/** What a package says by its parameters; the defaults stand where it says nothing. */
export interface Settings {
  dutyTime: Span;
  nightTime: Span;
  dayTime: Span;
  /** Hours counted for one such shift. */
  dutyHours: number;
  nightHours: number;
  dayHours: number;
  standbyHours: number;
  /** Officers, and auxiliaries, needed through each night. */
  minOfficers: number;
  minAuxiliaries: number;
  minRestHours: number;
  maxHoursWeek: number;
  maxConsecutiveNights: number;
  roomDaysPerWeek: number;
  minVisitsPerWeek: number;
  /** Over how many weeks the visits are counted. */
  visitWeeks: number;
  /** How far apart the nights of two officers may lie. */
  maxNightGap: number;
  /** How many days before the first the roster is published. */
  publishDays: number;
  /** So many villages at most lie on one day's way. */
  villagesPerTrip: number;
  /** Hours of a usual week: a proposal comes as near to them as it can. */
  usualHoursWeek: number;
  /** What somebody must be able to do each night: 勘查. */
  nightSkills: readonly string[];
}

const NUMBERS = {
  dutyHours: 12,
  nightHours: 10,
  dayHours: 8,
  standbyHours: 4,
  minOfficers: 1,
  minAuxiliaries: 0,
  minRestHours: 11,
  maxHoursWeek: 48,
  maxConsecutiveNights: 2,
  roomDaysPerWeek: 2,
  minVisitsPerWeek: 1,
  visitWeeks: 1,
  maxNightGap: 2,
  publishDays: 5,
  villagesPerTrip: 4,
  usualHoursWeek: 40,
};

const TIMES = { dutyTime: "08:30-08:30", nightTime: "17:30-08:30", dayTime: "08:30-17:30" };

/** Reads the parameters that are there. Total: what does not fit is as good as not said. */
export function readSettings(params: Json | undefined): Settings {
  const given = isGroup(params) ? params : {};
  const numbers = Object.fromEntries(
    Object.entries(NUMBERS).map(([name, standard]) => {
      const value = given[name];
      return [name, typeof value === "number" && value >= 0 ? value : standard];
    }),
  ) as typeof NUMBERS;
  const times = Object.fromEntries(
    Object.entries(TIMES).map(([name, standard]) => [
      name,
      parseSpan(given[name]) ?? parseSpan(standard) ?? { start: 0, end: 24 },
    ]),
  ) as Record<keyof typeof TIMES, Span>;
  const skills = given["nightSkills"];
  const nightSkills =
    typeof skills === "string" ? skills.split(/[\s、，,；;]+/).filter(Boolean) : [];
  return { ...numbers, ...times, nightSkills };
}

/** `17:30-08:30`: what ends at or before its start ends on the next day. */
export function parseSpan(text: Json | undefined): Span | undefined {
  const found = typeof text === "string" ? /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text) : null;
  if (found === null) return undefined;
  const [, h1 = "", m1 = "", h2 = "", m2 = ""] = found;
  const start = Number(h1) + Number(m1) / 60;
  const end = Number(h2) + Number(m2) / 60;
  if (start > 24 || end > 24 || Number(m1) > 59 || Number(m2) > 59) return undefined;
  return { start, end: end <= start ? end + 24 : end };
}

/** `17:30-08:30`; empty where there are no hours. */
export function writeSpan(span: Span | undefined): string {
  if (span === undefined) return "";
  const clock = (hours: number): string => {
    const minutes = Math.round((hours % 24) * 60);
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  };
  return `${clock(span.start)}-${clock(span.end)}`;
}

export function isGroup(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
