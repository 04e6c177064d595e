import type { Text } from "../text";
import { isOpen, type CaseDecision, type Result, type Signer } from "./decision";
import type { DecisionSource } from "./decision-source";
import { countVotes, tally } from "./tally";

/**
 * How an open decision stands, in one sentence: what is still needed before it comes out. Found by counting as
 * `tally` counts, so that the sentence and the outcome cannot differ.
 */
export function outlook(source: DecisionSource, decision: CaseDecision): Text {
  if (source.paper !== undefined) return AWAITS_SHEET;
  const open = byWeight(source, decision.signers.filter(isOpen));
  const enough = fewest(open, (agreeing) => suppose(source, decision, { agreeing }));
  if (enough === null) return hopeless(decision, open.length);
  if (enough < open.length || source.rejection === "ends") return agreeing(enough, open);
  // All of them have to answer; not all need agree.
  const least = fewest(open, (agreeing) => {
    const rejecting = open.filter((one) => !agreeing.includes(one));
    return suppose(source, decision, { agreeing, rejecting });
  });
  const needed = least ?? enough;
  if (suppose(source, decision, { rejecting: open }) === "pass") return answering(open.length);
  return needed < open.length ? agreeingOf(needed, open.length) : agreeing(needed, open);
}

/** How many of these, the first ones first, have to agree before it passes; null where all of them do not do. */
function fewest(
  open: readonly Signer[],
  comesTo: (agreeing: readonly Signer[]) => Result | null,
): number | null {
  const index = open.findIndex((_, i) => comesTo(open.slice(0, i + 1)) === "pass");
  return index < 0 ? null : index + 1;
}

/** How it would come out if these answered so. */
function suppose(
  source: DecisionSource,
  decision: CaseDecision,
  {
    agreeing = [],
    rejecting = [],
  }: { agreeing?: readonly Signer[]; rejecting?: readonly Signer[] },
): Result | null {
  const answered = (one: Signer, answer: "agree" | "reject"): Signer => ({
    ...one,
    vote: { answer, reason: null, user: "", name: "", role: one.role, seq: 0, at: 0 },
  });
  const signers = decision.signers.map((one) => {
    if (agreeing.includes(one)) return answered(one, "agree");
    return rejecting.includes(one) ? answered(one, "reject") : one;
  });
  return tally(source, { ...decision, signers });
}

/** Those with a veto first, as it never passes without them; then whoever weighs most. */
function byWeight({ veto = [] }: DecisionSource, open: readonly Signer[]): Signer[] {
  const hasVeto = ({ role }: Signer): number => Number(role !== null && veto.includes(role));
  return [...open].sort((a, b) => hasVeto(b) - hasVeto(a) || b.weight - a.weight);
}

const AWAITS_SHEET: Text = {
  zh: "等录入表决的票数和表决单的照片。",
  en: "It waits for the counts of the vote and the photo of its sheet.",
};

function agreeing(count: number, open: readonly Signer[]): Text {
  const isEven = new Set(open.map(({ weight }) => weight)).size < 2;
  return {
    zh: `${isEven ? "还差" : "最少还差"} ${count} 人同意即通过。`,
    en: `It passes when ${isEven ? "" : "at least "}${count} more ${count === 1 ? "agrees" : "agree"}.`,
  };
}

function agreeingOf(count: number, open: number): Text {
  return {
    zh: `还有 ${open} 人没有答复；再有 ${count} 人同意，都答复后即通过。`,
    en: `${open} have yet to answer; with ${count} more agreeing it passes once all have.`,
  };
}

function answering(open: number): Text {
  return {
    zh: `同意的已经够了，还有 ${open} 人答复后即通过。`,
    en: `Enough have agreed; it passes once ${open} more have answered.`,
  };
}

function hopeless({ signers }: CaseDecision, open: number): Text {
  const isRejected = countVotes(signers).reject > 0;
  return {
    zh: `${isRejected ? "已有人不同意" : "同意的不够"}，通过不了；还有 ${open} 人答复后有结果。`,
    en: `It cannot pass any more; it comes out once the last ${open} have answered.`,
  };
}
