import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../app/engine/command";
import { fold } from "../../app/engine/fold";
import { activePaths, leavesOf } from "../../app/engine/machine/state-value";
import { moveTargets } from "../../app/engine/steps/move-targets";
import { returnConfiguration } from "../../app/engine/move";
import { replay } from "../../app/engine/replay";
import { SYSTEM } from "../../app/engine/person";
import { DAY } from "../../app/engine/time/duration";
import type { Workflow } from "../../app/engine/workflow";
import type { MachineSource, StateSource } from "../../app/engine/workflow-source";
import { arbitraryMachine } from "../support/arbitrary-machine";
import { auxiliary, calendar, makeWorkflow, officer, Story } from "../support/make-workflow";

const everyMove = { roles: ["officer", "auxiliary"] };
const withMachine = (machine: MachineSource): Workflow =>
  makeWorkflow({
    machine: { ...machine, ...withDue(machine) },
    deadlines: {
      soon: { title: { zh: "期限" }, from: "entry", count: 2, unit: "workday", pausable: true },
      due: {
        ...{ title: { zh: "应办结" }, from: "entry", count: 3, unit: "workday", pausable: true },
        remind: [-1, 0],
      },
    },
    moves: {
      return: everyMove,
      withdraw: everyMove,
      void: everyMove,
      reopen: everyMove,
      pause: { ...everyMove, maxDays: 5 },
    },
  });

/** The same states, each of which is also to be done by a day. */
function withDue({ states }: Pick<StateSource, "states">): Pick<StateSource, "states"> {
  if (states === undefined) return {};
  const marked = Object.entries(states).map(([name, state]): [string, StateSource] => {
    const due = state.type === "final" ? {} : { due: "due" };
    const meta = { title: { zh: name }, ...state.meta, ...due };
    return [name, { ...state, ...withDue(state), meta }];
  });
  return { states: Object.fromEntries(marked) };
}

/** Due dates stand exactly where an active state has one, and nothing reminds of a state that was left. */
function expectDueClocks(workflow: Workflow, story: Story): void {
  const { status, state, timers } = story.case;
  const active = status === "open" ? activePaths(state) : [];
  const due = active.filter((path) => workflow.machine.states.get(path)?.meta?.due !== undefined);
  const pathsOf = (kind: string): string[] =>
    timers.filter((timer) => timer.kind === kind).map(({ path }) => path);
  expect(pathsOf("due").sort()).toEqual(due.sort());
  expect(pathsOf("remind").filter((path) => !due.includes(path))).toEqual([]);
}

/** The clocks that the active states call for: what `timers` must hold, no more and no less. */
function clocksOf(workflow: Workflow, story: Story): string[] {
  if (story.case.status !== "open") return [];
  return activePaths(story.case.state)
    .filter((path) => workflow.machine.states.get(path)?.source.after !== undefined)
    .sort();
}

function armed(story: Story): string[] {
  return story.case.timers
    .filter((timer) => timer.kind === "transition")
    .map((timer) => timer.path)
    .sort();
}

/** One random thing that somebody might try, legal or not. */
const attempt = fc.record({
  kind: fc.constantFrom(
    "event",
    "event",
    "event",
    "return",
    "straight",
    "pause",
    "resume",
    "withdraw",
    "void",
    "reopen",
    "timer",
    "nonsense",
  ),
  pick: fc.nat(1000),
  wait: fc.nat(4),
});

function toCommand(
  story: Story,
  one: { kind: string; pick: number },
): Partial<Command> & Pick<Command, "type"> {
  const { workflow } = story;
  const choose = <T>(items: readonly T[]): T | undefined =>
    items[one.pick % Math.max(items.length, 1)];
  switch (one.kind) {
    case "event": {
      const offered = activePaths(story.case.state).flatMap((path) =>
        Object.keys(workflow.machine.states.get(path)?.meta?.events ?? {}),
      );
      return { type: "event", event: choose(offered) ?? "none" };
    }
    case "return":
    case "straight": {
      const to = choose(moveTargets(workflow, story.case, "return"))?.path ?? "nowhere";
      return {
        type: "move",
        move: "return",
        to,
        way: one.kind === "straight" ? "straight" : "stepwise",
      };
    }
    case "timer":
      return { type: "timer", timer: choose(story.case.timers)?.id ?? "none" };
    case "nonsense":
      return {
        type: "event",
        event: choose(["xstate.done.state.m", "*", "__proto__", "qy.move", "eS1", ""]) ?? "",
      };
    default:
      return { type: "move", move: one.kind as "pause" };
  }
}

test("a return lands on exactly the wanted leaves, with exactly the clocks of the active states", () => {
  fc.assert(
    fc.property(
      arbitraryMachine,
      fc.array(attempt, { minLength: 1, maxLength: 12 }),
      (machine, attempts) => {
        const workflow = withMachine(machine);
        const story = new Story(workflow);
        story.send(auxiliary, { type: "start" });
        for (const one of attempts)
          story.send(officer, toCommand(story, { ...one, kind: "event" }));
        if (story.case.status !== "open") return;
        for (const target of moveTargets(workflow, story.case, "return")) {
          const allowed = moveTargets(workflow, story.case, "return");
          if (!allowed.some((one) => one.path === target.path)) continue;
          const wanted = returnConfiguration(workflow.machine, story.case.state, target.path);
          const before = story.case;
          const moved = story.send(officer, { type: "move", move: "return", to: target.path });
          expect(moved.ok).toBe(true);
          expect(new Set(leavesOf(story.case.state))).toEqual(new Set(wanted));
          expect(armed(story)).toEqual(clocksOf(workflow, story));
          expectDueClocks(workflow, story);
          // What the move left alone has kept its clock as it was.
          for (const timer of before.timers) {
            const still = story.case.timers.find((known) => known.id === timer.id);
            if (still !== undefined) expect(still).toEqual(timer);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("any sequence of legal and illegal commands never throws, keeps the clocks right, an end in reach, and the history true", () => {
  fc.assert(
    fc.property(
      arbitraryMachine,
      fc.array(attempt, { minLength: 1, maxLength: 20 }),
      (machine, attempts) => {
        const workflow = withMachine(machine);
        const story = new Story(workflow);
        story.send(auxiliary, { type: "start" });
        for (const one of attempts) {
          story.now += one.wait * DAY;
          const seq = story.case.seq;
          const person =
            one.kind === "timer" ? SYSTEM : one.kind === "withdraw" ? auxiliary : officer;
          const result = story.send(person, toCommand(story, one));
          if (!result.ok) {
            expect(story.case.seq).toBe(seq);
            expect(result.refusal.code).not.toBe("case/engine");
          }
          expect(armed(story)).toEqual(clocksOf(workflow, story));
          expectDueClocks(workflow, story);
          if (story.case.status === "open") expect(endsInReach(workflow, story)).toBe(true);
          else expect(story.case.tasks).toEqual([]);
        }
        expect(fold(story.history)).toEqual(story.case);
        expect(replay(story.history, { workflow, calendar })).toMatchObject({ same: true });
      },
    ),
    { numRuns: 120 },
  );
});

/** Some active state, or one above it, offers the way to the end. */
function endsInReach(workflow: Workflow, story: Story): boolean {
  return activePaths(story.case.state).some((path) =>
    Object.keys(workflow.machine.states.get(path)?.meta?.events ?? {}).some((event) =>
      event.startsWith("close"),
    ),
  );
}
