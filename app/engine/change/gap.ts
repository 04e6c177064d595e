import type { Text } from "../text";

/** Digits and letters stand apart from the Chinese before them: a space, or nothing. */
export function gapBefore({ zh }: Text): string {
  return /^[\p{Script=Han}“（]/u.test(zh) ? "" : " ";
}

/** The same towards the Chinese that follows. */
export function gapAfter({ zh }: Text): string {
  return /[\p{Script=Han}”）]$/u.test(zh) ? "" : " ";
}
