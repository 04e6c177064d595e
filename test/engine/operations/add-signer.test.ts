import { describe, expect, test } from "vitest";
import type { Person } from "../../../app/engine/person";
import type { Story } from "../../support/make-workflow";
import { everything, expectTrue, last, operate } from "../../support/operate";
import {
  chief,
  lawyer,
  makeDecision,
  one,
  signing,
  taskOf,
  three,
  two,
} from "../../support/decision-workflow";

describe("加签 and 减签", () => {
  const make = (way: "parallel" | "turn") =>
    signing(makeDecision({ way }, { source: { operations: everything } }));
  const vote = (story: Story, person: Person, slot: string, answer: "agree" | "reject" = "agree") =>
    story.send(person, { type: "vote", task: taskOf(story, slot), answer, reason: "材料不齐" });
  const code = (result: ReturnType<typeof vote>) => (result.ok ? "ok" : result.refusal.code);

  test.each(["parallel", "turn"] as const)(
    "before me, %s: they answer first and I wait; taking them off undoes it",
    (way) => {
      const story = make(way);
      const mine = taskOf(story, "1");
      expect(operate(story, one, { operation: "addBefore", task: mine, to: ["lin", "wei"] })).toBe(
        "ok",
      );
      expect(last(story)).toBe("gao请lin、wei先签");
      expect(code(vote(story, one, "1"))).toBe("decision/not-your-turn");
      expect(code(vote(story, two, "4"))).toBe("ok");
      const task = taskOf(story, "5");
      expect(operate(story, two, { operation: "drop", task, reason: "出差" })).toBe(
        "case/not-your-step",
      );
      expect(operate(story, one, { operation: "drop", task })).toBe("case/reason-missing");
      expect(operate(story, one, { operation: "drop", task, reason: "出差" })).toBe("ok");
      expect(last(story)).toBe("gao减去wei");
      const gone = story.send(three, { type: "vote", task, answer: "agree" });
      expect(gone.ok ? "ok" : gone.refusal.code).toBe("decision/dropped");
      expect(code(vote(story, one, "1"))).toBe("ok");
      expect(code(vote(story, chief, "2"))).toBe("ok");
      expect(code(vote(story, lawyer, "3"))).toBe("ok");
      expect(story.case.state).toBe("agreed");
      expectTrue(story);
    },
  );

  test("whoever was added may reject, with full effect", () => {
    const story = make("parallel");
    operate(story, one, { operation: "addBefore", task: taskOf(story, "1"), to: ["lin"] });
    expect(code(vote(story, two, "4", "reject"))).toBe("ok");
    expect(story.case.state).toBe("refused");
  });

  test.each(["parallel", "turn"] as const)("after me and beside me, %s", (way) => {
    const story = make(way);
    const task = taskOf(story, "1");
    operate(story, one, { operation: "addAfter", task, to: ["lin"] });
    operate(story, one, { operation: "addBeside", task, to: ["wei"] });
    expect(code(vote(story, two, "4"))).toBe("decision/not-your-turn");
    expect(code(vote(story, three, "5"))).toBe("ok");
    if (way === "turn") expect(code(vote(story, chief, "2"))).toBe("decision/not-your-turn");
    expect(code(vote(story, one, "1"))).toBe("ok");
    expect(code(vote(story, two, "4"))).toBe("ok");
    expect(code(vote(story, chief, "2"))).toBe("ok");
    expect(code(vote(story, lawyer, "3"))).toBe("ok");
    expect(story.case.state).toBe("agreed");
    expectTrue(story);
  });

  test("nobody is asked twice, the last one stays, and taking off the last open one settles it", () => {
    const story = make("parallel");
    const task = taskOf(story, "1");
    operate(story, one, { operation: "addBeside", task, to: ["lin"] });
    expect(operate(story, one, { operation: "addBeside", task, to: ["lin"] })).toBe(
      "operation/signs-already",
    );
    vote(story, one, "1");
    vote(story, lawyer, "3");
    vote(story, two, "4");
    const rest = taskOf(story, "2");
    expect(operate(story, chief, { operation: "drop", task: rest, reason: "回避" })).toBe("ok");
    expect(story.case.state).toBe("agreed");

    const few = signing(
      makeDecision({ asked: [{ role: "officer" }] }, { source: { operations: everything } }),
    );
    expect(operate(few, chief, { operation: "drop", task: taskOf(few, "1"), reason: "—" })).toBe(
      "operation/last-signer",
    );
  });

  test("a signature is handed over and lent like any task", () => {
    const story = make("parallel");
    const task = taskOf(story, "1");
    expect(operate(story, one, { operation: "handOver", task, to: ["lin"] })).toBe("ok");
    expect(code(vote(story, one, "1"))).toBe("case/held");
    expect(operate(story, two, { operation: "lend", task, to: ["wei"] })).toBe("ok");
    expect(code(vote(story, three, "1"))).toBe("operation/lent-to-you");
    expect(operate(story, three, { operation: "giveBack", task, text: "同意" })).toBe("ok");
    expect(code(vote(story, two, "1"))).toBe("ok");
    expectTrue(story);
  });
});
