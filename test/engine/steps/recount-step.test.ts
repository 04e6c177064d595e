import { describe, expect, test } from "vitest";
import type { DeadlineSource } from "../../../app/engine/deadline-source";
import type { MachineSource } from "../../../app/engine/workflow-source";
import { fold } from "../../../app/engine/fold";
import { SYSTEM } from "../../../app/engine/person";
import { replay } from "../../../app/engine/replay";
import type { Calendar } from "../../../app/engine/time/types";
import { instantOf } from "../../../app/engine/time/zone";
import { auxiliary, calendar, makeWorkflow, officer, Story } from "../../support/make-workflow";
import { NoticeStory, plots } from "../../support/notice-story";
import { codeOf } from "../../support/sample-workflow";

/** The calendar once 2027 has come: New Year's Day is off, and so is the Monday after it; the Sunday is worked. */
const withNextYear: Calendar = {
  ...calendar,
  years: {
    ...calendar.years,
    2027: {
      year: 2027,
      holidays: ["2027-01-01", "2027-01-04"],
      workdays: ["2027-01-03"],
      source: "test",
    },
  },
};

const machine: MachineSource = {
  initial: "open",
  states: {
    open: {
      meta: {
        title: { zh: "办理" },
        due: "five",
        events: {
          note: {
            ...{ label: { zh: "记一笔" }, roles: ["officer"], act: "record", about: "matter" },
            noForm: { zh: "不用填" },
          },
        },
      },
      on: { note: {} },
      after: { month: { target: "late" } },
    },
    late: { meta: { title: { zh: "逾期" } } },
  },
};

const deadlines: Record<string, DeadlineSource> = {
  five: {
    title: { zh: "办理期限" },
    from: "entry",
    count: 5,
    unit: "workday",
    remind: [-1],
    pausable: true,
  },
  month: { title: { zh: "一月" }, from: "entry", count: 2, unit: "month" },
};

/** Opened on Monday 2026-12-28: five working days end in a year that has no calendar yet. */
function begun(): Story {
  const moves = { pause: { roles: ["officer"] } };
  const story = new Story(makeWorkflow({ machine, deadlines, moves }), "2026-12-28T10:00");
  story.send(auxiliary, { type: "start" });
  return story;
}

const recount = (story: Story) => story.send(SYSTEM, { type: "recount" });
const daysOf = (story: Story) =>
  story.case.timers.map(({ kind, day, provisional }) => [kind, day, provisional]);

