import type { Text } from "./text";
import { HOUR } from "./time/duration";
import type { Instant } from "./time/types";

/** What a card on the whereabouts board can say, in the order of the board. */
export const BOARD_WORDS = [
  "in",
  "village",
  "call",
  "meeting",
  "training",
  "home",
  "off",
  "leave",
] as const;

export type BoardWord = (typeof BOARD_WORDS)[number];

export const BOARD_TITLES: Readonly<Record<BoardWord | "stale", Text>> = {
  in: { zh: "在岗", en: "In" },
  village: { zh: "下村", en: "In the villages" },
  call: { zh: "出警", en: "On a call" },
  meeting: { zh: "开会", en: "In a meeting" },
  training: { zh: "培训", en: "In training" },
  home: { zh: "上门", en: "At people's homes" },
  off: { zh: "休息", en: "Off" },
  leave: { zh: "请假", en: "On leave" },
  stale: { zh: "待更新", en: "To be updated" },
};

/** One person's card: set by that person, written over each time. */
export interface BoardEntry {
  word: BoardWord;
  /** A village or a room, or "". */
  place: string;
  /** When they expect to be back, or to leave. */
  until: Instant;
  setAt: Instant;
}

/** How long a card still counts after the hour that it names. */
export const STALE_AFTER = 2 * HOUR;
/** A card may not look further ahead. */
export const FURTHEST = 31 * 24 * HOUR;
export const LONGEST_PLACE = 20;

/** How a card is drawn: here, out, off duty, or nobody knows any more. */
export type BoardLook = "here" | "out" | "off" | "stale";

/** What a card says at a moment; without one, or two hours after its hour, nobody knows. */
export function boardLook(entry: BoardEntry | undefined, now: Instant): BoardLook {
  if (entry === undefined || now > entry.until + STALE_AFTER) return "stale";
  if (entry.word === "off" || entry.word === "leave") return "off";
  return entry.word === "in" ? "here" : "out";
}
