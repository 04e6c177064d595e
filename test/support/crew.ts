import fc from "fast-check";
import type { Command } from "../../app/engine/command";
import { operationsFor } from "../../app/engine/operations/operations-for";
import { refuseVoter } from "../../app/engine/steps/vote-step";
import { moveTargets } from "../../app/engine/steps/move-targets";
import { activePaths } from "../../app/engine/machine/state-value";
import { OPERATIONS, type OperationsSource } from "../../app/engine/operations/operation-source";
import { SYSTEM, type Person } from "../../app/engine/person";
import type { Workflow } from "../../app/engine/workflow";
import type { MachineSource } from "../../app/engine/workflow-source";
import { makePerson, makeWorkflow, Story } from "./make-workflow";
import { peopleOf, signingRoles } from "./decision-workflow";

/** The people of the generated stories; `out` has no post that reaches the matter. */
export const crew: Person[] = [
  ...[makePerson("gao", "officer"), makePerson("lin", "officer"), makePerson("wei", "officer")],
  ...[makePerson("lu", "chief"), makePerson("luo", "chief"), makePerson("he", "legal")],
  ...[makePerson("yang", "auxiliary"), makePerson("wen", "officer", "chief"), makePerson("out")],
];

const everyRole = ["auxiliary", "officer", "chief", "legal"];
const open = { roles: everyRole };

/** Everything is allowed to everybody: what the algebra holds must not hang on a package's leave. */
export const everyOperation: OperationsSource = {
  ...{ claim: { ...open, over: ["chief"] }, handOver: { ...open, over: ["chief"] } },
  ...{
    takeOver: open,
    lend: { roles: ["officer", "chief"] },
    drop: open,
    appoint: open,
    chooseNext: open,
  },
  ...{ addBefore: open, addAfter: open, addBeside: open, consult: open, comment: open },
  ...{ copy: open, circulate: open, urge: { ...open, everyHours: 1 }, supervise: open },
  ...{ retrieve: open, jump: open },
};

export function signingWorkflow(machine: MachineSource): Workflow {
  return makeWorkflow(
    {
      machine,
      operations: everyOperation,
      moves: { return: open, void: open, reopen: open, pause: open, withdraw: open },
      deadlines: {
        due: { title: { zh: "期限" }, from: "entry", count: 5, unit: "workday", remind: [-1] },
        taking: {
          ...{ title: { zh: "认领" }, from: "entry", count: 1, unit: "workday", pausable: true },
          ladder: [
            { key: "tell", at: 0, tell: ["chief"] },
            { key: "give", at: 2, tell: ["chief"], handOver: "officer" },
          ],
        },
      },
      unowned: { deadline: "taking" },
    },
    {
      data: {
        type: "object",
        properties: { panel: { type: "array", items: { type: "string" } } },
      },
    },
    signingRoles,
  );
}

export function begin(workflow: Workflow): Story {
  const story = new Story(workflow);
  story.people = (now) => peopleOf(crew, now);
  const started = story.send(crew[6] as Person, { type: "start" });
  const drafted = story.send(crew[0] as Person, { type: "event", event: "edraft" });
  if (!started.ok || !drafted.ok) throw new Error("the story did not begin");
  return story;
}

/** One thing that somebody might try, legal or not. */
export interface Attempt {
  kind: "vote" | "operation" | "event" | "move" | "timer";
  who: number;
  pick: number;
  other: number;
  answer: "agree" | "reject" | "abstain";
}

export const attempt: fc.Arbitrary<Attempt> = fc.record({
  kind: fc.constantFrom(
    ...(["vote", "vote", "vote", "operation", "operation", "operation"] as const),
    ...(["vote", "vote", "operation", "operation", "event", "event", "move", "timer"] as const),
  ),
  who: fc.nat(crew.length - 1),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  answer: fc.constantFrom("agree", "agree", "agree", "reject", "abstain"),
});

type Drafted = Partial<Command> & Pick<Command, "type">;

/** Who does what. */
export function toCommand(story: Story, one: Attempt): { person: Person; command: Drafted } {
  const person = crew[one.who] as Person;
  const { tasks, timers, questions = [], orders = [], state } = story.case;
  const choose = <T>(items: readonly T[], by: number): T | undefined => items[by % items.length];
  const task = choose(tasks, one.pick)?.id ?? "none";
  const named = [choose(crew, one.other), choose(crew, one.other * 7 + 1)].map(
    (who) => who?.id ?? "",
  );
  // Two of three try what is theirs to do; the third tries whatever comes.
  const isSensible = one.other % 3 !== 0;
  switch (one.kind) {
    case "vote": {
      const open = tasks.filter(({ slot }) => slot !== undefined);
      const able = crew.flatMap((who) =>
        open
          .filter((found) => refuseVoter({ ...standing(story), person: who }, found.id) === null)
          .map(({ id }) => ({ who, id })),
      );
      const found = isSensible ? choose(able, one.pick) : undefined;
      const signature = found?.id ?? choose(open, one.pick)?.id ?? "none";
      return {
        person: found?.who ?? person,
        command: { type: "vote", task: signature, answer: one.answer, reason: "—" },
      };
    }
    case "event": {
      const offered = activePaths(state).flatMap((path) =>
        Object.keys(story.workflow.machine.states.get(path)?.meta?.events ?? {}),
      );
      const who = isSensible ? crew[one.pick % 3] : person;
      return {
        person: who ?? person,
        command: { type: "event", event: choose(offered, one.pick) ?? "none" },
      };
    }
    case "timer":
      return {
        person: SYSTEM,
        command: { type: "timer", timer: choose(timers, one.pick)?.id ?? "" },
      };
    case "move": {
      const move = choose(
        ["return", "return", "return", "return", "void", "reopen", "pause"] as const,
        one.pick,
      );
      const to = choose(moveTargets(story.workflow, story.case, "return"), one.other)?.path ?? "no";
      const way = one.other % 2 === 0 ? "straight" : "stepwise";
      const target = move === "return" ? ({ to, way } as const) : {};
      return { person, command: { type: "move", move: move ?? "void", ...target } };
    }
    case "operation": {
      const offers = isSensible
        ? operationsFor({ ...standing(story), person, people: story.people(story.now) })
        : [];
      const offer = choose(offers, one.pick);
      const operation = offer?.operation ?? choose(OPERATIONS, one.pick) ?? "claim";
      const several = ["addBefore", "addAfter", "addBeside", "copy", "circulate"];
      const states = [...story.workflow.machine.states.values()].map(({ name }) => name);
      const asked = [...questions, ...orders].map(({ id }) => id);
      const target =
        offer?.targets === undefined ? undefined : choose(offer.targets, one.other)?.id;
      const to =
        target === undefined ? named : [target, choose(offer?.targets ?? [], one.pick)?.id ?? ""];
      return {
        person,
        command: {
          ...{ type: "operation", operation },
          task: offer?.task ?? choose(tasks, one.other)?.id ?? task,
          to: several.includes(operation) ? to : to.slice(0, 1),
          state: choose(offer?.states ?? [], one.other)?.name ?? choose(states, one.other) ?? "",
          answers: offer?.answers?.id ?? choose(asked, one.other) ?? "",
          ...{ reason: "—", text: "—", until: "2026-12-31" },
          ...(offer !== undefined && offer.targets === undefined ? { to: [] } : {}),
        },
      };
    }
  }
}

function standing({ workflow, case: matter, now }: Story) {
  return { workflow, matter, now };
}
