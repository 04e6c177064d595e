import { describe, expect, test } from "vitest";
import { auxiliary, makePerson, officer } from "../../support/make-workflow";
import { begun, codeOf } from "../../support/sample-workflow";

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

  test("after a straight return, a step that leads where the matter never was goes there", () => {
    const story = begun();
    story.send(officer, { type: "event", event: "triage", form: { amount: 1 } });
    story.send(officer, { type: "move", move: "return", to: "asked", way: "straight" });
    story.send(officer, { type: "event", event: "triage", form: { amount: 600000 } });
    expect(story.case).toMatchObject({ state: "referred", status: "ended", comeBack: null });
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
      "case/move-nowhere",
    );
  });
});
