import type { Case, Task } from "../case";
import type { CaseDecision, Signer } from "../decision/decision";
import type { DecisionSource } from "../decision/decision-source";
import { refuse } from "../errors";
import type { Refusal } from "../refusal";
import { STATUS_WORDS } from "./event-step";
import { no, yes, type Decision, type Situation } from "./situation";

interface Signature {
  task: Task;
  path: string;
  decision: CaseDecision;
  signer: Signer;
  source: DecisionSource;
}

/** The open signature that a task asks for; refuses one that is not there any more, with what became of it. */
export function findSignature(
  { workflow, matter }: Pick<Situation, "workflow" | "matter">,
  taskId: string,
): Decision<Signature> {
  if (matter.status !== "open")
    return no(refuse("case/not-open", { status: STATUS_WORDS[matter.status] }));
  const task = matter.tasks.find(({ id, slot }) => id === taskId && slot !== undefined);
  if (task === undefined) return no(refuseGone(matter, taskId));
  const { path, slot } = task;
  const decision = matter.decisions?.[path];
  const signer = decision?.signers.find((one) => one.slot === slot);
  const source = workflow.machine.states.get(path)?.meta?.decision;
  if (decision === undefined || signer === undefined || source === undefined)
    throw new Error(`a signature's task without its decision: ${taskId}`);
  return yes({ task, path, decision, signer, source });
}

function refuseGone(matter: Case, taskId: string): Refusal {
  for (const [path, decision] of Object.entries(matter.decisions ?? {})) {
    for (const { slot, vote, dropped } of decision.signers) {
      if (`${matter.id}:${path}:${decision.entry}:${slot}` !== taskId) continue;
      if (vote !== null) return refuse("decision/answered", { name: vote.name });
      if (dropped !== null) return refuse("decision/dropped", { name: dropped.name });
      return refuse("decision/over");
    }
  }
  return refuse("case/no-task");
}
