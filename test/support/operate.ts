import { expect } from "vitest";
import type { OperationCommand } from "../../app/engine/command";
import { fold } from "../../app/engine/fold";
import { offersFor } from "../../app/engine/offer";
import { operationLine } from "../../app/engine/operations/operation-line";
import type { OperationsSource } from "../../app/engine/operations/operation-source";
import { operationsFor } from "../../app/engine/operations/operations-for";
import type { Person } from "../../app/engine/person";
import { replay } from "../../app/engine/replay";
import { calendar, type Story } from "./make-workflow";

const officers = ["officer"];
/** Every operation, for the roles of the tests. */
export const everything: OperationsSource = {
  claim: { roles: officers, over: ["chief"] },
  handOver: { roles: ["officer", "chief", "legal"], over: ["chief"] },
  takeOver: { roles: officers },
  lend: { roles: ["officer", "chief", "legal"] },
  addBefore: { roles: ["officer", "chief", "legal"] },
  addAfter: { roles: ["officer", "chief", "legal"] },
  addBeside: { roles: ["officer", "chief", "legal"] },
  drop: { roles: ["chief"] },
  appoint: { roles: ["auxiliary", "officer", "chief"] },
  chooseNext: { roles: ["officer"], among: ["officer"] },
};

export type Done = Partial<OperationCommand> & Pick<OperationCommand, "operation">;

/** Does an operation with the first task, unless another is named; gives the code, or ok. */
export function operate(story: Story, person: Person, done: Done): string {
  const task = done.task ?? story.case.tasks[0]?.id ?? "";
  const result = story.send(person, { type: "operation", task, ...done });
  return result.ok ? "ok" : result.refusal.code;
}

/** What is offered to a person. */
export function offered(story: Story, person: Person) {
  const { workflow, now } = story;
  return offersFor({ workflow, matter: story.case, person, now });
}

/** The names of the operations offered to a person. */
export function operations(story: Story, person: Person): string[] {
  const { workflow, now } = story;
  const people = story.people(now);
  const all = operationsFor({ workflow, matter: story.case, person, people, now });
  return [...new Set(all.map(({ operation }) => operation))].sort();
}

/** The history line of the last operation. */
export function last(story: Story): string {
  const entry = story.history.at(-1);
  if (entry?.command.type !== "operation") throw new Error("no operation");
  return operationLine(story.workflow, { ...entry, command: entry.command }).zh;
}

/** The matter is the fold of its history, and replay gives the same. */
export function expectTrue(story: Story): void {
  expect(fold(story.history)).toEqual(story.case);
  const again = replay(story.history, { workflow: story.workflow, calendar });
  expect(again).toMatchObject({ same: true });
}
