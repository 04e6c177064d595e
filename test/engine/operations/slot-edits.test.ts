import { expect, test } from "vitest";
import { offersFor } from "../../../app/engine/offer";
import type { OperationsSource } from "../../../app/engine/operations/operation-source";
import type { MachineSource } from "../../../app/engine/workflow-source";
import { makeWorkflow, Story } from "../../support/make-workflow";
import { everything, expectTrue, last, offered, operate, operations } from "../../support/operate";
import {
  asker,
  chief,
  everybody,
  lawyer,
  makeDecision,
  one,
  peopleOf,
  signingRoles,
  three,
  two,
} from "../../support/decision-workflow";

const officers = ["officer"];
const event = (roles: string[]) => ({
  label: { zh: "办" },
  roles,
  act: "record" as const,
  about: "matter" as const,
  noForm: { zh: "—" },
});

const machine: MachineSource = {
  initial: "first",
  states: {
    first: {
      on: { go: "second", settle: "closed" },
      meta: {
        title: { zh: "核实", en: "Looking" },
        events: { go: event(officers), settle: event(["chief"]) },
      },
    },
    second: {
      on: { close: "closed" },
      meta: { title: { zh: "办理", en: "Doing" }, events: { close: event(officers) } },
    },
    closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
  },
};

function begin(operations: OperationsSource = everything): Story {
  const story = new Story(makeWorkflow({ machine, operations }, {}, signingRoles));
  story.people = (now) => peopleOf(everybody, now);
  story.send(asker, { type: "start" });
  return story;
}

test("认领: others of the role are told who holds it; another role's step stays open; 放回 undoes it", () => {
  const story = begin();
  const before = offered(story, two);
  expect(operate(story, one, { operation: "claim" })).toBe("ok");
  expect(last(story)).toBe("gao认领");
  const taken = story.send(two, { type: "event", event: "go" });
  expect(taken.ok ? "ok" : taken.refusal.code).toBe("case/held");
  expect(taken.ok ? "" : taken.refusal.message.zh).toContain("gao");
  expect(offered(story, two).find((offer) => offer.event === "go")).toMatchObject({
    holder: { id: "gao" },
    refusal: { code: "case/held" },
  });
  expect(offered(story, chief).find((offer) => offer.event === "settle")?.refusal).toBeUndefined();
  expect(operate(story, two, { operation: "claim" })).toBe("case/held");
  expect(operate(story, two, { operation: "release" })).toBe("case/held");
  expect(operate(story, one, { operation: "release" })).toBe("ok");
  expect(offered(story, two)).toEqual(before);
  expect(operate(story, one, { operation: "release" })).toBe("operation/not-claimed");
  expect(story.send(two, { type: "event", event: "go" }).ok).toBe(true);
  expectTrue(story);
});

test("转交 goes for good, to somebody who can take it; the chief re-points what others hold", () => {
  const story = begin();
  expect(operate(story, one, { operation: "handOver", to: ["he"] })).toBe("case/not-your-step");
  expect(operate(story, one, { operation: "handOver", to: ["nobody"] })).toBe("operation/nobody");
  expect(operate(story, one, { operation: "handOver", to: [] })).toBe("operation/name-one");
  expect(operate(story, one, { operation: "handOver", to: ["lin"] })).toBe("ok");
  expect(last(story)).toBe("gao转交给lin");
  expect(operate(story, one, { operation: "handOver", to: ["wei"] })).toBe("case/held");
  expect(operate(story, chief, { operation: "handOver", to: ["lin"] })).toBe(
    "operation/holds-already",
  );
  expect(operate(story, chief, { operation: "handOver", to: ["wei"] })).toBe("ok");
  expect(story.send(two, { type: "event", event: "go" }).ok).toBe(false);
  expect(story.send(three, { type: "event", event: "go" }).ok).toBe(true);
  expectTrue(story);
});

test("委派 comes back: the helper answers and cannot finish it; the lender may take it back", () => {
  const story = begin();
  operate(story, one, { operation: "claim" });
  const before = story.case.tasks;
  expect(operate(story, one, { operation: "lend", to: ["lin"] })).toBe("ok");
  const tried = story.send(two, { type: "event", event: "go" });
  expect(tried.ok ? "ok" : tried.refusal.code).toBe("operation/lent-to-you");
  expect(story.send(one, { type: "event", event: "go" }).ok).toBe(false);
  expect(operate(story, one, { operation: "handOver", to: ["wei"] })).toBe("operation/lent");
  expect(operate(story, chief, { operation: "giveBack", text: "—" })).toBe("case/held");
  expect(operate(story, two, { operation: "lend", to: ["gao"] })).toBe("operation/holds-already");
  expect(operate(story, two, { operation: "lend", to: ["wei"] })).toBe("ok");
  expect(operate(story, three, { operation: "giveBack" })).toBe("operation/answer-missing");
  expect(operate(story, three, { operation: "giveBack", text: "可以办" })).toBe("ok");
  expect(operate(story, two, { operation: "giveBack", text: "同意" })).toBe("ok");
  expect(story.case.tasks).toEqual(before);
  expect(operate(story, one, { operation: "lend", to: ["lin"] })).toBe("ok");
  expect(operate(story, one, { operation: "giveBack" })).toBe("ok");
  expect(story.case.tasks).toEqual(before);
  expect(operate(story, one, { operation: "giveBack" })).toBe("operation/not-lent");
  expect(story.send(one, { type: "event", event: "go" }).ok).toBe(true);
  expectTrue(story);
});

