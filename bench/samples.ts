/** One figure: a ratio inside one run, the median of alternating samples. */
export interface Figure {
  name: string;
  what: string;
  ratio: number;
  must: number;
  goal: number;
  /** True where more is better (throughput), false where less is (cost). */
  moreIsBetter: boolean;
  detail: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}

/** Runs ours and theirs in turn, so that a drift of the machine's speed touches both alike. */
export async function alternate(
  samples: number,
  ours: () => number | Promise<number>,
  theirs: () => number | Promise<number>,
): Promise<{ ours: number[]; theirs: number[]; ratios: number[] }> {
  const result = { ours: [] as number[], theirs: [] as number[], ratios: [] as number[] };
  await ours();
  await theirs();
  for (let i = 0; i < samples; i += 1) {
    const our = await ours();
    const their = await theirs();
    result.ours.push(our);
    result.theirs.push(their);
    result.ratios.push(our / their);
  }
  return result;
}

/** CPU time of this process that `work` took, in microseconds for each of `count`. */
export function cpuOf(count: number, work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}
