/** Stands for a part of rjsf that a form of ours does not draw. */
export function Nothing(): null {
  return null;
}
