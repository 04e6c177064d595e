import { deepStrictEqual } from "node:assert";
import type { Case } from "../../app/engine/case";
import type { Command, OperationCommand } from "../../app/engine/command";
import { decisionsFor } from "../../app/engine/decision/decisions-for";
import { offersFor } from "../../app/engine/offer";
import { operationsFor } from "../../app/engine/operations/operations-for";
import type { Person } from "../../app/engine/person";
import type { People } from "../../app/engine/people";
import type { Workflow } from "../../app/engine/workflow";
import type { Attempt } from "./crew";
import type { Story } from "./make-workflow";

type Done = Omit<OperationCommand, "id" | "expectedSeq" | "occurredAt" | "enteredFor">;

/** What undoes an operation, given the matter after it; undefined for what cannot be undone. */
function inverseOf(done: Done, by: string, { before, after }: { before: Case; after: Case }) {
  const base = {
    type: "operation" as const,
    ...(done.task === undefined ? {} : { task: done.task }),
  };
  const held = before.tasks.find(({ id }) => id === done.task);
  const operation: string = done.operation;
  switch (operation) {
    case "claim":
      return [{ ...base, operation: "release" as const, by }];
    case "handOver":
      return held?.firm === undefined || held.assignee === null
        ? undefined
        : [
            {
              ...base,
              operation: "handOver" as const,
              to: [held.assignee],
              by: done.to?.[0] ?? "",
            },
          ];
    case "lend":
      return [{ ...base, operation: "giveBack" as const, text: "好", by: done.to?.[0] ?? "" }];
    case "consult": {
      const answers = after.questions?.at(-1)?.id ?? "";
      return [
        { ...base, operation: "reply" as const, answers, text: "好", by: done.to?.[0] ?? "" },
      ];
    }
    case "addBefore":
    case "addAfter":
    case "addBeside": {
      const known = new Set(before.tasks.map(({ id }) => id));
      const added = after.tasks.filter(({ id }) => !known.has(id));
      const reason = "—";
      return added.map(({ id }) => ({ ...base, operation: "drop" as const, task: id, reason, by }));
    }
    case "appoint":
      return [{ ...base, operation: "appoint" as const, state: done.state ?? "", to: [], by }];
    case "jump":
      return [{ ...base, operation: "decline" as const, by }];
    default:
      return undefined;
  }
}

/** Everything that is offered to everybody, without the words for whom it is held by. */
function everyOffer(
  workflow: Workflow,
  matter: Case,
  { crew, ...ask }: { people: People; now: number; crew: readonly Person[] },
) {
  return crew.map((person) => ({
    events: offersFor({ workflow, matter, person, now: ask.now }),
    operations: operationsFor({ workflow, matter, person, ...ask }),
    decisions: decisionsFor({ workflow, matter, person, now: ask.now }).map((decision) => ({
      ...decision,
      signers: decision.signers
        .filter(({ signer }) => signer.dropped === null)
        .map(({ signer, task, ...rest }) => ({ ...rest, by: signer.via, holder: task?.firm })),
    })),
  }));
}

/**
 * Tries what an attempt names on a copy of the story, by everybody, and undoes it: the offers must be those of before.
 * The story itself stays where it is.
 */
export function expectUndone(story: Story, one: Attempt, crew: readonly Person[]): void {
  if (story.case.status !== "open") return;
  const { matter, history, workflow, now } = story;
  const people = story.people(now);
  const task = story.case.tasks[one.pick % Math.max(story.case.tasks.length, 1)];
  const names = ["claim", "handOver", "lend", "consult", "addBefore", "addAfter"] as const;
  const more = ["addBeside", "appoint", "jump"] as const;
  const operation = [...names, ...more][one.other % 9] ?? "claim";
  const target = crew[one.pick % crew.length] as Person;
  const states = [...workflow.machine.states.values()];
  const state = states[one.pick % states.length]?.name ?? "";
  const done: Done = {
    ...{ type: "operation", operation, to: operation === "jump" ? [] : [target.id], state },
    ...{ reason: "—", text: "—" },
    ...(task === undefined ? {} : { task: task.id }),
  };
  const able = crew.filter((person) => isOffered(story, { person, operation }));
  for (const person of able.slice(0, 2)) {
    const before = everyOffer(workflow, story.case, { people, now, crew });
    const was = story.case;
    story.history = [...history];
    if (operation === "appoint" && Object.keys(was.appointed ?? {}).length > 0) continue;
    if (operation === "jump" && was.asked !== undefined) continue;
    if (was.back !== undefined) continue;
    const result = story.send(person, done as Partial<Command> & Pick<Command, "type">);
    const inverse = result.ok
      ? inverseOf(done, person.id, { before: was, after: story.case })
      : undefined;
    const isStill = JSON.stringify(was.state) === JSON.stringify(story.case.state);
    if (inverse !== undefined && isStill) {
      for (const { by, ...undo } of inverse) {
        const who = crew.find(({ id }) => id === by);
        const undone = who && story.send(who, undo);
        if (undone?.ok !== true) {
          throw new Error(`${operation} is not undone: ${undone?.refusal.code ?? by}`);
        }
      }
      const after = everyOffer(workflow, story.case, { people, now, crew });
      deepStrictEqual(after, before, `${operation} and its inverse`);
    }
    story.matter = matter;
    story.history = history;
  }
}

function isOffered(
  { workflow, case: matter, people, now }: Story,
  { person, operation }: { person: Person; operation: string },
): boolean {
  const all = operationsFor({ workflow, matter, person, people: people(now), now });
  return all.some((offer) => offer.operation === operation);
}
