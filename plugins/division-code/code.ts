/** The level that a 12-digit code names. */
export type DivisionLevel = "province" | "city" | "county" | "town" | "village";

/** Province 2, city 2, county 2 (GB/T 2260), town 3 (GB/T 10114), village or residents' committee 3. */
const PARTS = /^(\d{2})(\d{2})(\d{2})(\d{3})(\d{3})$/;
/** Towns and villages are numbered from 001 to 599 in both standards. */
const LAST_NUMBER = 599;

/**
 * The level that a 12-digit code of the statistical divisions names; undefined where it is none. Cities without
 * counties are written with county 00 and have towns all the same.
 */
export function levelOf(code: string): DivisionLevel | undefined {
  const parts = PARTS.exec(code);
  if (parts === null) return undefined;
  const [province = 0, city = 0, county = 0, town = 0, village = 0] = parts.slice(1).map(Number);
  if (province < 11 || town > LAST_NUMBER || village > LAST_NUMBER) return undefined;
  if (village > 0) return city > 0 && town > 0 ? "village" : undefined;
  if (town > 0) return city > 0 ? "town" : undefined;
  if (county > 0) return city > 0 ? "county" : undefined;
  return city > 0 ? "city" : "province";
}

const DIGITS: Record<DivisionLevel, number> = {
  province: 2,
  city: 4,
  county: 6,
  town: 9,
  village: 12,
};

/**
 * Whether a code lies within a division, given as a prefix (2–12 digits) or as the division's own 12-digit code;
 * undefined where either is none.
 */
export function isWithin(code: string, division: string): boolean | undefined {
  if (levelOf(code) === undefined || !/^\d{2,12}$/.test(division)) return undefined;
  const level = levelOf(division);
  return code.startsWith(level === undefined ? division : division.slice(0, DIGITS[level]));
}
