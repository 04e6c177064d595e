import { describe, expect, test } from "vitest";
import type { Answer } from "../../../app/engine/decision/decision";
import type { DecisionSource } from "../../../app/engine/decision/decision-source";
import type { OperationCommand } from "../../../app/engine/command";
import { decisionsFor } from "../../../app/engine/decision/decisions-for";
import type { Person } from "../../../app/engine/person";
import type { EventMeta, MachineSource, StateSource } from "../../../app/engine/workflow-source";
import { makeWorkflow, Story } from "../../support/make-workflow";
import { everyOperation } from "../../support/crew";
import { expectTrue, operate } from "../../support/operate";
import {
  asker,
  chief,
  everybody,
  lawyer,
  one,
  peopleOf,
  signingRoles,
  taskOf,
  three,
  two,
} from "../../support/decision-workflow";

/**
 * What went wrong in other engines, as their users reported it, and what happens here. One machine: a draft, two ways
 * at once (officers sign on one, a check on the other) that meet, and a last step.
 */
const every = { roles: ["auxiliary", "officer", "chief", "legal"] };
const check = (name: string): EventMeta => ({
  ...{ label: { zh: name }, roles: ["officer", "auxiliary"], act: "record", about: "matter" },
  noForm: { zh: "—" },
});
const step = (name: string, target: string): StateSource => ({
  on: { [name]: target },
  meta: { title: { zh: name }, events: { [name]: check(name) } },
});

function machine(decision: Partial<DecisionSource>): MachineSource {
  const whole: DecisionSource = {
    ...{ asked: [{ role: "officer", each: true }], way: "parallel", pass: "all" },
    ...{ rejection: "ends", fallback: "chief", about: "matter", ...decision },
  };
  const end: StateSource = { type: "final", meta: { title: { zh: "好" } } };
  return {
    initial: "draft",
    states: {
      draft: step("submit", "together"),
      together: {
        type: "parallel",
        onDone: "decide",
        meta: { title: { zh: "会签与核实" } },
        states: {
          signing: {
            initial: "sign",
            states: {
              sign: {
                on: { "decided.sign.pass": "signed", "decided.sign.fail": "#rejected" },
                meta: { title: { zh: "会签" }, decision: whole },
              },
              signed: end,
            },
          },
          checking: {
            initial: "look",
            states: {
              look: step("looked", "visit"),
              visit: step("visited", "checked"),
              checked: end,
            },
          },
        },
      },
      decide: step("finish", "closed"),
      rejected: { ...step("again", "draft"), id: "rejected" },
      closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
    },
  };
}

function begin(decision: Partial<DecisionSource> = {}): Story {
  const moves = { return: every, void: every, reopen: every };
  const source = { machine: machine(decision), operations: everyOperation, moves };
  const story = new Story(makeWorkflow(source, {}, signingRoles));
  story.people = (now) => peopleOf(everybody, now);
  story.send(asker, { type: "start" });
  expect(go(story, asker, "submit")).toBe("ok");
  return story;
}

const codeOf = (result: ReturnType<Story["send"]>) => (result.ok ? "ok" : result.refusal.code);
const go = (story: Story, person: Person, event: string) =>
  codeOf(story.send(person, { type: "event", event }));
const sign = (story: Story, person: Person, slot: string, answer: Answer = "agree") =>
  codeOf(
    story.send(person, { type: "vote", task: taskOf(story, slot), answer, reason: "材料不齐" }),
  );
const back = (story: Story, to: string, way: "stepwise" | "straight" = "stepwise") =>
  codeOf(story.send(chief, { type: "move", move: "return", to, way }));
const leaves = (story: Story): string => JSON.stringify(story.case.state);
type Done = Omit<OperationCommand, "id" | "type" | "expectedSeq" | "occurredAt">;
const act = (story: Story, person: Person, done: Done) => operate(story, person, done);

