import type { CaseDecision } from "../../app/engine/decision/decision";
import type { DecisionSource } from "../../app/engine/decision/decision-source";

/**
 * How a decision must come out, written down once more from the words of the format and from nothing of the engine:
 * `open` where people are still to answer.
 */
export function expectedResult(source: DecisionSource, { signers }: CaseDecision): string {
  const counted = signers.filter((signer) => signer.dropped === null);
  const votes = counted.flatMap(({ vote, weight, role }) =>
    vote === null ? [] : [{ ...vote, weight, asked: role }],
  );
  const sum = (answer: string): number =>
    votes.reduce((total, vote) => total + (vote.answer === answer ? vote.weight : 0), 0);
  const [agree, reject, abstain] = [sum("agree"), sum("reject"), sum("abstain")];
  const all = counted.reduce((total, { weight }) => total + weight, 0);
  const left = counted.filter(({ vote }) => vote === null);
  const veto = new Set<string | null>(source.veto ?? []);
  if (
    votes.some((vote) => vote.answer === "reject" && (veto.has(vote.role) || veto.has(vote.asked)))
  )
    return "fail";
  if (source.rejection === "ends" && reject > 0) return "fail";
  const isPresent = present(source, agree + reject + abstain, all);
  const passes =
    agree > 0 && isPresent && enough(source, { agree, reject, abstain, all, left: left.length });
  if (passes && !left.some(({ role }) => veto.has(role))) return "pass";
  return left.length === 0 ? "fail" : "open";
}

function present({ quorum }: DecisionSource, cast: number, all: number): boolean {
  if (quorum === undefined) return true;
  if (typeof quorum === "number") return cast >= quorum;
  return compare(cast, all, quorum);
}

function enough(
  { pass }: DecisionSource,
  count: { agree: number; reject: number; abstain: number; all: number; left: number },
): boolean {
  const { agree, reject, abstain, all, left } = count;
  if (pass === "any") return true;
  if (pass === "all") return left === 0 && reject === 0;
  if ("weight" in pass) return agree >= pass.weight;
  if (pass.of === "present") return left === 0 && compare(agree, agree + reject + abstain, pass);
  return compare(agree, all, pass);
}

function compare(
  part: number,
  all: number,
  { share, more }: { share: string; more?: true },
): boolean {
  const [above = "1", below = "1"] = share.split("/");
  const wanted = (all * Number(above)) / Number(below);
  return more === true ? part > wanted + 1e-9 : part >= wanted - 1e-9;
}
