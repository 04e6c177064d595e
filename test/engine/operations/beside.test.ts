import { describe, expect, test } from "vitest";
import { leavesOf } from "../../../app/engine/machine/state-value";
import type { OperationsSource } from "../../../app/engine/operations/operation-source";
import { SYSTEM } from "../../../app/engine/person";
import { DAY, HOUR } from "../../../app/engine/time/duration";
import type {
  EventMeta,
  MachineSource,
  StateSource,
  WorkflowSource,
} from "../../../app/engine/workflow-source";
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
  signing,
  signingRoles,
  taskOf,
  two,
} from "../../support/decision-workflow";

const both = { roles: ["officer", "chief"] };
const beside: OperationsSource = {
  ...everything,
  ...{ copy: both, circulate: both, comment: both, consult: { roles: ["officer"] } },
  urge: { roles: ["chief"], everyHours: 4 },
  ...{ supervise: { roles: ["chief"] }, retrieve: { roles: ["officer"] } },
  jump: { roles: ["chief", "legal"] },
};

const event = (roles: string[], rest: Partial<EventMeta> = {}): EventMeta => ({
  ...{ label: { zh: "办" }, roles, act: "record", about: "matter", noForm: { zh: "—" } },
  ...rest,
});

const state = (title: string, to: string, roles = ["officer"]): StateSource => ({
  on: { [`to${to}`]: to },
  meta: { title: { zh: title }, events: { [`to${to}`]: event(roles) } },
});

const machine: MachineSource = {
  initial: "look",
  states: {
    look: state("核实", "ask"),
    ask: state("听取", "show"),
    show: state("公示", "done"),
    done: state("办理", "closed"),
    closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
  },
};

function begin(rest: Partial<WorkflowSource> = {}, data?: object): Story {
  const story = new Story(
    makeWorkflow(
      { machine, operations: beside, moves: { return: both, void: both, reopen: both }, ...rest },
      data === undefined ? {} : { data: { type: "object", properties: { ...data } } },
      signingRoles,
    ),
  );
  story.people = (now) => peopleOf(everybody, now);
  story.send(asker, { type: "start" });
  return story;
}

const go = (story: Story, to: string, person = one) =>
  story.send(person, { type: "event", event: `to${to}` });

describe("readers", () => {
  test("抄送, 传阅 and 已阅 go on after the step and after the end, and change nothing else", () => {
    const story = begin();
    const before = offered(story, one);
    expect(operate(story, one, { operation: "copy", to: ["he"] })).toBe("ok");
    expect(offered(story, one)).toEqual(before);
    expect(operate(story, one, { operation: "copy", to: ["he"] })).toBe("operation/reads-already");
    for (const to of ["ask", "show", "done", "closed"]) go(story, to);
    expect(story.case.status).toBe("ended");
    expect(operate(story, chief, { operation: "circulate", to: ["lin", "he"] })).toBe("ok");
    expect(operations(story, lawyer)).toEqual(["seen"]);
    expect(operate(story, lawyer, { operation: "seen" })).toBe("ok");
    expect(operate(story, lawyer, { operation: "seen" })).toBe("operation/nothing-to-read");
    expect(story.case.readers?.map(({ id, seen }) => [id, seen !== null])).toEqual([
      ["he", true],
      ["lin", false],
    ]);
    expect(story.case.status).toBe("ended");
    expectTrue(story);
  });
});

describe("请示 and 沟通", () => {
  test("the task waits for the answer, for everybody; then it goes on", () => {
    const story = begin();
    expect(operate(story, one, { operation: "consult", to: ["lu"] })).toBe(
      "operation/text-missing",
    );
    const text = "能不能先办";
    expect(operate(story, one, { operation: "consult", to: ["lu"], text })).toBe("ok");
    expect(last(story)).toBe("gao向lu请示");
    const waiting = go(story, "ask", two);
    expect(waiting.ok ? "ok" : waiting.refusal.code).toBe("operation/awaits-answer");
    expect(operate(story, one, { operation: "consult", to: ["lu"], text })).toBe(
      "operation/waits-already",
    );
    const answers = story.case.questions?.[0]?.id ?? "";
    expect(operate(story, two, { operation: "reply", answers, text: "可以" })).toBe("case/held");
    expect(operate(story, chief, { operation: "reply", answers })).toBe("operation/answer-missing");
    expect(operations(story, chief)).toContain("reply");
    expect(operate(story, chief, { operation: "reply", answers, text: "可以" })).toBe("ok");
    expect(operate(story, chief, { operation: "reply", answers, text: "可以" })).toBe(
      "operation/answered-already",
    );
    expect(go(story, "ask", two).ok).toBe(true);
    expectTrue(story);
  });

  test("whoever asked takes the question back; a comment holds nothing up", () => {
    const story = begin();
    const before = offered(story, one);
    operate(story, one, { operation: "consult", to: ["lu"], text: "—" });
    const answers = story.case.questions?.[0]?.id ?? "";
    expect(operate(story, one, { operation: "reply", answers })).toBe("ok");
    expect(offered(story, one)).toEqual(before);
    expect(operate(story, one, { operation: "comment", to: ["lin"], text: "看一下" })).toBe("ok");
    expect(operate(story, one, { operation: "comment", text: "已电话核实" })).toBe("ok");
    expect(go(story, "ask").ok).toBe(true);
    expectTrue(story);
  });
});

