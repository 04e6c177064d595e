import type { Actor, Case, Named, Task } from "../case";
import type { OperationCommand } from "../command";
import type { Colleague } from "../people";
import type { Person } from "../person";
import type { Finding } from "../steps/settle";
import type { Decision, Situation } from "../steps/situation";
import type { OperationSource } from "./operation-source";

/** One operation about to be done: who does it is settled, and so is the task, where it is about one. */
export interface Operating {
  situation: Situation & { actor: Actor };
  command: OperationCommand;
  person: Person;
  source: OperationSource;
  /** The people named, found and fit to be named. */
  to: readonly Colleague[];
}

/** The same about one task. */
export interface OperatingOnTask extends Operating {
  task: Task;
}

/** What an operation does: a change of the finding that otherwise leaves everything as it is. */
export type Operate<Of extends Operating = Operating> = (ask: Of) => Decision<Partial<Finding>>;

/** The matter's tasks with one of them changed. */
export function withTask(tasks: readonly Task[], changed: Task): Task[] {
  return tasks.map((task) => (task.id === changed.id ? changed : task));
}

/** Who was asked for a signature by name; null where anybody with the role may give it, or there is none. */
export function askedByName({ decisions }: Pick<Case, "decisions">, task: Task): Named | null {
  const signers = decisions?.[task.path]?.signers;
  return signers?.find(({ slot }) => slot === task.slot)?.person ?? null;
}
