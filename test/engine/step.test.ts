import { describe, expect, test } from "vitest";
import type { Command } from "../../app/engine/command";
import { fold } from "../../app/engine/fold";
import { SYSTEM } from "../../app/engine/person";
import { replay } from "../../app/engine/replay";
import type { StepResult } from "../../app/engine/step";
import { instantOf } from "../../app/engine/time/zone";
import type { WorkflowSource } from "../../app/engine/workflow-source";
import {
  auxiliary,
  calendar,
  makePerson,
  makeWorkflow,
  officer,
  Story,
} from "../support/make-workflow";

const source: Pick<
  WorkflowSource,
  "machine" | "rules" | "facts" | "deadlines" | "parameters" | "numbers" | "moves" | "registers"
> = {
  parameters: { answerDays: { title: { zh: "答复期限" }, schema: { type: "integer" }, value: 3 } },
  facts: {
    amountKnown: {
      title: { zh: "金额已知" },
      type: "boolean",
      value: { "!": { missing: ["data.amount"] } },
    },
  },
  rules: {
    isLarge: {
      title: { zh: "金额超过五千元" },
      when: { ">": [{ var: "data.amount" }, 500000] },
      refusal: { zh: "金额没有超过五千元" },
    },
    isAgreed: {
      title: { zh: "双方同意" },
      when: { "==": [{ var: "data.agreed" }, true] },
      refusal: { zh: "对方还没有同意，先征求意愿" },
    },
  },
  deadlines: {
    answer: {
      title: { zh: "答复" },
      from: "entry",
      count: { parameter: "answerDays" },
      unit: "workday",
      pausable: true,
    },
    visit: {
      title: { zh: "回访" },
      from: { date: "data.visitOn" },
      count: 0,
      unit: "day",
      remind: [-2],
    },
  },
  numbers: {
    case: {
      title: { zh: "编号" },
      format: "{place} {year}-{seq:4}",
      scope: ["place", "year"],
      on: ["start"],
      into: "case.number",
    },
  },
  moves: {
    return: { roles: ["officer"] },
    withdraw: { roles: ["auxiliary"] },
    void: { roles: ["officer"] },
    reopen: { roles: ["officer"] },
    pause: { roles: ["officer"], maxDays: 10 },
  },
  registers: {
    book: {
      title: { zh: "登记簿" },
      on: ["start", "close"],
      columns: { number: { title: { zh: "编号" }, value: "{{case.number}}", order: 1 } },
    },
  },
  machine: {
    initial: "asked",
    states: {
      asked: {
        meta: {
          title: { zh: "受理" },
          events: {
            triage: {
              label: { zh: "分流" },
              roles: ["officer"],
              form: "triage",
              act: "decide",
              about: "matter",
            },
          },
        },
        on: {
          triage: [
            { meta: { key: "large" }, guard: "isLarge", target: "referred" },
            { meta: { key: "else" }, target: "working" },
          ],
        },
        after: {
          answer: {
            target: "late",
            actions: [
              {
                type: "core.notify",
                params: { to: { roles: ["officer"] }, text: { zh: "{{case.number}}" } },
              },
            ],
          },
        },
      },
      late: {
        meta: {
          title: { zh: "逾期" },
          events: {
            take: {
              label: { zh: "接办" },
              roles: ["officer"],
              act: "record",
              about: "matter",
              noForm: { zh: "只是接办" },
            },
          },
        },
        on: { take: "working" },
      },
      working: {
        meta: {
          title: { zh: "办理" },
          due: "visit",
          events: {
            note: {
              label: { zh: "记一笔" },
              roles: ["auxiliary", "officer"],
              form: "note",
              act: "record",
              about: "matter",
            },
            close: {
              label: { zh: "办结" },
              roles: ["officer"],
              act: "decide",
              about: "matter",
              noForm: { zh: "不用填" },
            },
          },
        },
        on: { note: {}, close: [{ meta: { key: "agreed" }, guard: "isAgreed", target: "closed" }] },
      },
      closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
      referred: { type: "final", meta: { title: { zh: "转介" }, end: "completed" } },
    },
  },
};

