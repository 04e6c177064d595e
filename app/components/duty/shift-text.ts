import { say, type Language } from "../../engine/text";
import { showDay } from "../../engine/time/zone";
import type { RosterView } from "../../runtime/api";

/** 11月23日, 23 Nov: the year is said once, above the roster. */
export function shortDay(day: string, language: Language): string {
  return showDay(day, language).replace(/^\d{4}年| \d{4}$/, "");
}

/** A stored shift in parts: 下村：石桥村/柏树村 is 下村 with 石桥村 and 柏树村. */
export function partsOf(stored: string): { word: string; places: string[] } {
  const [word = "", places = ""] = stored.split("：");
  return { word, places: places === "" ? [] : places.split("/") };
}

/** One character for a stored shift, in Chinese as on the sheet on the wall; "" where the day is open. */
export function shortWord(
  stored: string,
  { kinds, language }: { kinds: RosterView["kinds"]; language: Language },
): string {
  const { word } = partsOf(stored);
  const kind = kinds.find((one) => one.word.zh === word);
  if (kind === undefined) return "";
  return language === "zh" ? kind.short : say(kind.word, language).slice(0, 2);
}

/** The word of a stored shift in the reader's language; "" where the day is open. */
export function shiftWord(
  stored: string,
  { kinds, language }: { kinds: RosterView["kinds"]; language: Language },
): string {
  const { word } = partsOf(stored);
  const kind = kinds.find((one) => one.word.zh === word);
  return kind ? say(kind.word, language) : "";
}

/** A stored shift as it is said in a sentence: the word, and the places behind it; "" where the day is open. */
export function shiftSaid(
  stored: string,
  how: { kinds: RosterView["kinds"]; language: Language },
): string {
  const places = partsOf(stored).places.join(how.language === "zh" ? "、" : ", ");
  return [shiftWord(stored, how), places].filter((part) => part !== "").join(" ");
}
