import type { Text } from "../../app/engine/plugin/api";

/** What one word on a roster means. */
export interface ShiftKind {
  /** As it is written, and stored. */
  word: string;
  en: string;
  /** One character, where a month stands on one sheet. */
  short: string;
  /** Which parameter says when it begins and ends; without one it has no hours of its own. */
  time?: "dutyTime" | "nightTime" | "dayTime";
  /** Which parameter says how many hours it counts for; without one, none. */
  hours?: "dutyHours" | "nightHours" | "dayHours" | "standbyHours";
  /** True where somebody serves the public: only after training, never on a day off. */
  serves: boolean;
  /** True where it lasts through the night. */
  night: boolean;
  /** True where a place may stand behind it. */
  placed: boolean;
}

const serving = { serves: true, night: false, placed: false };
const resting = { serves: false, night: false, placed: false };

/** The words of a roster, in the order in which they are offered. */
export const SHIFT_KINDS: readonly ShiftKind[] = [
  {
    ...serving,
    word: "值班",
    en: "24-hour duty",
    short: "值",
    time: "dutyTime",
    hours: "dutyHours",
    night: true,
  },
  {
    ...serving,
    word: "夜班",
    en: "Night",
    short: "夜",
    time: "nightTime",
    hours: "nightHours",
    night: true,
  },
  { ...serving, word: "白班", en: "Day", short: "白", time: "dayTime", hours: "dayHours" },
  {
    ...serving,
    word: "警务室",
    en: "Police room",
    short: "室",
    time: "dayTime",
    hours: "dayHours",
    placed: true,
  },
  {
    ...serving,
    word: "下村",
    en: "Village visits",
    short: "村",
    time: "dayTime",
    hours: "dayHours",
    placed: true,
  },
  { ...serving, word: "备勤", en: "On call", short: "备", hours: "standbyHours" },
  { ...resting, word: "培训", en: "Training", short: "训", time: "dayTime", hours: "dayHours" },
  { ...resting, word: "请假", en: "Leave", short: "假" },
  { ...resting, word: "休", en: "Off", short: "休" },
];

/** A day that nobody has filled in yet. */
export const OPEN_DAY = "未排";

const BY_WORD = new Map(SHIFT_KINDS.map((kind) => [kind.word, kind]));
const ALIASES: Readonly<Record<string, string>> = { 休息: "休", 轮休: "休", 假: "请假" };

/** One day of one person. */
export interface Shift {
  kind: ShiftKind;
  /** Police room or villages, as far as the roster says. */
  places: readonly string[];
}

/** The kind of this word; undefined where a roster has no such word. */
export function findKind(word: string): ShiftKind | undefined {
  return BY_WORD.get(word);
}

/** One day as it is stored: `下村：石桥村/柏树村`. */
export function writeShift(shift: Shift | null): string {
  if (shift === null) return OPEN_DAY;
  const { kind, places } = shift;
  return places.length === 0 ? kind.word : `${kind.word}：${places.join("/")}`;
}

/** Reads one day; null where it is open, undefined where it is no word of a roster. */
export function parseShift(text: string): Shift | null | undefined {
  if (text === OPEN_DAY) return null;
  const [word = "", place = "", ...more] = text.split("：");
  const kind = findKind(word);
  const places = place === "" ? [] : place.split("/");
  const isSound = more.length === 0 && places.every((one) => PLACE.test(one));
  if (kind === undefined || !isSound) return undefined;
  if (text.endsWith("：") || (places.length > 0 && !kind.placed)) return undefined;
  return { kind, places };
}

const PLACE = /^[\p{Script=Han}A-Za-z0-9]{1,20}$/u;

/** The days of a line. What is no word of a roster counts as open. Total. */
export function readLine(line: string): (Shift | null)[] {
  return line === "" ? [] : line.split(" ").map((text) => parseShift(text) ?? null);
}

/** A line as it is stored, from what a person types: blanks and commas part the days. Safe to apply twice. */
export function normalizeLine(line: string): string {
  return line
    .trim()
    .replace(/\s*[:：]\s*/g, "：")
    .replace(/[／]/g, "/")
    .split(/[\s、，,；;]+/)
    .filter((text) => text !== "")
    .map((text) => {
      const [word = "", ...rest] = text.split("：");
      return [ALIASES[word] ?? word, ...rest].join("：");
    })
    .join(" ");
}

/** True where every day of a line is a word of a roster. */
export function isLine(line: string): boolean {
  return line === "" || line.split(" ").every((text) => parseShift(text) !== undefined);
}

/** The word as people read it. */
export function wordOf(shift: Shift | null): Text {
  return shift === null
    ? { zh: OPEN_DAY, en: "Not filled in" }
    : { zh: shift.kind.word, en: shift.kind.en };
}

/** How a day is drawn: through the night, out in the villages, by day, elsewhere, off, or not filled in. */
export function lookOf(shift: Shift | null): "night" | "out" | "day" | "apart" | "off" | "open" {
  if (shift === null) return "open";
  const { kind } = shift;
  if (kind.night) return "night";
  if (kind.placed) return "out";
  if (kind.time !== undefined && kind.serves) return "day";
  return kind.word === "培训" || kind.word === "请假" ? "apart" : "off";
}
