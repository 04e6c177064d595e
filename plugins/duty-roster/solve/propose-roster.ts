import type { LinearSearch, SolveLinear } from "../../../app/engine/plugin/api";
import type { Roster } from "../roster";
import type { PlanAsk } from "./board";
import type { Demand, DemandKind } from "./demand";
import { findClash, type Clash } from "./find-conflict";
import { modelOf, writeProgramme, type Programme } from "./programme";
import { readProposal } from "./read-proposal";

/** What came of the search for a roster. */
export type Proposal =
  | {
      found: true;
      roster: Roster;
      /** True where nothing better exists, within `GAP`. */
      best: boolean;
      /** How far it may lie above the best, as a share; 0 for the best. */
      gap: number;
    }
  | { found: false; clash: Clash }
  /** Time ran out before anything was found. */
  | { found: false; clash: null };

/** What a search is given besides the roster. */
export interface ProposeOptions {
  ask: PlanAsk;
  /** Demands that are given up for this once. */
  given: ReadonlySet<DemandKind>;
  solve: SolveLinear;
  /** For the search; as long again may be spent on saying why there is none. */
  seconds: number;
  progress: (share: number) => void;
}

/** Nobody sees a difference of so little. */
export const GAP = 0.03;
/** For one question on the way to a clash. */
const QUESTION = 5;

/** Looks for the best roster that meets every demand; where there is none, for the demands that clash. */
export async function proposeRoster(roster: Roster, options: ProposeOptions): Promise<Proposal> {
  const { seconds, solve, progress } = options;
  const programme = writeProgramme(roster, options);
  const { demands } = programme;
  const answer = await solve(modelOf(programme, { demands, free: false }), {
    ...{ seconds, gap: GAP, progress: (share) => progress(share / 2) },
  });
  if (answer.status === "infeasible") {
    return { found: false, clash: await clashOf(programme, options) };
  }
  if (answer.values.length === 0) return { found: false, clash: null };
  const proposed = readProposal(programme, answer.values);
  const { objective, bound } = answer;
  const gap = Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
  return { found: true, roster: proposed, best: answer.status === "optimal", gap };
}

async function clashOf(programme: Programme, options: ProposeOptions): Promise<Clash> {
  const { seconds, solve, progress } = options;
  let spent = 0;
  const canHold = async (demands: readonly Demand[]): Promise<boolean | undefined> => {
    if (spent >= seconds) return undefined;
    const search: LinearSearch = { seconds: Math.min(QUESTION, seconds - spent), gap: 1e6 };
    const { status, milliseconds } = await solve(
      modelOf(programme, { demands, free: true }),
      search,
    );
    spent += milliseconds / 1000;
    progress(0.5 + Math.min(0.5, spent / seconds / 2));
    return status === "unknown" ? undefined : status !== "infeasible";
  };
  return findClash(programme.demands, canHold);
}
