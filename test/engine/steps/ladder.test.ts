import { describe, expect, test } from "vitest";
import { SYSTEM } from "../../../app/engine/person";
import { instantOf } from "../../../app/engine/time/zone";
import type { DeadlineSource } from "../../../app/engine/deadline-source";
import { armed, chief, fireDue, makeLadder, preview, shown } from "../../support/ladder-story";
import { officer } from "../../support/make-workflow";

describe("rungs", () => {
  test("go out in the morning of working days, counted from the last day in the deadline's unit", () => {
    const story = makeLadder();
    story.send(officer, { type: "start" });
    // Monday the 28th; the third working day is the 8th of October, after National Day.
    expect(story.case.tasks[0]?.dueDay).toBe("2026-10-08");
    expect(armed(story)).toEqual({
      soon: "2026-09-30T08:00",
      officer: "2026-10-09T08:00",
      chief: "2026-10-10T08:00",
      county: "2026-10-14T08:00",
    });
  });

  test("fire once, never early, and tell their people; above them where nobody holds the role", () => {
    const story = makeLadder();
    story.send(officer, { type: "start" });
    const timer = story.case.timers.find(({ rung }) => rung === "officer")?.id ?? "";
    story.now = instantOf("2026-10-09T07:59");
    expect(story.send(SYSTEM, { type: "timer", timer })).toMatchObject({
      refusal: { code: "case/timer-early" },
    });
    story.now = instantOf("2026-10-09T08:00");
    expect(fireDue(story)).toEqual(["soon", "due", "officer"]);
    expect(story.history.at(-1)?.outcome.effects).toMatchObject([
      {
        action: "core.notify",
        params: {
          to: { firstOf: [["officer"], ["stationChief"], ["countySec", "countyLeader"]] },
          text: { zh: "答复超期 1 个工作日，还没有办，请过问。" },
        },
      },
    ]);
    expect(story.send(SYSTEM, { type: "timer", timer })).toMatchObject({
      refusal: { code: "case/unknown-timer" },
    });
    expect(fireDue(story)).toEqual([]);
  });

  test("a hand-over moves the task to the role's lists and says so; a late deed is still taken", () => {
    const story = makeLadder();
    story.send(officer, { type: "start" });
    story.now = instantOf("2026-10-10T08:00");
    fireDue(story);
    expect(story.case.tasks).toMatchObject([
      { roles: ["stationChief"], handedTo: "stationChief", assignee: null },
    ]);
    expect(story.history.at(-1)?.outcome.effects[0]?.params).toMatchObject({
      text: { zh: "答复超期 2 个工作日，还没有办，请过问。这一步现在交stationChief办理。" },
    });
    // It stays there with the next steps too.
    story.send(officer, { type: "move", move: "pause" });
    expect(story.case.tasks[0]?.roles).toEqual(["stationChief"]);
    story.send(officer, { type: "move", move: "resume", reason: "" });
    expect(story.send(officer, { type: "event", event: "done" }).ok).toBe(true);
  });

  test("end with the state, and with a withdrawal", () => {
    const story = makeLadder();
    story.send(officer, { type: "start" });
    story.send(chief, { type: "event", event: "done" });
    expect(story.case.timers).toEqual([]);
    const other = makeLadder();
    other.send(officer, { type: "start" });
    other.send(officer, { type: "move", move: "withdraw" });
    expect(other.case.timers).toEqual([]);
  });

  test("keep what is left while the matter is paused, before the deadline and beyond it", () => {
    const story = makeLadder();
    story.send(officer, { type: "start" });
    story.send(officer, { type: "move", move: "pause" });
    expect(preview(story).map(({ is }) => is)).toEqual(["paused", "paused", "paused", "paused"]);
    story.now = instantOf("2026-10-08T10:00");
    story.send(officer, { type: "move", move: "resume", reason: "" });
    expect(story.case.tasks[0]?.dueDay).toBe("2026-10-12");
    expect(armed(story)).toEqual({
      soon: "2026-10-10T08:00",
      officer: "2026-10-13T08:00",
      chief: "2026-10-14T08:00",
      county: "2026-10-19T08:00",
    });
    story.now = instantOf("2026-10-13T09:00");
    fireDue(story);
    // One and four working days are left.
    story.send(officer, { type: "move", move: "pause" });
    story.now = instantOf("2026-10-20T09:00");
    expect(fireDue(story)).toEqual([]);
    story.send(officer, { type: "move", move: "resume", reason: "" });
    expect(armed(story)).toEqual({ chief: "2026-10-21T08:00", county: "2026-10-26T08:00" });
  });

  test("of those gone by when paper is entered late, only the highest that is due goes out", () => {
    const story = makeLadder();
    story.now = instantOf("2026-10-12T10:00");
    story.send(officer, { type: "start", occurredAt: instantOf("2026-09-28T10:00") });
    expect(armed(story)).toEqual({ chief: "2026-10-10T08:00", county: "2026-10-14T08:00" });
    expect(fireDue(story)).toEqual(["due", "chief"]);
    expect(preview(story).map(({ is }) => is)).toEqual(["passed", "passed", "told", "coming"]);
  });

  test("say their own words, filled in", () => {
    const text = { zh: "{{case.placeName}}的答复没有办" };
    const story = makeLadder({ ladder: [{ key: "one", at: 1, tell: ["officer"], text }] });
    story.send(officer, { type: "start" });
    story.now = instantOf("2026-10-09T08:00");
    fireDue(story);
    expect(story.history.at(-1)?.outcome.effects[0]?.params["text"]).toEqual({
      zh: "石桥村的答复没有办",
    });
  });
});