describe("clocks", () => {
  test("a provisional date is counted anew once the year has its calendar, with its task and reminder", () => {
    const story = begun();
    expect(daysOf(story)).toEqual([
      ["due", "2027-01-04", true],
      ["remind", "2027-01-04", true],
      ["transition", "2027-03-01", true],
    ]);
    const before = story.case.timers.find(({ kind }) => kind === "remind")?.dueAt;
    story.calendar = withNextYear;
    expect(codeOf(recount(story))).toBe("accepted");
    expect(daysOf(story)).toEqual([
      // 29, 30, 31 December, Sunday the 3rd, Tuesday the 5th.
      ["due", "2027-01-05", false],
      ["remind", "2027-01-05", false],
      ["transition", "2027-03-01", false],
    ]);
    expect(story.case.tasks[0]).toMatchObject({ dueDay: "2027-01-05", provisional: false });
    const after = story.case.timers.find(({ kind }) => kind === "remind")?.dueAt;
    expect([before, after]).toEqual([instantOf("2027-01-01T08:00"), instantOf("2027-01-03T08:00")]);
    expect(JSON.stringify(story.case.timers)).not.toContain("counted");
  });

  test("a ladder follows, also where only its rungs reach into the year without a calendar", () => {
    const ladder = [
      { key: "officer", at: 1, tell: ["officer"] },
      { key: "chief", at: 3, tell: ["stationChief"] },
    ];
    const three: DeadlineSource = {
      title: { zh: "期限" },
      from: "entry",
      count: 3,
      unit: "workday",
      ladder,
    };
    const source = makeWorkflow({ machine, deadlines: { ...deadlines, five: three } });
    const story = new Story(source, "2026-12-28T10:00");
    story.send(auxiliary, { type: "start" });
    const rungs = () =>
      story.case.timers
        .filter(({ kind }) => kind === "rung")
        .map(({ day, provisional }) => [day, provisional]);
    expect(daysOf(story)[0]).toEqual(["due", "2026-12-31", false]);
    expect(rungs()).toEqual([
      ["2027-01-01", true],
      ["2027-01-05", true],
    ]);
    story.calendar = withNextYear;
    expect(codeOf(recount(story))).toBe("accepted");
    expect(rungs()).toEqual([
      ["2027-01-03", false],
      ["2027-01-06", false],
    ]);
    expect(codeOf(recount(story))).toBe("case/dates-settled");
  });

  test("nothing is written where no date changes, and nobody but the system may ask", () => {
    const story = begun();
    const before = story.case;
    expect(codeOf(recount(story))).toBe("case/dates-settled");
    expect(codeOf(story.send(officer, { type: "recount" }))).toBe("case/reserved-event");
    expect(story.case).toBe(before);
  });

  test("what was marked overdue by a provisional date is not overdue while the real one is to come", () => {
    const story = begun();
    story.now = instantOf("2027-01-05T00:00");
    const timer = story.case.timers.find(({ kind }) => kind === "due")?.id ?? "";
    story.send(SYSTEM, { type: "timer", timer });
    const mark = () => story.case.timers.find(({ id }) => id === timer)?.fired;
    expect(mark()).toBe(true);
    story.calendar = withNextYear;
    recount(story);
    expect(mark()).toBe(false);
  });

  test("a clock that stands still keeps what is really left of it", () => {
    const story = begun();
    story.now = instantOf("2026-12-31T09:00");
    story.send(officer, { type: "move", move: "pause" });
    const rest = () => story.case.timers.find(({ kind }) => kind === "due")?.remainder;
    // The 1st and the 4th, Monday to Friday; then Sunday the 3rd and Tuesday the 5th.
    expect(rest()).toEqual({ unit: "workday", left: 2 });
    story.calendar = withNextYear;
    recount(story);
    expect(rest()).toEqual({ unit: "workday", left: 2 });
    story.send(officer, { type: "move", move: "resume", reason: "" });
    expect(story.case.timers.find(({ kind }) => kind === "due")).toMatchObject({
      day: "2027-01-05",
      provisional: false,
    });
  });

  test("a clock that ran on after a pause is counted from there", () => {
    const story = begun();
    story.send(officer, { type: "move", move: "pause" });
    story.now = instantOf("2026-12-31T09:00");
    story.send(officer, { type: "move", move: "resume", reason: "" });
    story.calendar = withNextYear;
    recount(story);
    // Five are left from the 31st: 3, 5, 6, 7, 8 January.
    expect(story.case.timers.find(({ kind }) => kind === "due")?.day).toBe("2027-01-08");
  });
});

describe("notices", () => {
  test("the last day follows the clock that counts it", () => {
    const story = new NoticeStory(plots(), "2026-12-28T10:00");
    story.event("publish");
    expect(story.notice).toMatchObject({ until: "2027-01-04", provisional: true });
    story.calendar = withNextYear;
    expect(codeOf(recount(story))).toBe("accepted");
    expect(story.notice).toMatchObject({ until: "2027-01-05", provisional: false });
  });

  test("a notice without a clock is counted anew too, of a matter that has ended", () => {
    const story = new NoticeStory(plots({ on: ["allot"] }), "2026-12-28T10:00");
    story.event("publish");
    story.event("allot");
    expect(story.case.status).toBe("ended");
    story.calendar = withNextYear;
    expect(codeOf(recount(story))).toBe("accepted");
    expect(story.notice).toMatchObject({ until: "2027-01-05", provisional: false, status: "open" });
    expect(story.case).toMatchObject({ status: "ended", end: "completed" });
    expect(codeOf(recount(story))).toBe("case/dates-settled");
  });
});

describe("the history", () => {
  test("folds to what stands, and replays although the calendar has changed since", () => {
    const story = new NoticeStory(plots(), "2026-12-28T10:00");
    story.event("publish");
    story.calendar = withNextYear;
    recount(story);
    expect(fold(story.history)).toEqual(story.case);
    const context = { workflow: story.workflow, calendar: withNextYear };
    expect(replay(story.history, context)).toEqual({ same: true, seq: story.case.seq });
  });

  test("a date that no calendar gives is found by replaying", () => {
    const story = begun();
    const [first] = story.history;
    if (first === undefined) throw new Error("nothing happened");
    const timers = first.outcome.timers.map((timer) => ({ ...timer, day: "2027-01-09" }));
    const forged = { ...first, outcome: { ...first.outcome, timers } };
    const context = { workflow: story.workflow, calendar: withNextYear };
    expect(replay([forged], context)).toMatchObject({ same: false, detail: "timers" });
  });
});
