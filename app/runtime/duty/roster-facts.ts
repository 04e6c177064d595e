import { isObject, own, type Json, type JsonObject } from "../../engine/json";
import type { Scope } from "../../engine/scope";
import { scopeValue } from "../../engine/steps/situation";
import type { Text } from "../../engine/text";

/** One line of a roster, as the package's plugin works it out. */
export interface TableLine {
  /** The row's id; "" for the line that names who leads each night. */
  row: string;
  name: string;
  post: string;
  /** The village whose police room they keep, or "". */
  room: string;
  /** `post`, `certificate`, `statement` or `nothing`: what shows that they are trained. */
  trainedBy: string;
  /** A word for each day: 值班; and the same with places, as it is stored: 下村：石桥村/柏树村. */
  cells: string[];
  full: string[];
  looks: string[];
  /** `08:30-17:30`, or "". */
  spans: string[];
  /** A heavier line parts it from the one above. */
  parted: boolean;
  hours: number;
}

/** A change that would mend a conflict. */
export interface RosterFix {
  label: Text;
  cells: { row: string; day: string; shift: string }[];
}

export interface RosterConflict {
  key: string;
  weight: "hard" | "soft";
  people: string[];
  days: string[];
  title: Text;
  when: Text;
  clauses: { holds: boolean; text: Text }[];
  remedy: Text;
  fixes: RosterFix[];
  /** The reason that was written, or "". */
  reason: string;
}

/** Everything that is computed about one roster. */
export interface RosterFacts {
  days: string[];
  table: TableLine[];
  conflicts: RosterConflict[];
  /** For each night whether enough people are there. */
  nights: { day: string; holds: boolean }[];
  kinds: { word: Text; short: string; placed: boolean }[];
  version: number;
  changes: number;
  lastDay: string;
}

/** Reads the facts of the plugin `duty-roster` from a scope. Total: what is missing is empty. */
export function readRosterFacts(scope: Scope): RosterFacts {
  const fact = (name: string): Json | undefined => scopeValue(scope, `facts.duty-roster.${name}`);
  return {
    days: texts(fact("days")),
    table: groups(fact("table")).map(readLine),
    conflicts: readConflicts(fact("conflicts")),
    nights: groups(fact("coverage")).map((night) => ({
      day: text(night["day"]),
      holds: night["holds"] === true,
    })),
    kinds: groups(fact("kinds")).map((kind) => ({
      word: { zh: text(kind["word"]), en: text(kind["en"]) },
      short: text(kind["short"]),
      placed: kind["placed"] === true,
    })),
    version: number(fact("version")),
    changes: number(fact("changes")),
    lastDay: text(fact("lastDay")),
  };
}

function readLine(line: JsonObject): TableLine {
  return {
    row: text(line["row"]),
    name: text(line["name"]),
    post: text(line["post"]),
    room: text(line["room"]),
    trainedBy: text(line["trainedBy"]),
    cells: texts(line["cells"]),
    full: texts(line["full"]),
    looks: texts(line["looks"]),
    spans: texts(line["spans"]),
    parted: line["parted"] === true,
    hours: number(line["hours"]),
  };
}

/** Conflicts as the plugin says them. Total. */
export function readConflicts(value: Json | undefined): RosterConflict[] {
  return groups(value).map(readConflict);
}

function readConflict(conflict: JsonObject): RosterConflict {
  return {
    key: text(conflict["key"]),
    weight: conflict["weight"] === "hard" ? "hard" : "soft",
    people: texts(conflict["people"]),
    days: texts(conflict["days"]),
    title: words(conflict["title"]),
    when: words(conflict["when"]),
    clauses: groups(conflict["clauses"]).map((clause) => ({
      holds: clause["holds"] === true,
      text: words(clause["text"]),
    })),
    remedy: words(conflict["remedy"]),
    fixes: groups(conflict["fixes"]).map((fix) => ({
      label: words(fix["label"]),
      cells: groups(fix["cells"]).map((cell) => ({
        row: text(cell["row"]),
        day: text(cell["day"]),
        shift: text(cell["shift"]),
      })),
    })),
    reason: text(conflict["reason"]),
  };
}

/** The objects of a list; none for anything else. */
export function groups(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

/** A text as it is; "" for anything else. */
export function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A number as it is; 0 for anything else. */
export function number(value: Json | undefined): number {
  return typeof value === "number" ? value : 0;
}

/** A text in both languages; empty for anything else. */
export function words(value: Json | undefined): Text {
  if (!isObject(value)) return { zh: "" };
  const en = own(value, "en");
  return { zh: text(own(value, "zh")), ...(typeof en === "string" ? { en } : {}) };
}
