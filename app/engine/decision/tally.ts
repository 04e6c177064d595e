import { isOpen, type CaseDecision, type Result, type Signer } from "./decision";
import type { DecisionSource, PassSource } from "./decision-source";

/** The weights behind each answer. Who was dropped does not count; a meeting counts by its sheet. */
export interface Count {
  agree: number;
  reject: number;
  abstain: number;
  open: number;
  all: number;
}

/** Counts each signature once. */
export function countVotes(signers: readonly Signer[]): Count {
  const count: Count = { agree: 0, reject: 0, abstain: 0, open: 0, all: 0 };
  for (const { vote, dropped, weight } of signers) {
    if (dropped !== null) continue;
    const counts = vote?.counts;
    count.all += counts === undefined ? weight : counts.eligible;
    if (vote === null) count.open += weight;
    else if (counts === undefined) count[vote.answer] += weight;
    else {
      count.agree += counts.agree;
      count.reject += counts.reject;
      count.abstain += counts.abstain;
    }
  }
  return count;
}

/**
 * How a decision comes out, or null while it is open. A veto and, where one rejection ends it, any rejection fail it
 * at once; it passes as soon as it must, but never past somebody with a veto who has not answered.
 */
export function tally(source: DecisionSource, { signers }: CaseDecision): Result | null {
  const present = signers.filter(({ dropped }) => dropped === null);
  const waiting = present.filter(isOpen);
  if (source.paper !== undefined && waiting.length > 0) return null;
  const count = countVotes(present);
  const hasVeto = (role: string | null): boolean =>
    role !== null && source.veto?.includes(role) === true;
  const isVetoed = present.some(
    ({ vote, role }) => vote?.answer === "reject" && (hasVeto(vote.role) || hasVeto(role)),
  );
  const isEnded = source.rejection === "ends" && source.paper === undefined && count.reject > 0;
  if (isVetoed || isEnded) return "fail";
  const isReached = reaches(source.pass, count) && hasQuorum(source.quorum, count);
  if (isReached && !waiting.some(({ role }) => hasVeto(role))) return "pass";
  return waiting.length === 0 ? "fail" : null;
}

function reaches(pass: PassSource, count: Count): boolean {
  const { agree, reject, abstain, open, all } = count;
  if (agree === 0) return false;
  if (pass === "any") return true;
  if (pass === "all") return open === 0 && reject === 0;
  if ("weight" in pass) return agree >= pass.weight;
  if (pass.of !== "present") return hasShare(agree, all, pass);
  return open === 0 && hasShare(agree, agree + reject + abstain, pass);
}

function hasQuorum(quorum: DecisionSource["quorum"], count: Count): boolean {
  const { agree, reject, abstain, all } = count;
  const present = agree + reject + abstain;
  if (quorum === undefined) return true;
  return typeof quorum === "number" ? present >= quorum : hasShare(present, all, quorum);
}

/** Whole numbers only: two thirds of three are two. */
function hasShare(part: number, all: number, { share, more }: { share: string; more?: true }) {
  const [of, whole] = parseShare(share);
  return more === true ? part * whole > all * of : part * whole >= all * of;
}

/** `2/3` as two numbers. */
export function parseShare(share: string): [number, number] {
  const [of, whole] = share.split("/").map(Number);
  return [of ?? 1, whole ?? 1];
}
