import { describe, expect, test } from "vitest";
import { SYSTEM } from "../../../app/engine/person";
import { instantOf } from "../../../app/engine/time/zone";
import type { MachineSource } from "../../../app/engine/workflow-source";
import { auxiliary, makeWorkflow, officer, Story } from "../../support/make-workflow";
import { begun, codeOf } from "../../support/sample-workflow";

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

  test("a deadline whose transition stays in its state runs down once", () => {
    const source: MachineSource = {
      initial: "open",
      states: {
        open: {
          meta: { title: { zh: "办理" } },
          after: {
            month: {
              actions: [{ type: "core.notify", params: { to: {}, text: { zh: "满期" } } }],
            },
          },
        },
      },
    };
    const month = { title: { zh: "一月" }, from: "entry", count: 1, unit: "month" } as const;
    const story = new Story(makeWorkflow({ machine: source, deadlines: { month } }));
    story.send(auxiliary, { type: "start" });
    const timer = story.case.timers[0]?.id ?? "";
    story.now = instantOf("2026-11-30T00:00");
    expect(codeOf(story.send(SYSTEM, { type: "timer", timer }))).toBe("accepted");
    expect(story.case).toMatchObject({ state: "open", timers: [{ fired: true }] });
    expect(codeOf(story.send(SYSTEM, { type: "timer", timer }))).toBe("case/unknown-timer");
  });

  test("a month is reminded of in days where its deadline says so, and keeps to months where it does not", () => {
    const remindersOf = (how: { offsetUnit?: "day"; remind: number[] }) => {
      const source: MachineSource = {
        initial: "open",
        states: { open: { meta: { title: { zh: "办理中" }, due: "month" } } },
      };
      const month = { title: { zh: "一月" }, from: "entry", count: 1, unit: "month" } as const;
      const story = new Story(
        makeWorkflow({ machine: source, deadlines: { month: { ...month, ...how } } }),
      );
      story.now = instantOf("2026-09-08T09:00");
      story.send(auxiliary, { type: "start" });
      const found = story.case.timers.filter(({ kind }) => kind === "remind");
      return found.map(({ id, dueAt }) => [id, dueAt]);
    };
    // Seven days before 8 October lies in the holiday: told on the last working day before it.
    expect(remindersOf({ offsetUnit: "day", remind: [-7, 0] })).toEqual([
      ["open:month:1:r-7", instantOf("2026-09-30T08:00")],
      ["open:month:1:r0", instantOf("2026-10-08T08:00")],
    ]);
    // A definition as it was before units could differ: its histories replay as they were.
    expect(remindersOf({ remind: [-7, 0] })).toEqual([
      ["open:month:1:r0", instantOf("2026-10-08T08:00")],
    ]);
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
