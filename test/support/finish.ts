import { activePaths } from "../../app/engine/machine/state-value";
import type { Story } from "./make-workflow";
import { crew } from "./crew";

/** Steps that a willing crew may need; a matter that takes more is stuck. */
const MOST_STEPS = 400;

/**
 * Lets everybody do what is theirs until the matter is completed. Throws where nobody can do anything any more: then
 * something was lost on the way.
 */
export function finish(story: Story): void {
  for (let step = 0; story.case.status !== "ended"; step += 1) {
    if (step > MOST_STEPS || !advance(story)) {
      throw new Error(`stuck in ${JSON.stringify(story.case.state)}: ${waiting(story)}`);
    }
  }
}

function waiting({ case: matter }: Story): string {
  return JSON.stringify(
    matter.tasks.map(({ id, roles, assignee, waits }) => [id, roles, assignee, waits]),
  );
}

/** One step by whoever can take one: answers what was asked, gives back what was lent, signs, does the step. */
function advance(story: Story): boolean {
  const { status, questions = [], tasks, state } = story.case;
  if (status !== "open") return anybody(story, { type: "move", move: "reopen" });
  const open = questions.find(
    ({ kind, answer, task }) =>
      kind === "consult" && answer === null && tasks.some(({ id }) => id === task),
  );
  if (open !== undefined) {
    const reply = { type: "operation", operation: "reply", answers: open.id, text: "好" } as const;
    return anybody(story, reply);
  }
  const lent = tasks.find((task) => task.lent !== undefined);
  if (lent !== undefined) {
    const back = { type: "operation", operation: "giveBack", task: lent.id, text: "好" } as const;
    return anybody(story, back);
  }
  for (const { id } of tasks.filter(
    ({ slot, waits }) => slot !== undefined && waits === undefined,
  )) {
    if (anybody(story, { type: "vote", task: id, answer: "agree" })) return true;
  }
  const events = activePaths(state).flatMap((path) =>
    Object.keys(story.workflow.machine.states.get(path)?.meta?.events ?? {}),
  );
  return events.some((event) => anybody(story, { type: "event", event }));
}

function anybody(story: Story, command: Parameters<Story["send"]>[1]): boolean {
  return crew.some((person) => story.send(person, command).ok);
}
