import { expect, test } from "vitest";
import { offersFor } from "../../../app/engine/offer";
import { SYSTEM, type Person } from "../../../app/engine/person";
import type { WorkflowSource } from "../../../app/engine/workflow-source";
import { makeWorkflow, Story } from "../../support/make-workflow";
import { everything, expectTrue, operate } from "../../support/operate";
import {
  asker,
  chief,
  everybody,
  makeDecision,
  one,
  peopleOf,
  signing,
  signingRoles,
  taskOf,
  three,
  two,
} from "../../support/decision-workflow";

const event = (roles: string[]) => ({
  label: { zh: "办" },
  roles,
  act: "decide" as const,
  about: "matter" as const,
  noForm: { zh: "—" },
});

const source: Pick<WorkflowSource, "machine" | "operations" | "rules"> = {
  operations: everything,
  rules: {
    another: {
      title: { zh: "不是登记的人" },
      when: { "!=": [{ var: "user.id" }, { var: "case.startedBy" }] },
      refusal: { zh: "登记的人不能自己批。" },
      examples: [],
    },
  },
  machine: {
    initial: "first",
    states: {
      first: {
        on: { go: "second" },
        meta: { title: { zh: "核实" }, events: { go: event(["officer"]) } },
      },
      second: {
        on: { approve: { guard: "another", target: "closed" } },
        meta: { title: { zh: "批准" }, events: { approve: event(["officer"]) } },
      },
      closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
    },
  },
};

/** The people of the tests, of whom lin stands in for others. */
function standing(story: Story, standsInFor: string[]): Story {
  story.people = (now) => {
    const people = peopleOf(everybody, now);
    const find = (id: string) => {
      const found = people.find(id);
      return found && id === "lin" ? { ...found, standsInFor } : found;
    };
    return { ...people, find };
  };
  return story;
}

function begin(by: Person = asker): Story {
  const story = new Story(makeWorkflow(source, {}, signingRoles));
  story.people = (now) => peopleOf(everybody, now);
  story.send(by, { type: "start" });
  return story;
}

const codeOf = (result: ReturnType<Story["send"]>) => (result.ok ? "ok" : result.refusal.code);
const go = { type: "event", event: "go" } as const;
const approve = { type: "event", event: "approve" } as const;

test("what somebody holds alone their substitute does in their place; the work stays theirs", () => {
  const story = begin();
  operate(story, one, { operation: "claim" });
  expect(codeOf(story.send(two, go))).toBe("case/held");
  standing(story, ["gao"]);
  const { workflow, now } = story;
  const [offer] = offersFor({
    ...{ workflow, matter: story.case, person: two, people: story.people(now), now },
  });
  expect(offer).toMatchObject({ mine: true, standsInFor: { id: "gao" } });
  expect(offer?.refusal).toBeUndefined();
  expect(codeOf(story.send(three, go))).toBe("case/held");
  expect(codeOf(story.send(two, go))).toBe("ok");
  expect(story.history.at(-1)?.by).toMatchObject({
    user: "lin",
    standsInFor: { id: "gao", name: "gao" },
  });
  expect(story.case.tasks[0]).toMatchObject({ path: "second", assignee: "gao" });
  expectTrue(story);
});

test("only where the package allows 代班, and only for whom they stand in", () => {
  const { takeOver: _takeOver, ...rest } = everything;
  const story = new Story(makeWorkflow({ ...source, operations: rest }, {}, signingRoles));
  story.people = (now) => peopleOf(everybody, now);
  story.send(asker, { type: "start" });
  operate(story, one, { operation: "claim" });
  expect(codeOf(standing(story, ["gao"]).send(two, go))).toBe("case/held");
  const other = begin();
  operate(other, one, { operation: "claim" });
  expect(codeOf(standing(other, ["wei"]).send(two, go))).toBe("case/held");
});

test("nobody's own request is decided by their substitute in their place", () => {
  const story = begin(one);
  story.send(one, go);
  expect(codeOf(story.send(one, approve))).toBe("case/rule-refused");
  operate(story, one, { operation: "claim" });
  standing(story, ["gao"]);
  expect(codeOf(story.send(two, approve))).toBe("operation/own-substitute");
  expect(story.case.state).toBe("second");
});

