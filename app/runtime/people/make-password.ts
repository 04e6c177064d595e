import { randomInt } from "node:crypto";

/** Letters and digits that nobody takes for another when reading them aloud. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password of four groups of four: 79 random bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
