import type { RoleId, UnitId } from "../person";
import type { Instant } from "../time/types";

export type Answer = "agree" | "reject" | "abstain";

/** A decision of one state, as it stands: opened when the state is entered, closed when it is left. */
export interface CaseDecision {
  /** The step that entered the state. */
  entry: number;
  signers: Signer[];
  /** How it came out and by which step; null while people are asked, or where it was broken off. */
  settled: { result: Result; seq: number; by?: "timeout" } | null;
  /** The step that left the state; absent while it is open. */
  closed?: number;
}

export type Result = "pass" | "fail";

/** Why somebody is asked. */
export type AskedVia =
  "asked" | "chosen" | "appointed" | "fallback" | "before" | "after" | "beside";

/** One signature that is asked for. */
export interface Signer {
  /** `1`, `2`, …: unique within the decision and never used again. */
  slot: string;
  via: AskedVia;
  /** Who is asked by name; null: anybody with the role. */
  person: { id: string; name: string } | null;
  role: RoleId | null;
  unit?: UnitId;
  weight: number;
  /** In turn: those with the lowest number that is open answer now. */
  order: number;
  /** Slots that have to be answered before this one. */
  behind?: string[];
  /** Who added it (加签). */
  addedBy?: { id: string; name: string };
  vote: Vote | null;
  dropped: { by: string; name: string; reason: string; seq: number } | null;
}

export interface Vote {
  answer: Answer;
  reason: string | null;
  user: string;
  name: string;
  role: RoleId | null;
  seq: number;
  at: Instant;
  /** In whose place it was given, by a substitute. */
  standsInFor?: { id: string; name: string };
  /** The slot in which the same person answered for this one as well. */
  same?: string;
  counts?: Counts;
  /** Id of the attachment that shows the sheet. */
  photo?: string;
}

/** What a meeting's sheet says. */
export interface Counts {
  eligible: number;
  agree: number;
  reject: number;
  abstain: number;
}

/** A signature that is still asked for. */
export function isOpen(signer: Signer): boolean {
  return signer.vote === null && signer.dropped === null;
}

/** True where the signer's turn has come. */
export function isTheirTurn(signer: Signer, decision: Pick<CaseDecision, "signers">): boolean {
  const open = decision.signers.filter(isOpen);
  return (
    open.every((other) => other.order >= signer.order) &&
    !open.some((other) => signer.behind?.includes(other.slot) === true)
  );
}
