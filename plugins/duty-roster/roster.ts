import { addDays, isDay, type Day, type Json } from "../../app/engine/plugin/api";
import { isGroup, readSettings, type Settings } from "./settings";
import { readLine, type Shift } from "./shifts";

export type Post = "chief" | "officer" | "auxiliary";

/**
 * What says that somebody may serve: their post (officers), the certificate of a training matter, or the paper of a
 * training from before; `nothing` where it is only claimed, or not even that.
 */
export type TrainedBy = "post" | "certificate" | "statement" | "nothing";

/** One person's line. */
export interface Row {
  id: string;
  name: string;
  post: Post;
  trained: boolean;
  trainedBy: TrainedBy;
  /** Said to be trained, by nothing that shows it. */
  isClaimed: boolean;
  nightExempt: boolean;
  /** Days of the month on which they cannot come. */
  away: ReadonlySet<number>;
  /** Days of the month that stay as they are when a roster is proposed. */
  locked: ReadonlySet<number>;
  /** What they can do that not everybody can: 勘查. */
  skills: ReadonlySet<string>;
  /** Nights, and weekend days on duty, of the quarter's rosters before this one. */
  carried: { nights: number; weekends: number };
  /** The police room that they keep, or "". */
  room: string;
  /** The days before the roster's first, the last of them the day before; from the roster before. */
  before: readonly (Shift | null)[];
  /** One for each day of the roster. */
  shifts: readonly (Shift | null)[];
}

/** Hours at which a police room says that it is open. */
export interface OpenHours {
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
  place: string;
}

/** A roster as its matter's data say it. */
export interface Roster {
  days: readonly Day[];
  rows: readonly Row[];
  villages: readonly string[];
  openHours: readonly OpenHours[];
  /** Reasons that were given, by conflict. */
  reasons: ReadonlyMap<string, string>;
  settings: Settings;
}

const MOST_DAYS = 31;
const MOST_ROWS = 60;

/** Reads a roster from a rule scope; undefined where it says no first day. Total. */
export function readRoster(scope: { readonly [part: string]: Json }): Roster | undefined {
  const data = isGroup(scope["data"]) ? scope["data"] : {};
  const from = data["from"];
  if (!isDay(from)) return undefined;
  const days = daysFrom(from, data["days"]);
  const reasons = groups(data["explanations"]).map(
    (given) => [text(given["conflict"]), text(given["reason"])] as const,
  );
  return {
    days,
    rows: groups(data["rows"])
      .slice(0, MOST_ROWS)
      .map((row, index) => readRow(row, { days: days.length, index })),
    villages: words(data["villages"]),
    openHours: groups(data["openHours"]).map((hours) => ({
      weekday: Number(text(hours["weekday"])),
      place: text(hours["place"]),
    })),
    reasons: new Map(reasons.filter(([conflict]) => conflict !== "")),
    settings: readSettings(scope["params"]),
  };
}

function daysFrom(from: Day, count: Json | undefined): Day[] {
  const length = typeof count === "number" && Number.isInteger(count) ? count : 7;
  const days = Math.min(Math.max(length, 1), MOST_DAYS);
  return Array.from({ length: days }, (_, index) => addDays(from, index));
}

function readRow(
  row: { [key: string]: Json },
  { days, index }: { days: number; index: number },
): Row {
  const line = readLine(text(row["shifts"]));
  const post = text(row["post"]);
  const trainedBy = readTrainedBy(row);
  return {
    id: text(row["id"]) || `${index}`,
    name: text(row["name"]),
    post: post === "chief" || post === "auxiliary" ? post : "officer",
    trained: trainedBy !== "nothing",
    trainedBy,
    isClaimed: text(row["trained"]) === "yes" && trainedBy === "nothing",
    nightExempt: text(row["nightExempt"]) === "yes",
    away: readDates(row["away"]),
    locked: readDates(row["locked"]),
    skills: new Set(words(row["skills"])),
    carried: { nights: count(row["carriedNights"]), weekends: count(row["carriedWeekends"]) },
    room: text(row["room"]),
    before: readLine(text(row["before"])).slice(-7),
    shifts: Array.from({ length: days }, (_, at) => line[at] ?? null),
  };
}

function readTrainedBy(row: { [key: string]: Json }): TrainedBy {
  if (text(row["trained"]) !== "yes") return "nothing";
  if (text(row["post"]) !== "auxiliary") return "post";
  if (text(row["training"]) !== "") return "certificate";
  const isWhole = ["priorPaper", "priorWhy"].every((key) => text(row[key]) !== "");
  return isWhole && isDay(row["priorOn"]) ? "statement" : "nothing";
}

/** Days of the month: `24 25`. */
export function readDates(value: Json | undefined): ReadonlySet<number> {
  return new Set(
    text(value)
      .split(" ")
      .filter((day) => day !== "")
      .map(Number),
  );
}

/** Names that stand beside each other, parted by blanks or commas. */
export function words(value: Json | undefined): string[] {
  return text(value)
    .split(/[\s、，,；;]+/)
    .filter((name) => name !== "");
}

function count(value: Json | undefined): number {
  return typeof value === "number" && value >= 0 ? value : 0;
}

/** The shift of the day with this number; days before the roster have negative ones. */
export function shiftAt(row: Row, index: number): Shift | null {
  const found = index < 0 ? row.before[row.before.length + index] : row.shifts[index];
  return found ?? null;
}

/** True for those who may lead a night: officers, the chief among them. */
export function isOfficer(row: Row): boolean {
  return row.post !== "auxiliary";
}

/** The same roster with other shifts for some days of some people. */
export function withShifts(
  roster: Roster,
  changes: readonly { row: string; index: number; shift: Shift | null }[],
): Roster {
  const rows = roster.rows.map((row) => {
    const mine = changes.filter((change) => change.row === row.id);
    if (mine.length === 0) return row;
    const shifts = row.shifts.map((shift, index) => {
      const change = mine.findLast((one) => one.index === index);
      return change === undefined ? shift : change.shift;
    });
    return { ...row, shifts };
  });
  return { ...roster, rows };
}

export function groups(value: Json | undefined): { [key: string]: Json }[] {
  return Array.isArray(value) ? value.filter(isGroup) : [];
}

export function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