const rest = {
  data: {
    type: "object",
    additionalProperties: false,
    properties: {
      amount: { type: "integer", label: { zh: "涉及金额" }, privacy: "none" },
      agreed: { type: "boolean", label: { zh: "对方同意" }, privacy: "none" },
      visitOn: { type: "string", format: "date", label: { zh: "回访日期" }, privacy: "none" },
      notes: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          properties: {
            id: { type: "string", readOnly: true, privacy: "none" },
            text: { type: "string", privacy: "none" },
          },
        },
      },
    },
  },
  forms: {
    triage: {
      title: { zh: "分流" },
      into: "",
      schema: {
        type: "object",
        additionalProperties: false,
        properties: {
          amount: { type: "integer", minimum: 0 },
          agreed: { type: "boolean" },
          visitOn: { type: "string", format: "date" },
        },
      },
    },
    note: {
      title: { zh: "记一笔" },
      into: "notes[]",
      schema: {
        type: "object",
        additionalProperties: false,
        required: ["text"],
        properties: {
          text: {
            type: "string",
            minLength: 1,
            maxLength: 20,
            messages: { required: { zh: "写一句话" } },
          },
        },
      },
    },
  },
};

function begun(): Story {
  const story = new Story(makeWorkflow(source, rest));
  story.send(auxiliary, { type: "start" });
  return story;
}

function codeOf(result: StepResult): string {
  return result.ok ? "accepted" : result.refusal.code;
}

describe("a first step", () => {
  test("opens the matter with a number, a task, a clock and a register line", () => {
    const story = begun();
    expect(story.case).toMatchObject({
      number: "石桥 2026-0001",
      state: "asked",
      seq: 1,
      status: "open",
    });
    expect(story.case.tasks).toMatchObject([
      { path: "asked", roles: ["officer"], assignee: null, dueDay: "2026-10-08" },
    ]);
    expect(story.history[0]?.outcome.registers).toEqual([
      { register: "book", cells: { number: "石桥 2026-0001" } },
    ]);
    expect(story.history[0]?.outcome.title).toEqual({ zh: "石桥村样例" });
  });

  test("is refused to somebody outside the area", () => {
    const story = new Story(makeWorkflow(source, rest));
    const stranger = { ...makePerson("far", "officer"), assignments: [] };
    expect(codeOf(story.send(stranger, { type: "start" }))).toBe("case/out-of-scope");
    expect(story.matter).toBeNull();
  });
});

