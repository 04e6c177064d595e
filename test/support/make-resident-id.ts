/**
 * A citizen's number with a valid check character. The default region 991021 is given to no place in China, so
 * that no test number can be a person's. An odd order is a man's, an even one a woman's.
 */
export function makeResidentId(parts: {
  region?: string;
  birthDate: string;
  order: number;
}): string {
  const { region = "991021", birthDate, order } = parts;
  const body = region + birthDate.replace(/-/g, "") + String(order).padStart(3, "0");
  // ISO 7064 MOD 11-2, digit by digit: another way to the same character than the standard's table of weights.
  const remainder = Array.from(body, Number).reduce((sum, digit) => ((sum + digit) * 2) % 11, 0);
  const check = (12 - remainder) % 11;
  return body + (check === 10 ? "X" : String(check));
}