describe("ruoyi-vue-pro", () => {
  test("#668 a return inside 会签 lost the matter: here it is with the applicant, and signing begins anew", () => {
    const story = begin();
    sign(story, one, "1");
    expect(back(story, "draft")).toBe("ok");
    expect(story.case.state).toBe("draft");
    expect(story.case.tasks).toMatchObject([{ path: "draft" }]);
    go(story, asker, "submit");
    expect(story.case.tasks.filter(({ slot }) => slot !== undefined)).toHaveLength(3);
    for (const [who, slot] of [
      [one, "1"],
      [two, "2"],
      [three, "3"],
    ] as const)
      expect(sign(story, who, slot)).toBe("ok");
    for (const event of ["looked", "visited", "finish"]) expect(go(story, one, event)).toBe("ok");
    expect(story.case.status).toBe("ended");
    expectTrue(story);
  });

  test("#867 parallel branches could not be rolled back: here one goes back, the other keeps its votes", () => {
    const story = begin();
    sign(story, one, "1");
    go(story, one, "looked");
    expect(back(story, "look")).toBe("ok");
    expect(leaves(story)).toContain("look");
    expect(story.case.decisions?.["together.signing.sign"]?.signers[0]?.vote?.user).toBe("gao");
    go(story, two, "looked");
    go(story, two, "visited");
    sign(story, two, "2");
    expect(leaves(story)).toContain("together");
    sign(story, three, "3");
    expect(story.case.state).toBe("decide");
    expectTrue(story);
  });

  test("#939 one rejection in 或签 showed the others as done: here they are asked until one agrees", () => {
    const story = begin({ pass: "any", rejection: "waits" });
    sign(story, one, "1", "reject");
    expect(story.case.tasks.flatMap(({ slot, assignee }) => (slot ? [assignee] : []))).toEqual([
      "lin",
      "wei",
    ]);
    sign(story, two, "2");
    const signers = story.case.decisions?.["together.signing.sign"]?.signers ?? [];
    expect(signers.map(({ vote }) => vote?.answer ?? null)).toEqual(["reject", "agree", null]);
    expectTrue(story);
  });

  test("PR #566 加签 blocked rejecting: here whoever was added rejects, or is taken off and the adder rejects", () => {
    const added = begin();
    act(added, one, { operation: "addBefore", task: taskOf(added, "1"), to: ["he"] });
    expect(sign(added, lawyer, "4", "reject")).toBe("ok");
    expect(added.case.state).toBe("rejected");

    const taken = begin();
    act(taken, one, { operation: "addBefore", task: taskOf(taken, "1"), to: ["he"] });
    const task = taskOf(taken, "4");
    expect(act(taken, one, { operation: "drop", task, reason: "不用了" })).toBe("ok");
    expect(sign(taken, one, "1", "reject")).toBe("ok");
    expect(taken.case.state).toBe("rejected");
    expectTrue(taken);
  });
});

describe("Flowable", () => {
  test.each(["#1222", "#1641", "#2194"])(
    "%s going back into a parallel branch strands the join: here the ways meet again",
    (issue) => {
      const story = begin();
      for (const [who, slot] of [
        [one, "1"],
        [two, "2"],
        [three, "3"],
      ] as const)
        sign(story, who, slot);
      go(story, one, "looked");
      go(story, one, "visited");
      expect(story.case.state).toBe("decide");
      // From after the join into the middle of one branch, into the signatures, and to where a branch begins.
      const to = { "#1222": "visit", "#1641": "sign", "#2194": "look" }[issue] ?? "look";
      expect(back(story, to)).toBe("ok");
      expect(leaves(story)).toContain("together");
      for (const event of ["looked", "visited"]) go(story, one, event);
      expect(leaves(story)).toContain("together");
      for (const [who, slot] of [
        [one, "1"],
        [two, "2"],
        [three, "3"],
      ] as const)
        sign(story, who, slot);
      expect(story.case.state).toBe("decide");
      expectTrue(story);
    },
  );
});

describe("steedos/workflow", () => {
  test("#1377 a 会签 could not be taken back: here it can, until the first answer", () => {
    const story = begin();
    expect(act(story, asker, { operation: "retrieve" })).toBe("ok");
    expect(story.case.state).toBe("draft");
    go(story, asker, "submit");
    sign(story, one, "1");
    expect(act(story, asker, { operation: "retrieve" })).toBe("operation/not-yours-to-take");
  });

  test("#1466 会签 had no return: here it goes to whoever sent it, and the open signatures are gone", () => {
    const story = begin();
    sign(story, one, "1");
    expect(back(story, "draft")).toBe("ok");
    expect(story.case.tasks.filter(({ slot }) => slot !== undefined)).toEqual([]);
    const task = `991021-1:together.signing.sign:2:2`;
    expect(codeOf(story.send(two, { type: "vote", task, answer: "agree" }))).toBe("decision/over");
  });

  test("#1890 一键核准, 一键驳回: one answer decides where the state says so, and an answer is not taken back", () => {
    const approve = begin({ pass: "any" });
    sign(approve, one, "1");
    expect(leaves(approve)).toContain("signed");
    expect(act(approve, one, { operation: "retrieve" })).toBe("operation/not-yours-to-take");

    const mixed = begin({ rejection: "ends" });
    sign(mixed, one, "1");
    sign(mixed, two, "2", "reject");
    expect(mixed.case.state).toBe("rejected");
    expect(mixed.case.tasks.some(({ slot }) => slot !== undefined)).toBe(false);
  });
});

test("loonflow #426: a rejected 会签 stood still with nothing to do: here the rejection leads on, and signers are told", () => {
  const story = begin();
  const { workflow, now } = story;
  const [shown] = decisionsFor({ workflow, matter: story.case, person: one, now });
  expect(shown?.rejection.zh).toContain("有一人不同意");
  sign(story, one, "1", "reject");
  expect(story.case.state).toBe("rejected");
  expect(go(story, asker, "again")).toBe("ok");
  expect(story.case.state).toBe("draft");
  expectTrue(story);
});
