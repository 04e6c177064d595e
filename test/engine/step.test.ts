import { describe, expect, test } from "vitest";
import type { Command } from "../../app/engine/command";
import { SYSTEM } from "../../app/engine/person";
import { fold } from "../../app/engine/fold";
import { replay } from "../../app/engine/replay";
import { instantOf } from "../../app/engine/time/zone";
import {
  auxiliary,
  calendar,
  makePerson,
  makeWorkflow,
  officer,
  Story,
} from "../support/make-workflow";
import { begun, codeOf, rest, source } from "../support/sample-workflow";

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

  test("writes a correction where the register says so", () => {
    const book = { ...source.registers?.["book"], corrections: ["note"] };
    const registers = { book } as typeof source.registers;
    const story = new Story(makeWorkflow({ ...source, registers }, rest));
    story.send(auxiliary, { type: "start" });
    story.send(officer, { type: "event", event: "triage", form: { amount: 1 } });
    story.send(auxiliary, { type: "event", event: "note", form: { text: "看过现场" } });
    const cells = { number: "石桥 2026-0001" };
    expect(story.history.map(({ outcome }) => outcome.registers)).toEqual([
      [{ register: "book", cells }],
      [],
      [{ register: "book", cells, correction: true }],
    ]);
  });

  test("writes a line where a deadline moves the matter", () => {
    const book = { ...source.registers?.["book"], on: ["timer:answer"] };
    const registers = { book } as typeof source.registers;
    const story = new Story(makeWorkflow({ ...source, registers }, rest));
    story.send(auxiliary, { type: "start" });
    const [timer] = story.case.timers;
    story.now = timer?.dueAt ?? 0;
    story.send(SYSTEM, { type: "timer", timer: timer?.id ?? "" });
    expect(story.case.state).toBe("late");
    expect(story.history.map(({ outcome }) => outcome.registers.length)).toEqual([0, 1]);
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

test("a definition that fails inside is refused with nothing written, and nothing is thrown", () => {
  const story = begun();
  const { workflow } = story;
  const broken = {
    ...workflow,
    caseTitle: () => {
      throw new TypeError("a plugin's display failed");
    },
  };
  const failing = Object.assign(new Story(broken), { matter: story.matter });
  const result = failing.send(officer, { type: "event", event: "triage", form: { amount: 1 } });
  expect(codeOf(result)).toBe("case/engine");
  expect(failing.case.seq).toBe(1);
});
