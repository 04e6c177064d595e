import type { JsonObject } from "../json";
import type { CompiledMachine } from "../machine/machine";
import { dayOf } from "../time/zone";
import type { CaseDecision, Signer } from "./decision";
import { countVotes } from "./tally";

/**
 * What rules and templates read of a matter's decisions: `decisions.<state>` with `result`, the counts and the
 * signers. The last one of each state; a new one takes its place when the state is entered again.
 */
export function decisionScope(
  decisions: Readonly<Record<string, CaseDecision>>,
  machine: CompiledMachine,
): JsonObject {
  return Object.fromEntries(
    Object.entries(decisions).map(([path, decision]): [string, JsonObject] => {
      const { settled, signers } = decision;
      const { agree, reject, abstain, all } = countVotes(signers);
      const result = settled?.result ?? (decision.closed === undefined ? "open" : "broken");
      const shown = signers.filter(({ dropped }) => dropped === null).map(signerScope);
      const name = machine.states.get(path)?.name ?? path;
      return [name, { result, agree, reject, abstain, all, signers: shown }];
    }),
  );
}

/** Every key that a signer has in the scope, so that `check` knows them. */
export const SIGNER_KEYS = ["name", "role", "answer", "reason", "day"] as const;

function signerScope({ person, role, vote }: Signer): JsonObject {
  return {
    name: vote?.name ?? person?.name ?? null,
    role: vote?.role ?? role,
    answer: vote?.answer ?? null,
    reason: vote?.reason ?? null,
    day: vote === null ? null : dayOf(vote.at),
  };
}