describe("an event", () => {
  test("takes the first candidate that holds", () => {
    const story = begun();
    story.send(officer, { type: "event", event: "triage", form: { amount: 900000 } });
    expect(story.case).toMatchObject({
      state: "referred",
      status: "ended",
      end: "completed",
      tasks: [],
      timers: [],
    });
  });

  test("does not fall through a candidate that is unknown, and says what is missing", () => {
    const story = begun();
    const result = story.send(officer, { type: "event", event: "triage", form: { agreed: true } });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "case/rule-unknown", message: { zh: expect.stringContaining("涉及金额") } },
    });
    expect(story.case.seq).toBe(1);
  });

  test("is refused with the rule's own sentence when a guard says no", () => {
    const story = begun();
    story.send(officer, { type: "event", event: "triage", form: { amount: 1, agreed: false } });
    const result = story.send(officer, { type: "event", event: "close" });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "case/rule-refused", message: { zh: "对方还没有同意，先征求意愿" } },
    });
  });

  test("appends to a list and gives the item an id", () => {
    const story = begun();
    story.send(officer, { type: "event", event: "triage", form: { amount: 1 } });
    story.send(auxiliary, { type: "event", event: "note", form: { text: "看过现场" } });
    expect(story.case.data["notes"]).toEqual([{ id: "3-1", text: "看过现场" }]);
  });

  test.each<[string, Partial<Command> & { type: "event" }, string]>([
    ["an unknown event", { type: "event", event: "fly" }, "case/unknown-event"],
    ["an event of another state", { type: "event", event: "close" }, "case/event-not-now"],
    [
      "an internal event of XState",
      { type: "event", event: "xstate.after.answer.m.asked" },
      "case/reserved-event",
    ],
    ["the wildcard", { type: "event", event: "*" }, "case/reserved-event"],
    ["our own move event", { type: "event", event: "qy.move" }, "case/reserved-event"],
    ["a stale version", { type: "event", event: "triage", expectedSeq: 0 }, "case/stale"],
    [
      "a field too many",
      { type: "event", event: "triage", form: { amount: 1, secret: 1 } },
      "form/invalid",
    ],
    ["a wrong type", { type: "event", event: "triage", form: { amount: "1" } }, "form/invalid"],
    [
      "a prototype key",
      { type: "event", event: "triage", form: JSON.parse('{"__proto__":{"amount":1}}') },
      "form/invalid",
    ],
    [
      "a time ahead",
      { type: "event", event: "triage", occurredAt: instantOf("2027-01-01T00:00") },
      "case/occurred-in-future",
    ],
    [
      "a time before the last step",
      { type: "event", event: "triage", occurredAt: instantOf("2026-09-27T00:00") },
      "case/occurred-before-last",
    ],
    [
      "a form that is no object",
      { type: "event", event: "triage", form: [] as never },
      "case/malformed-command",
    ],
    ["no id", { type: "event", event: "triage", id: "" }, "case/malformed-command"],
  ])("refuses %s and writes nothing", (_name, command, code) => {
    const story = begun();
    expect(codeOf(story.send(officer, command))).toBe(code);
    expect(story.case.seq).toBe(1);
  });

  test("refuses a form nested a thousand deep without overflowing", () => {
    const story = begun();
    let deep: unknown = 1;
    for (let i = 0; i < 20_000; i += 1) deep = { deep };
    expect(
      codeOf(story.send(officer, { type: "event", event: "triage", form: deep as never })),
    ).toBe("form/too-deep");
  });

  test("refuses a role that is not named, and says whose step it is", () => {
    const story = begun();
    const result = story.send(auxiliary, { type: "event", event: "triage", form: { amount: 1 } });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "case/not-your-step", message: { zh: expect.stringContaining("民警") } },
    });
  });

  test("paper entered later counts its deadlines from the original's date", () => {
    const story = new Story(makeWorkflow(source, rest), "2026-09-30T10:00");
    story.send(auxiliary, { type: "start", occurredAt: instantOf("2026-09-28T09:00") });
    expect(story.case.tasks[0]?.dueDay).toBe("2026-10-08");
    expect(story.history[0]).toMatchObject({ at: instantOf("2026-09-30T10:00") });
    expect(
      codeOf(
        story.send(officer, {
          type: "event",
          event: "triage",
          occurredAt: instantOf("2026-08-01T09:00"),
        }),
      ),
    ).toBe("case/occurred-before-last");
  });
});

describe("clocks", () => {
  test("a deadline moves the matter when it is due, never before", () => {
    const story = begun();
    const timer = story.case.timers[0]?.id ?? "";
    expect(codeOf(story.send(SYSTEM, { type: "timer", timer }))).toBe("case/timer-early");
    story.now = instantOf("2026-10-09T00:00");
    expect(codeOf(story.send(SYSTEM, { type: "timer", timer }))).toBe("accepted");
    expect(story.case.state).toBe("late");
    expect(story.history.at(-1)?.outcome.effects).toMatchObject([
      { action: "core.notify", params: { text: { zh: "石桥 2026-0001" } } },
    ]);
    expect(codeOf(story.send(SYSTEM, { type: "timer", timer }))).toBe("case/unknown-timer");
  });

  test("a person cannot send a timer's command", () => {
    const story = begun();
    story.now = instantOf("2026-10-09T00:00");
    expect(
      codeOf(story.send(officer, { type: "timer", timer: story.case.timers[0]?.id ?? "" })),
    ).toBe("case/reserved-event");
  });

  test("a due mark shows the matter as overdue and stays", () => {
    const story = begun();
    story.send(officer, {
      type: "event",
      event: "triage",
      form: { amount: 1, visitOn: "2026-10-12" },
    });
    expect(story.case.timers.map((timer) => [timer.kind, timer.day])).toEqual([
      ["due", "2026-10-12"],
      ["remind", "2026-10-12"],
    ]);
    story.now = instantOf("2026-10-13T00:00");
    story.send(SYSTEM, { type: "timer", timer: story.case.timers[0]?.id ?? "" });
    expect(story.case.timers[0]).toMatchObject({ kind: "due", fired: true });
    expect(story.case.tasks[0]?.dueDay).toBe("2026-10-12");
  });

  test("pausing keeps what is left and resuming gives it back", () => {
    const story = begun();
    story.send(officer, { type: "move", move: "pause" });
    expect(story.case.timers[0]).toMatchObject({
      dueAt: null,
      remainder: { unit: "workday", left: 3 },
    });
    expect(story.case.tasks[0]?.dueAt).toBeNull();
    story.now = instantOf("2026-10-08T09:00");
    story.send(officer, { type: "move", move: "resume", reason: "" });
    expect(story.case).toMatchObject({
      paused: null,
      timers: [{ day: "2026-10-12", remainder: null }],
    });
  });

  test("a pause ends by itself after its maximum", () => {
    const story = begun();
    story.send(officer, { type: "move", move: "pause" });
    story.now = instantOf("2026-10-08T10:00");
    const end = story.case.timers.find((timer) => timer.kind === "resume");
    expect(codeOf(story.send(SYSTEM, { type: "timer", timer: end?.id ?? "" }))).toBe("accepted");
    expect(story.case.paused).toBeNull();
    expect(story.case.timers.every((timer) => timer.remainder === null)).toBe(true);
  });
});