test("代班: only whoever stands in for the holder takes the task over", () => {
  const story = begin();
  operate(story, one, { operation: "claim" });
  expect(operate(story, two, { operation: "takeOver" })).toBe("operation/not-substitute");
  story.people = (now) => {
    const people = peopleOf(everybody, now);
    const find = (id: string) => {
      const found = people.find(id);
      return found && id === "lin" ? { ...found, standsInFor: ["gao"] } : found;
    };
    return { ...people, find };
  };
  expect(operations(story, two)).toContain("takeOver");
  expect(operate(story, two, { operation: "takeOver" })).toBe("ok");
  expect(story.send(two, { type: "event", event: "go" }).ok).toBe(true);
  expectTrue(story);
});

test("追加 and 自选下一步处理人: a state's task is with the person named from the start", () => {
  const story = begin();
  expect(operate(story, asker, { operation: "appoint", state: "first", to: ["gao"] })).toBe(
    "operation/not-ahead",
  );
  expect(operate(story, asker, { operation: "appoint", state: "second", to: ["he"] })).toBe(
    "operation/not-fit",
  );
  expect(operate(story, asker, { operation: "appoint", state: "second", to: ["lin"] })).toBe("ok");
  expect(last(story)).toBe("yang定下“办理”由lin办");
  story.send(one, { type: "event", event: "go" });
  expect(story.case.tasks).toMatchObject([{ assignee: "lin", firm: { by: "appointed" } }]);
  expect(story.case.appointed).toBeUndefined();
  expectTrue(story);

  const chosen = begin();
  const wrong = chosen.send(one, { type: "event", event: "go", next: ["he"] });
  expect(wrong.ok ? "ok" : wrong.refusal.code).toBe("operation/not-fit");
  expect(chosen.send(one, { type: "event", event: "go", next: ["wei"] }).ok).toBe(true);
  expect(chosen.case.tasks).toMatchObject([{ assignee: "wei", firm: { by: "chosen" } }]);
  expectTrue(chosen);
});

test("an appointment is taken back by appointing nobody", () => {
  const story = begin();
  operate(story, asker, { operation: "appoint", state: "second", to: ["lin"] });
  expect(operate(story, asker, { operation: "appoint", state: "second", to: [] })).toBe("ok");
  expect(story.case.appointed).toBeUndefined();
});

test("what a package does not name is not there, and nothing is offered that would be refused", () => {
  const story = begin({ claim: { roles: officers, except: ["first"] } });
  expect(operate(story, one, { operation: "claim" })).toBe("operation/not-allowed");
  expect(operate(story, one, { operation: "handOver", to: ["lin"] })).toBe("operation/not-allowed");
  expect(operations(story, one)).toEqual([]);
  const whole = begin();
  expect(operations(whole, one)).toEqual(["appoint", "claim", "handOver", "lend"]);
  expect(operations(whole, lawyer)).toEqual([]);
});

test("a decision that asks those who are chosen needs them with the step before", () => {
  const asked = [{ chosen: { role: "officer", least: 2, most: 2 } }];
  const workflow = makeDecision({ asked });
  const story = new Story(workflow);
  story.people = (now) => peopleOf(everybody, now);
  story.send(asker, { type: "start" });
  const { now } = story;
  const offer = offersFor({ workflow, matter: story.case, person: asker, now });
  expect(offer[0]?.next).toEqual({ least: 2, most: 2, roles: ["officer"], paths: ["sign"] });
  const none = story.send(asker, { type: "event", event: "submit" });
  expect(none.ok ? "ok" : none.refusal.code).toBe("operation/choose-next");
  const next = ["gao", "lin"];
  expect(story.send(asker, { type: "event", event: "submit", next }).ok).toBe(true);
  expect(story.case.tasks.map(({ assignee }) => assignee)).toEqual(next);
  story.send(chief, { type: "move", move: "void" });
  story.send(chief, { type: "move", move: "reopen" });
  expect(story.case.tasks.map(({ assignee }) => assignee)).toEqual(next);
  expectTrue(story);
});

test("what may be done at any time waits for nobody: not for a holder, not for an answer", () => {
  const states = {
    ...machine.states,
    first: {
      on: { go: "second", alarm: "closed" },
      meta: {
        title: { zh: "核实" },
        events: { go: event(officers), alarm: { ...event(officers), anytime: true as const } },
      },
    },
  };
  const held = new Story(
    makeWorkflow(
      {
        machine: { ...machine, states },
        operations: { ...everything, consult: { roles: officers } },
      },
      {},
      signingRoles,
    ),
  );
  held.people = (now) => peopleOf(everybody, now);
  held.send(asker, { type: "start" });
  expect(operate(held, one, { operation: "claim" })).toBe("ok");
  expect(operate(held, one, { operation: "consult", to: ["lu"], text: "怎么办" })).toBe("ok");
  const { workflow, now } = held;
  const open = offersFor({ workflow, matter: held.case, person: two, now });
  expect(open.map(({ event: name, refusal }) => [name, refusal?.code])).toEqual([
    ["go", "case/held"],
    ["alarm", undefined],
  ]);
  expect(held.send(two, { type: "event", event: "alarm" }).ok).toBe(true);
});
