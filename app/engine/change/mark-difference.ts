import type { Text } from "../text";
import type { SentencePart } from "./say-change";

/**
 * Two sentences word by word as one: what only the first has is struck, what only the second has is marked, in the
 * order of the second. Neighbours of one mark are one part.
 */
export function markDifference(before: readonly Text[], after: readonly Text[]): SentencePart[] {
  const parts: SentencePart[] = [];
  const lengths = commonLengths(before, after);
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && now !== undefined && sameWord(old, now)) {
      add(parts, now);
      [i, j] = [i + 1, j + 1];
    } else if (
      now === undefined ||
      (old !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      if (old !== undefined) add(parts, old, "gone");
      i += 1;
    } else {
      add(parts, now, "new");
      j += 1;
    }
  }
  return parts;
}

/** For each pair of ends, how many words they have in common in order. */
function commonLengths(before: readonly Text[], after: readonly Text[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [old, now] = [before[i], after[j]];
      const isSame = old !== undefined && now !== undefined && sameWord(old, now);
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = isSame
        ? at(lengths, i + 1, j + 1) + 1
        : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function sameWord(a: Text, b: Text): boolean {
  return a.zh === b.zh && (a.en ?? a.zh) === (b.en ?? b.zh);
}

function add(parts: SentencePart[], text: Text, mark?: "gone" | "new"): void {
  const last = parts.at(-1);
  if (last !== undefined && last.mark === mark) {
    last.text = {
      zh: last.text.zh + text.zh,
      en: (last.text.en ?? last.text.zh) + (text.en ?? text.zh),
    };
  } else {
    parts.push(mark === undefined ? { text: { ...text } } : { text: { ...text }, mark });
  }
}
