import type { Case, Task } from "../case";
import type { Signer } from "../decision/decision";
import type { Colleague, People } from "../people";
import type { Person } from "../person";
import type { Text } from "../text";
import type { Instant } from "../time/types";
import type { Workflow } from "../workflow";
import { authoriseTask } from "./authorise-task";
import { askedByName } from "./operate";
import { matterOffers } from "./matter-offers";
import { authoriseDrop, isOffered, mayBeNamed, standIn } from "./may-operate";
import {
  isAboutMatter,
  OPERATIONS,
  sourceOf,
  type OperationName,
  type OperationSource,
  type TaskOperation,
} from "./operation-source";
import { OPERATION_TABLE } from "./table";

/** One operation as it stands for one person: what a page offers. */
export interface OperationOffer {
  operation: OperationName;
  label: Text;
  /** The task it is about; absent where it is about the matter. */
  task?: string;
  /** The people that may be named; absent where nobody is. */
  targets?: Colleague[];
  /** One, or as many as wanted. */
  many?: true;
  /** For `appoint`: the states that may be named. */
  states?: { name: string; title: Text }[];
  reason: "needed" | "optional" | "none";
  /** Something has to be written. */
  text?: "needed" | "optional";
  /** A last day has to be given. */
  until?: "needed";
  /** What is answered, confirmed or declined: its id, who asked, and what. */
  answers?: { id: string; from: string; text: string };
}

export interface OffersAsk {
  workflow: Workflow;
  matter: Case;
  person: Person;
  people: People;
  now: Instant;
}

const NAMES_ONE: ReadonlySet<OperationName> = new Set(["handOver", "lend", "consult"]);
const NAMES_SOME: ReadonlySet<OperationName> = new Set(["addBefore", "addAfter", "addBeside"]);
const OF_SIGNATURE: ReadonlySet<OperationName> = new Set([...NAMES_SOME, "drop"]);

/** What a person may do with the matter's tasks now, beside its steps: nothing that would be refused for who they are. */
export function operationsFor(ask: OffersAsk): OperationOffer[] {
  const { workflow, matter } = ask;
  if (workflow.source.operations === undefined) return [];
  return OPERATIONS.flatMap((operation) => {
    const source = sourceOf(workflow.source.operations, operation);
    if (source === undefined) return [];
    if (isAboutMatter(operation)) return matterOffers(ask, { operation, source });
    return matter.tasks.flatMap((task) => taskOffer(ask, { operation, source, task }));
  });
}

function taskOffer(
  ask: OffersAsk,
  of: { operation: TaskOperation; source: OperationSource; task: Task },
): OperationOffer[] {
  const { workflow, matter, person, people, now } = ask;
  const { operation, source, task } = of;
  if (!isOffered(workflow, source, task.path) || !suits(operation, task, person, matter)) return [];
  const situation = { workflow, matter, now };
  const actor = { user: person.id, name: person.name, assignment: null, role: null, unit: null };
  const standing =
    operation === "drop"
      ? authoriseDrop(situation, { person, task, source })
      : operation === "takeOver"
        ? standIn({ ...situation, people, actor }, { person, task, source })
        : authoriseTask(situation, { operation, person, task, source });
  if (!standing.ok) return [];
  const isLender = standing.value.standing === "lender";
  if (operation === "claim" && standing.value.standing === "over") return [];
  if (operation === "giveBack" ? !isBetween(standing.value.standing) : isLender) return [];
  const { title: label, reason } = OPERATION_TABLE[operation];
  const offer: OperationOffer = { operation, label, task: task.id, reason };
  if (operation === "consult") offer.text = "needed";
  if (operation === "giveBack") {
    offer.text = isLender ? "optional" : "needed";
  }
  if (!NAMES_ONE.has(operation) && !NAMES_SOME.has(operation)) return [offer];
  const targets = targetsOf(ask, of).filter(
    (one) =>
      isFree(one, operation, task, matter) && (one.id !== person.id || operation === "handOver"),
  );
  if (targets.length === 0) return [];
  return [{ ...offer, targets, ...(NAMES_SOME.has(operation) ? { many: true as const } : {}) }];
}

function isBetween(standing: string): boolean {
  return standing === "holder" || standing === "lender";
}

/** Whether an operation makes sense for a task as it stands. */
function suits(operation: TaskOperation, task: Task, person: Person, matter: Case): boolean {
  const { firm, lent, slot, roles } = task;
  if (OF_SIGNATURE.has(operation) && slot === undefined) return false;
  switch (operation) {
    case "claim":
      return firm === undefined && roles.length > 0;
    case "release":
      return firm !== undefined && askedByName(matter, task) === null && lent === undefined;
    case "handOver":
      return lent === undefined;
    case "takeOver":
      return task.assignee !== null && task.assignee !== person.id && lent === undefined;
    case "giveBack":
      return lent !== undefined;
    case "drop":
      return (matter.decisions?.[task.path]?.signers.filter(isStanding).length ?? 0) > 1;
    case "addBefore":
    case "addAfter":
    case "addBeside":
    case "lend":
      return true;
    case "consult":
      return task.waits === undefined;
  }
}

function isStanding(signer: Signer): boolean {
  return signer.dropped === null;
}

/** Everybody who may be named: the roles that the package says, or those that could act there. */
export function targetsOf(
  { workflow, matter, people }: OffersAsk,
  { operation, source, task }: { operation: OperationName; source: OperationSource; task: Task },
): Colleague[] {
  const roles =
    source.among ?? (operation === "handOver" && task.roles.length > 0 ? task.roles : null);
  const found = (roles ?? Object.keys(workflow.roles)).flatMap((role) => people.holders(role));
  const known = new Map(found.map((one) => [one.id, one]));
  return [...known.values()].filter(
    (one) => mayBeNamed({ workflow, matter }, { one, task, source, operation }) === null,
  );
}

/** Not whoever has it already, nor whoever signs already. */
function isFree(one: Colleague, operation: OperationName, task: Task, matter: Case): boolean {
  if (task.firm !== undefined && task.assignee === one.id) return false;
  if (task.lent?.some(({ by }) => by.id === one.id) === true) return false;
  if (!NAMES_SOME.has(operation)) return true;
  const signers = matter.decisions?.[task.path]?.signers ?? [];
  return (
    !signers.some(({ vote, person, dropped }) =>
      dropped === null ? vote?.user === one.id || person?.id === one.id : false,
    ) && !matter.tasks.some((other) => other.slot !== undefined && other.assignee === one.id)
  );
}
