import fc from "fast-check";
import { expect, test } from "vitest";
import { createMachine, initialTransition, transition, type AnyStateMachine } from "xstate";
import { createPureMachine, type Moved } from "../../../app/engine/machine/pure-machine";
import type { StateValue } from "../../../app/engine/case";
import { arbitraryMachine } from "../../support/arbitrary-machine";

interface Context {
  mood: string;
}

function toMachine(source: object): AnyStateMachine {
  const machine: unknown = createMachine(
    {
      ...source,
      id: "m",
      context: ({ input }: { input?: Context }) => ({ mood: input?.mood }),
    } as never,
    { delays: { soon: 1 } } as never,
  );
  return machine as AnyStateMachine;
}

/** What of a move anybody can see. */
function seen([snapshot, actions]: Moved) {
  return {
    value: snapshot.value as StateValue,
    status: snapshot.status,
    context: snapshot.context as unknown,
    actions: actions.map(({ type, params }) => ({ type, params })),
  };
}

test("gives what XState's own pure functions give, for any machine and any walk through it", () => {
  fc.assert(
    fc.property(
      arbitraryMachine,
      fc.array(fc.nat(12), { maxLength: 15 }),
      fc.string({ maxLength: 3 }),
      (source, walk, mood) => {
        const machine = toMachine(source);
        const pure = createPureMachine<Context>(machine);
        const begun = seen(pure.start({ mood }));
        expect(begun).toEqual(seen(initialTransition(machine, { mood }) as Moved));
        let value = begun.value;
        for (const [index, event] of walk.entries()) {
          const context = { mood: `${mood}${index}` };
          const restored = {
            ...machine.resolveState({ value, context }),
            status: "active" as const,
          };
          const theirs = seen(
            transition(machine, restored as never, { type: `es${event}` } as never) as Moved,
          );
          expect(seen(pure.send(value, context, { type: `es${event}` }))).toEqual(theirs);
          value = theirs.value;
        }
      },
    ),
  );
});

test("does not remember one matter's context for the next", () => {
  const pure = createPureMachine<Context>(
    toMachine({ initial: "a", states: { a: { on: { stay: {} } } } }),
  );
  const moods = ["calm", "angry"].map(
    (mood) => pure.send("a", { mood }, { type: "stay" })[0].context,
  );
  expect(moods).toEqual([{ mood: "calm" }, { mood: "angry" }]);
});

test("refuses a value that does not fit, the second time as well", () => {
  const pure = createPureMachine<Context>(toMachine({ initial: "a", states: { a: {} } }));
  const sendUnfit = () => pure.send({ a: "b" }, { mood: "" }, { type: "go" });
  expect(sendUnfit).toThrow();
  expect(sendUnfit).toThrow();
});
