import type { Demand } from "./demand";

/** Whether these demands can be met together; undefined where nobody knows in time. */
export type CanHold = (demands: readonly Demand[]) => Promise<boolean | undefined>;

/** Demands that cannot be met together. */
export interface Clash {
  demands: readonly Demand[];
  /** True where any one of them given up leaves the others possible; else time ran out before. */
  irreducible: boolean;
}

/**
 * The demands that stand in each other's way, as few as can be (QuickXplain): without any one of them the
 * others can be met. Ask it about demands that cannot be met together. Those that come first are rather kept out.
 */
export async function findClash(demands: readonly Demand[], canHold: CanHold): Promise<Clash> {
  let irreducible = true;
  const holds = async (asked: readonly Demand[]): Promise<boolean> => {
    const answer = await canHold(asked);
    // What nobody knows counts as possible: then more stays in the clash than need be.
    if (answer === undefined) irreducible = false;
    return answer ?? true;
  };

  /** The part of `open` that is needed, with `kept`, for a clash. */
  async function explain(
    kept: readonly Demand[],
    open: readonly Demand[],
    grown: boolean,
  ): Promise<readonly Demand[]> {
    if (grown && !(await holds(kept))) return [];
    if (open.length <= 1) return open;
    const middle = Math.ceil(open.length / 2);
    const [first, second] = [open.slice(0, middle), open.slice(middle)];
    const ofSecond = await explain([...kept, ...first], second, true);
    const ofFirst = await explain([...kept, ...ofSecond], first, ofSecond.length > 0);
    return [...ofFirst, ...ofSecond];
  }

  if (!(await holds([]))) return { demands: [], irreducible };
  return { demands: await explain([], demands, false), irreducible };
}