test("what the substitute may decide for themselves they decide for themselves", () => {
  const story = begin(one);
  story.send(one, go);
  // With gao, who brought it there, and not theirs alone: lin is another person.
  expect(story.case.tasks[0]).toMatchObject({ assignee: "gao" });
  standing(story, ["gao"]);
  expect(codeOf(story.send(two, approve))).toBe("ok");
  expect(story.history.at(-1)?.by).toMatchObject({ user: "lin" });
  expect(story.history.at(-1)?.by.standsInFor).toBeUndefined();
  expectTrue(story);
});

const asked = { asked: [{ people: "data.panel[*].account" }], fallback: "chief" };
const text = {
  type: "string" as const,
  label: { zh: "签" },
  maxLength: 20,
  privacy: "none" as const,
};
const signers = (...accounts: string[]) => ({
  data: { panel: accounts.map((account) => ({ account })) },
});

/** A decision of these people by name. */
function panel(accounts: string[], once = false): Story {
  const story = signing(
    makeDecision(
      { ...asked, ...(once ? { samePerson: "once" as const } : {}) },
      {
        source: { operations: everything },
        data: {
          type: "object",
          additionalProperties: false,
          properties: {
            panel: {
              type: "array",
              label: { zh: "签批人" },
              maxItems: 9,
              items: {
                type: "object",
                additionalProperties: false,
                properties: { account: text },
              },
            },
          },
        },
      },
    ),
  );
  return reopened(story, signers(...accounts).data);
}

/** The same story as if its data had named the signers from the start. */
function reopened(story: Story, data: { panel: { account: string }[] }): Story {
  const again = new Story(story.workflow);
  again.people = story.people;
  again.send(asker, { type: "start" });
  again.case.data["panel"] = data.panel;
  again.send(asker, { type: "event", event: "submit" });
  return again;
}

const vote = (story: Story, person: Person, slot: string) =>
  codeOf(story.send(person, { type: "vote", task: taskOf(story, slot), answer: "agree" }));

test("a signature given in somebody's place counts once, and names both", () => {
  const story = standing(panel(["gao", "wei"]), ["gao"]);
  expect(vote(story, two, "2")).toBe("case/held");
  expect(vote(story, two, "1")).toBe("ok");
  expect(story.case.decisions?.["sign"]?.signers[0]?.vote).toMatchObject({
    user: "lin",
    standsInFor: { id: "gao" },
  });
  expect(vote(story, three, "2")).toBe("ok");
  expect(story.case).toMatchObject({ state: "agreed" });
});

test.each([false, true])(
  "nobody signs for themselves and in another's place (once: %s)",
  (once) => {
    const before = standing(panel(["gao", "lin"], once), ["gao"]);
    expect(vote(before, two, "1")).toBe("operation/signs-both");
    expect(vote(before, two, "2")).toBe("ok");
    expect(vote(before, two, "1")).toBe("operation/signs-both");
    expect(before.case.decisions?.["sign"]?.signers.map(({ vote }) => vote?.user)).toEqual([
      undefined,
      "lin",
    ]);
  },
);

test("leave moves a task as it was held, in every package; the inverse brings it back", () => {
  const { takeOver: _takeOver, ...rest } = everything;
  const story = new Story(makeWorkflow({ ...source, operations: rest }, {}, signingRoles));
  story.people = (now) => peopleOf(everybody, now);
  story.send(one, { type: "start" });
  const before = story.case.tasks;
  expect(before[0]).toMatchObject({ assignee: "gao" });
  expect(operate(story, SYSTEM, { operation: "takeOver", to: ["lin"] })).toBe("ok");
  expect(story.case.tasks[0]).toMatchObject({ assignee: "lin" });
  expect(story.case.tasks[0]?.firm).toBeUndefined();
  expect(operate(story, SYSTEM, { operation: "takeOver", to: ["lu"] })).toBe("case/not-your-step");
  expect(operate(story, SYSTEM, { operation: "takeOver", to: ["gao"] })).toBe("ok");
  expect(story.case.tasks).toEqual(before);
  expect(operate(story, chief, { operation: "handOver", to: ["lin"] })).toBe("ok");
  expect(operate(story, SYSTEM, { operation: "takeOver", to: ["wei"] })).toBe("ok");
  expect(story.case.tasks[0]).toMatchObject({ assignee: "wei", firm: { by: "takeOver" } });
  expectTrue(story);
});
