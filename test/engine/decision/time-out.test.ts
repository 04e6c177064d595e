import { describe, expect, test } from "vitest";
import { SYSTEM } from "../../../app/engine/person";
import { DAY } from "../../../app/engine/time/duration";
import { makeDecision, signing } from "../../support/decision-workflow";
import { expectTrue } from "../../support/operate";

describe("超时", () => {
  const deadlines = {
    due: { title: { zh: "会签期限" }, from: "entry" as const, count: 1, unit: "workday" as const },
  };
  test.each([
    ["reject", "matter", "refused"],
    ["approve", "matter", "agreed"],
    ["approve", "person", "sign"],
  ] as const)("%s about a %s leads to %s", (timeout, about, where) => {
    const story = signing(makeDecision({ timeout, about }, { due: "due", source: { deadlines } }));
    story.now += 3 * DAY;
    const timer = story.case.timers.find(({ kind }) => kind === "due")?.id ?? "";
    expect(story.send(SYSTEM, { type: "timer", timer }).ok).toBe(true);
    expect(story.case.state).toBe(where);
    expectTrue(story);
  });
});