describe("quiet hours", () => {
  const quietHours = { from: { parameter: "nightFrom" }, to: "07:00", restDays: true };
  const hours: Partial<DeadlineSource> = {
    ...{ unit: "hour", count: 4 },
    ladder: [
      { key: "officer", at: 1, tell: ["officer"] },
      { key: "duty", at: 2, tell: ["stationChief"], urgent: true },
      { key: "county", at: 20, tell: ["countySec"] },
    ],
  };

  test("keep a rung until the morning, unless the package calls it urgent", () => {
    const story = makeLadder(hours, { quietHours });
    story.now = instantOf("2026-10-10T19:00");
    story.send(officer, { type: "start" });
    expect(armed(story)).toEqual({
      officer: "2026-10-12T07:00",
      duty: "2026-10-11T01:00",
      // 19:00 on a Sunday.
      county: "2026-10-12T07:00",
    });
    expect(preview(story).map(({ keptFrom }) => shown(keptFrom))).toEqual([
      "2026-10-11T00:00",
      "—",
      "2026-10-11T19:00",
    ]);
  });

  test("a county's own hour counts", () => {
    const parameters = {
      nightFrom: { title: { zh: "几点" }, schema: { type: "string" }, value: "23:30" },
    };
    const story = makeLadder(hours, { quietHours: { ...quietHours, restDays: false }, parameters });
    story.now = instantOf("2026-10-08T18:00");
    story.send(officer, { type: "start" });
    expect(armed(story)["officer"]).toBe("2026-10-08T23:00");
  });

  test("the message of a deadline that ends at midnight waits until the morning", () => {
    const story = makeLadder({ ladder: [] }, { quietHours: { from: "22:00", to: "07:00" } });
    story.send(officer, { type: "start" });
    story.now = instantOf("2026-10-09T00:00");
    fireDue(story);
    const [effect] = story.history.at(-1)?.outcome.effects ?? [];
    expect(shown(effect?.notBefore ?? null)).toBe("2026-10-09T07:00");
  });

  test("an urgent deadline speaks at midnight, and so does a package without quiet hours", () => {
    for (const story of [
      makeLadder({ ladder: [], urgent: true }, { quietHours: { from: "22:00", to: "07:00" } }),
      makeLadder({ ladder: [] }),
    ]) {
      story.send(officer, { type: "start" });
      story.now = instantOf("2026-10-09T00:00");
      fireDue(story);
      expect(story.history.at(-1)?.outcome.effects[0]).not.toHaveProperty("notBefore");
    }
  });

  test("a rung that is fired late, at night, still waits: the server was off until then", () => {
    const story = makeLadder({}, { quietHours: { from: "22:00", to: "07:00" } });
    story.send(officer, { type: "start" });
    story.now = instantOf("2026-10-09T23:00");
    fireDue(story);
    const [effect] = story.history.at(-1)?.outcome.effects ?? [];
    expect(shown(effect?.notBefore ?? null)).toBe("2026-10-10T07:00");
  });
});
