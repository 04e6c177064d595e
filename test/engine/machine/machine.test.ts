import { expect, test } from "vitest";
import { compileMachine, type Movement } from "../../../app/engine/machine/machine";
import type { MachineSource } from "../../../app/engine/workflow-source";

const source: MachineSource = {
  initial: "asked",
  states: {
    asked: {
      on: {
        go: [
          { meta: { key: "fast" }, guard: "isFast", target: "done" },
          { meta: { key: "else" }, target: "both" },
        ],
      },
      after: { answer: { target: "late", actions: [{ type: "core.notify", params: { a: 1 } }] } },
    },
    late: { on: { go: "both" } },
    both: {
      type: "parallel",
      onDone: "done",
      states: {
        left: {
          initial: "left1",
          states: {
            left1: { on: { sign: "left2" }, after: { answer: "left2" } },
            left2: { type: "final" },
          },
        },
        right: {
          initial: "right1",
          states: { right1: { on: { stamp: "right2" } }, right2: { type: "final" } },
        },
      },
    },
    done: { type: "final" },
  },
};

const always = (): boolean => true;
const never = (candidate: { guard: string | null }): boolean => candidate.guard === null;
const short = (movements: Movement[]): string[] =>
  movements.map((m) =>
    m.is === "act"
      ? `act ${m.type}`
      : "deadline" in m
        ? `${m.is} ${m.path}:${m.deadline}`
        : `${m.is} ${m.path}`,
  );

test("starts in the initial state and arms its clock", () => {
  const begun = compileMachine(source).start(always);
  expect(begun.value).toBe("asked");
  expect(short(begun.movements)).toEqual(["enter ", "enter asked", "arm asked:answer"]);
});

test("takes the first candidate whose guard passes, and disarms what it leaves", () => {
  const machine = compileMachine(source);
  const moved = machine.send("asked", { is: "event", name: "go" }, never);
  expect(moved.value).toEqual({ both: { left: "left1", right: "right1" } });
  expect(short(moved.movements)).toContain("disarm asked:answer");
  expect(machine.send("asked", { is: "event", name: "go" }, always).done).toBe(true);
});

test("a timer of one state fires that state's transition and its effects", () => {
  const fired = compileMachine(source).send(
    "asked",
    { is: "timer", path: "asked", deadline: "answer" },
    always,
  );
  expect(fired.value).toBe("late");
  expect(short(fired.movements)).toContain("act core.notify");
});

test("a move lands on exactly the wanted leaves and leaves the sibling region alone", () => {
  const machine = compileMachine(source);
  const moved = machine.move(
    { both: { left: "left2", right: "right1" } },
    { domain: "both.left", leaves: ["both.left.left1"] },
    always,
  );
  expect(moved.value).toEqual({ both: { left: "left1", right: "right1" } });
  expect(short(moved.movements)).toEqual([
    "exit both.left.left2",
    "enter both.left.left1",
    "arm both.left.left1:answer",
  ]);
});

test("refuses a stored state that does not fit, instead of filling it in silently", () => {
  const machine = compileMachine(source);
  expect(() =>
    machine.send({ both: { left: "left1" } } as never, { is: "event", name: "sign" }, always),
  ).toThrow();
});

test("an endless always loop ends with an error, not with a hanging server", () => {
  const loop = compileMachine({ initial: "a", states: { a: { always: "b" }, b: { always: "a" } } });
  expect(() => loop.start(always)).toThrow();
});