describe("催办 and 督办", () => {
  test("urging again needs time; an order has a last day, a clock of its own, and a reply", () => {
    const story = begin();
    expect(operate(story, chief, { operation: "urge" })).toBe("ok");
    expect(operate(story, chief, { operation: "urge" })).toBe("operation/urged-lately");
    story.now += 4 * HOUR;
    expect(operate(story, chief, { operation: "urge" })).toBe("ok");
    const text = "三日内办结";
    expect(operate(story, chief, { operation: "supervise", text, until: "2026-09-01" })).toBe(
      "operation/until",
    );
    expect(operate(story, chief, { operation: "supervise", text, until: "2026-09-30" })).toBe("ok");
    expect(last(story)).toBe("lu督办，2026年9月30日前答复");
    const [timer] = story.case.timers;
    expect(timer).toMatchObject({ kind: "order", day: "2026-09-30" });
    go(story, "ask");
    expect(story.case.timers).toHaveLength(1);
    story.now += 3 * DAY;
    const fired = story.send(SYSTEM, { type: "timer", timer: timer?.id ?? "" });
    expect(fired.ok ? fired.entry.outcome.effects : []).toMatchObject([
      { params: { to: { user: "lu" } } },
    ]);
    const answers = story.case.orders?.[0]?.id ?? "";
    expect(operate(story, lawyer, { operation: "reply", answers, text: "—" })).toBe(
      "operation/not-ordered",
    );
    expect(operate(story, two, { operation: "reply", answers, text: "已办" })).toBe("ok");
    expect(story.case.orders?.[0]?.reply?.by.id).toBe("lin");
    expectTrue(story);
  });
});

test("取回: the last handler, before anybody has acted", () => {
  const story = begin();
  go(story, "ask");
  expect(operate(story, two, { operation: "retrieve" })).toBe("operation/not-yours-to-take");
  operate(story, chief, { operation: "urge" });
  expect(operations(story, one)).toContain("retrieve");
  expect(operate(story, one, { operation: "retrieve" })).toBe("ok");
  expect(story.case.state).toBe("look");
  go(story, "ask");
  operate(story, two, { operation: "claim" });
  expect(operate(story, one, { operation: "retrieve" })).toBe("operation/not-yours-to-take");
  expectTrue(story);
});

test("跳转 needs a second person and a reason, and never goes round a required station", () => {
  const story = begin({ mustPass: [{ before: "done", pass: "show", legal: "norm" }] });
  const to = { operation: "jump", state: "show" } as const;
  expect(operate(story, chief, to)).toBe("case/reason-missing");
  expect(operate(story, chief, { ...to, reason: "录错", state: "done" })).toBe(
    "operation/must-pass",
  );
  expect(operate(story, one, { ...to, reason: "录错" })).toBe("case/not-your-step");
  expect(operate(story, chief, { ...to, reason: "录错" })).toBe("ok");
  expect(story.case.state).toBe("look");
  expect(operate(story, chief, { operation: "confirm" })).toBe("operation/second-person");
  expect(operate(story, lawyer, { operation: "confirm" })).toBe("ok");
  expect(leavesOf(story.case.state)).toEqual(["show"]);
  expect(operate(story, chief, { ...to, state: "look", reason: "退回重办" })).toBe("ok");
  expect(operate(story, chief, { operation: "decline" })).toBe("ok");
  expect(operate(story, lawyer, { operation: "confirm" })).toBe("operation/nothing-asked");
  operate(story, chief, { ...to, state: "look", reason: "退回重办" });
  go(story, "done");
  expect(operate(story, lawyer, { operation: "confirm" })).toBe("operation/asked-elsewhere");
  expectTrue(story);
});

describe("回避", () => {
  const form = {
    person: {
      title: { zh: "登记" },
      into: "",
      schema: {
        type: "object",
        properties: { recommender: { type: "string" }, note: { type: "string" } },
        additionalProperties: false,
      },
    },
  };
  const avoid = [{ paths: ["data.recommender"], why: { zh: "推荐人" } }];

  test("whoever the data names takes no step, gets no task, and is not offered", () => {
    const start = event(["auxiliary"], { form: "person" });
    delete start.noForm;
    const source = { machine, operations: beside, avoid, start };
    const data = { type: "object", properties: { recommender: { type: "string" } } };
    const story = new Story(makeWorkflow(source, { forms: form, data }, signingRoles));
    story.people = (now) => peopleOf(everybody, now);
    story.send(asker, { type: "start", form: { recommender: "gao" } });
    const refused = go(story, "ask");
    expect(refused.ok ? "ok" : refused.refusal.code).toBe("case/must-avoid");
    expect(refused.ok ? "" : refused.refusal.message.zh).toContain("推荐人");
    expect(operate(story, one, { operation: "claim" })).toBe("case/must-avoid");
    expect(operate(story, two, { operation: "handOver", to: ["gao"] })).toBe("case/must-avoid");
    expect(go(story, "ask", two).ok).toBe(true);
    expectTrue(story);
  });

  test("a signature that they would have goes to the fallback", () => {
    const workflow = makeDecision(
      { asked: [{ role: "officer", each: true }, { role: "legal" }], fallback: "chief" },
      { source: { avoid: [{ paths: ["data.who[*]"], why: { zh: "近亲属" } }] } },
    );
    const story = signing(workflow);
    expect(story.case.tasks.map(({ assignee }) => assignee)).toEqual(["gao", "lin", "wei", null]);
    // What is known later holds from then on, for signatures that are asked already as well.
    story.matter = { ...story.case, data: { who: ["lin", "he"] } };
    const code = (person: typeof one, slot: string) => {
      const task = taskOf(story, slot);
      const result = story.send(person, { type: "vote", task, answer: "agree" });
      return result.ok ? "ok" : result.refusal.code;
    };
    expect(code(two, "2")).toBe("case/must-avoid");
    story.send(chief, { type: "move", move: "return", to: "draft" });
    story.send(one, { type: "event", event: "submit" });
    expect(story.case.tasks.map(({ assignee, roles }) => assignee ?? roles[0])).toEqual([
      "gao",
      "wei",
      "chief",
    ]);
  });
});
