/** For each row whose key stood before in the file: where it stood first. */
export function firstLines(
  rows: readonly { line: number; key: string }[],
): Map<number, { line: number; key: string }> {
  const first = new Map<string, number>();
  const repeated = new Map<number, { line: number; key: string }>();
  for (const { line, key } of rows) {
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else repeated.set(line, { line: before, key });
  }
  return repeated;
}
