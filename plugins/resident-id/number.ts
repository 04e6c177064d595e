import { isDay, toHalfWidth } from "../../app/engine/plugin/api";

/** What a citizen's number says by itself. */
export interface ResidentId {
  birthDate: string;
  sex: "male" | "female";
}

/** GB 11643-1999: weights of the first 17 digits, and the check character for each remainder of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
const EARLIEST_BIRTH = "1800-01-01";

/** As it is stored: half-width, without spaces, the check character X in capitals. */
export function normalizeResidentId(text: string): string {
  return toHalfWidth(text).replace(/\s/g, "").toUpperCase();
}

/**
 * Reads a citizen's number (公民身份号码), however it was typed; undefined where its length, birth date or check
 * character is wrong. The region is not looked up: codes are retired, and a retired one is no mistake.
 */
export function parseResidentId(text: string): ResidentId | undefined {
  const number = normalizeResidentId(text);
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return undefined;
  const birthDate = number.slice(6, 14).replace(/^(\d{4})(\d{2})/, "$1-$2-");
  if (!isDay(birthDate) || birthDate < EARLIEST_BIRTH) return undefined;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  if (CHECK_CHARACTERS[sum % 11] !== number[17]) return undefined;
  return { birthDate, sex: Number(number[16]) % 2 === 1 ? "male" : "female" };
}

/**
 * Whole years of age on a day; undefined where the number is wrong or the birth lies after the day. A year is
 * complete on the birthday; born on 29 February, on 1 March of a common year.
 */
export function ageOn(text: string, day: string): number | undefined {
  const birthDate = parseResidentId(text)?.birthDate;
  if (birthDate === undefined || !isDay(day) || day < birthDate) return undefined;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