describe("moves", () => {
  test("a return enters the earlier state afresh, with its clock", () => {
    const story = begun();
    story.send(officer, { type: "event", event: "triage", form: { amount: 1 } });
    expect(codeOf(story.send(officer, { type: "move", move: "return", to: "asked" }))).toBe(
      "accepted",
    );
    expect(story.case).toMatchObject({
      state: "asked",
      timers: [{ deadline: "answer", armedSeq: 3 }],
    });
  });

  test("a straight return comes back with the next step, and the clock there has not been lengthened", () => {
    const story = begun();
    story.send(officer, {
      type: "event",
      event: "triage",
      form: { amount: 1, visitOn: "2026-10-12" },
    });
    const before = story.case.timers;
    story.send(officer, { type: "move", move: "return", to: "asked", way: "straight" });
    story.send(officer, { type: "event", event: "triage", form: { amount: 2 } });
    expect(story.case).toMatchObject({ state: "working", comeBack: null, data: { amount: 2 } });
    expect(story.case.timers).toEqual(before);
  });

  test("only the one who began a matter may withdraw it, and it can be reopened where it was", () => {
    const story = begun();
    expect(
      codeOf(story.send(makePerson("other", "auxiliary"), { type: "move", move: "withdraw" })),
    ).toBe("case/move-not-allowed");
    story.send(auxiliary, { type: "move", move: "withdraw" });
    expect(story.case).toMatchObject({
      status: "withdrawn",
      state: "asked",
      tasks: [],
      timers: [],
    });
    expect(
      codeOf(story.send(officer, { type: "event", event: "triage", form: { amount: 1 } })),
    ).toBe("case/not-open");
    story.send(officer, { type: "move", move: "reopen" });
    expect(story.case).toMatchObject({
      status: "open",
      state: "asked",
      timers: [{ deadline: "answer" }],
      tasks: [{ path: "asked" }],
    });
  });

  test("an ended matter is reopened where it was before it ended", () => {
    const story = begun();
    story.send(officer, { type: "event", event: "triage", form: { amount: 1, agreed: true } });
    story.send(officer, { type: "event", event: "close" });
    expect(story.case).toMatchObject({ status: "ended", endedFrom: ["working"] });
    story.send(officer, { type: "move", move: "reopen" });
    expect(story.case).toMatchObject({
      status: "open",
      end: null,
      state: "working",
      endedFrom: null,
    });
  });

  test("needs a reason, and a state that was passed before", () => {
    const story = begun();
    expect(codeOf(story.send(officer, { type: "move", move: "void", reason: " " }))).toBe(
      "case/reason-missing",
    );
    expect(codeOf(story.send(officer, { type: "move", move: "return", to: "late" }))).toBe(
      "case/move-target",
    );
  });
});

test("the matter is the fold of its history, and replay gives the same outcomes", () => {
  const story = begun();
  story.send(officer, {
    type: "event",
    event: "triage",
    form: { amount: 1, agreed: true, visitOn: "2026-10-12" },
  });
  story.send(auxiliary, { type: "call", note: "请看一下" });
  story.send(officer, { type: "move", move: "return", to: "asked", way: "straight" });
  story.send(officer, { type: "event", event: "triage", form: { amount: 2 } });
  story.send(officer, { type: "event", event: "close" });
  expect(fold(story.history)).toEqual(story.case);
  expect(replay(story.history, { workflow: story.workflow, calendar })).toEqual({
    same: true,
    seq: 6,
  });
});
