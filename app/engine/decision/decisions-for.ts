import type { Case, Task } from "../case";
import type { People } from "../people";
import type { Person } from "../person";
import type { Refusal } from "../refusal";
import { refuseVoter } from "../steps/vote-step";
import type { Text } from "../text";
import type { Instant } from "../time/types";
import type { Workflow } from "../workflow";
import { signerName } from "../operations/operation-line";
import type { Answer, Signer } from "./decision";
import type { DecisionSource } from "./decision-source";
import { countVotes, type Count } from "./tally";
import { REJECTION_WORDS } from "./terms";

/** An open decision as a page shows it. */
export interface DecisionView {
  path: string;
  title: Text;
  source: DecisionSource;
  count: Count;
  /** What one rejection does, in words, for the signers. */
  rejection: Text;
  signers: SignerView[];
}

export interface SignerView {
  slot: string;
  /** Who is asked: a name, or what the role is called. */
  asked: Text;
  signer: Signer;
  /** Its task while it is open. */
  task?: Task;
  /** True where it is this person's to answer now. */
  mine: boolean;
  /** Why this person cannot answer it now, where they are asked. */
  refusal?: Refusal;
  answers: Answer[];
}

/** The decisions that are open in a matter, as one person sees them. */
export function decisionsFor(ask: {
  workflow: Workflow;
  matter: Case;
  person: Person;
  /** For whom the person stands in; without it for nobody. */
  people?: People;
  now: Instant;
}): DecisionView[] {
  const { workflow, matter } = ask;
  return Object.entries(matter.decisions ?? {}).flatMap(([path, decision]): DecisionView[] => {
    const meta = workflow.machine.states.get(path)?.meta;
    const source = meta?.decision;
    if (source === undefined || decision.closed !== undefined) return [];
    return [
      {
        path,
        title: meta?.title ?? { zh: path },
        source,
        count: countVotes(decision.signers),
        rejection: REJECTION_WORDS[source.rejection],
        signers: decision.signers.map((signer) => signerView(ask, { path, signer, source })),
      },
    ];
  });
}

function signerView(
  ask: Parameters<typeof decisionsFor>[0],
  { path, signer, source }: { path: string; signer: Signer; source: DecisionSource },
): SignerView {
  const { workflow, matter } = ask;
  const task = matter.tasks.find((one) => one.path === path && one.slot === signer.slot);
  const answers: Answer[] =
    source.abstain === true ? ["agree", "reject", "abstain"] : ["agree", "reject"];
  const base = { slot: signer.slot, asked: signerName(workflow, signer), signer, answers };
  if (task === undefined) return { ...base, mine: false };
  const judged = refuseVoter(ask, task.id);
  return {
    ...{ ...base, task },
    mine: judged === null,
    ...(judged === null ? {} : { refusal: judged }),
  };
}
