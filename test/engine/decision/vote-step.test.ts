import { describe, expect, test } from "vitest";
import type { Answer, Counts } from "../../../app/engine/decision/decision";
import { fold } from "../../../app/engine/fold";
import type { Person } from "../../../app/engine/person";
import { replay } from "../../../app/engine/replay";
import { calendar, makePerson, type Story } from "../../support/make-workflow";
import {
  chief,
  everybody,
  lawyer,
  makeDecision,
  one,
  signing,
  taskOf,
  three,
  two,
} from "../../support/decision-workflow";

interface Signed {
  slot: string;
  answer?: Answer;
  reason?: string;
  counts?: Counts;
  photo?: string;
}

function sign(story: Story, person: Person, { slot, answer = "agree", ...rest }: Signed) {
  const task = taskOf(story, slot);
  return story.send(person, { type: "vote", task, answer, ...rest });
}

const reject = (slot: string) => ({ slot, answer: "reject" as const, reason: "材料不齐" });

describe("会签", () => {
  test("asks each role for one signature, passes with the last, and moves in the same step", () => {
    const story = signing(makeDecision());
    expect(story.case.tasks.map(({ slot, roles }) => [slot, roles])).toEqual([
      ["1", ["officer"]],
      ["2", ["chief"]],
      ["3", ["legal"]],
    ]);
    expect(sign(story, one, { slot: "1" }).ok).toBe(true);
    expect(sign(story, lawyer, { slot: "3" }).ok).toBe(true);
    expect(story.case.state).toBe("sign");
    expect(sign(story, chief, { slot: "2" }).ok).toBe(true);
    expect(story.case).toMatchObject({ state: "agreed", status: "ended", tasks: [] });
    expect(story.case.decisions?.["sign"]).toMatchObject({
      settled: { result: "pass", seq: 5 },
      closed: 5,
    });
    expect(fold(story.history)).toEqual(story.case);
    expect(replay(story.history, { workflow: story.workflow, calendar })).toMatchObject({
      same: true,
    });
  });

  test("one rejection ends it, or waits for the others, as the package says", () => {
    const ending = signing(makeDecision({ rejection: "ends" }));
    sign(ending, one, reject("1"));
    expect(ending.case.state).toBe("refused");

    const waiting = signing(makeDecision({ rejection: "waits" }));
    sign(waiting, one, reject("1"));
    sign(waiting, chief, { slot: "2" });
    expect(waiting.case.state).toBe("sign");
    sign(waiting, lawyer, { slot: "3" });
    expect(waiting.case.state).toBe("refused");
  });

  test("a rejection needs a reason; an answer stands; nobody signs for another role", () => {
    const story = signing(makeDecision());
    const code = (result: ReturnType<typeof sign>) => (result.ok ? "ok" : result.refusal.code);
    expect(code(sign(story, one, { slot: "1", answer: "reject" }))).toBe("case/reason-missing");
    expect(code(sign(story, one, { slot: "1", answer: "abstain" }))).toBe("decision/no-abstention");
    expect(code(sign(story, one, { slot: "2" }))).toBe("case/not-your-step");
    const task = taskOf(story, "1");
    expect(code(sign(story, one, { slot: "1" }))).toBe("ok");
    expect(code(story.send(two, { type: "vote", task, answer: "agree" }))).toBe(
      "decision/answered",
    );
    expect(code(sign(story, makePerson("out"), { slot: "2" }))).toBe("case/out-of-scope");
    expect(code(story.send(one, { type: "vote", task: "no", answer: "agree" }))).toBe(
      "case/no-task",
    );
  });
});

test("或签: the first who agrees decides; a rejection ends it or leaves it to the others", () => {
  const asked = [{ role: "officer", each: true as const }];
  const waits = signing(makeDecision({ asked, pass: "any", rejection: "waits" }));
  expect(waits.case.tasks.map(({ assignee }) => assignee)).toEqual(["gao", "lin", "wei"]);
  sign(waits, one, reject("1"));
  expect(waits.case.tasks.map(({ assignee }) => assignee)).toEqual(["lin", "wei"]);
  sign(waits, two, { slot: "2" });
  expect(waits.case.state).toBe("agreed");

  const ends = signing(makeDecision({ asked, pass: "any", rejection: "ends" }));
  sign(ends, one, reject("1"));
  expect(ends.case.state).toBe("refused");
});

test("依次: nobody signs before their turn", () => {
  const story = signing(makeDecision({ way: "turn" }));
  const early = sign(story, chief, { slot: "2" });
  expect(early.ok ? "ok" : early.refusal.code).toBe("decision/not-your-turn");
  expect(story.case.tasks.map(({ waits }) => waits ?? false)).toEqual([false, "turn", "turn"]);
  sign(story, one, { slot: "1" });
  expect(sign(story, chief, { slot: "2" }).ok).toBe(true);
  expect(sign(story, lawyer, { slot: "3" }).ok).toBe(true);
  expect(story.case.state).toBe("agreed");
});

test("票签: shares, weights, a veto, a quorum", () => {
  const asked = [
    { role: "officer", each: true as const },
    { role: "chief", weight: 2 },
  ];
  const share = signing(makeDecision({ asked, pass: { share: "3/5" }, rejection: "waits" }));
  sign(share, one, { slot: "1" });
  sign(share, two, reject("2"));
  expect(share.case.state).toBe("sign");
  sign(share, chief, { slot: "4" });
  expect(share.case.state).toBe("agreed");

  const more = signing(
    makeDecision({ asked, pass: { share: "3/5", more: true }, rejection: "waits" }),
  );
  sign(more, one, { slot: "1" });
  sign(more, two, reject("2"));
  sign(more, chief, { slot: "4" });
  expect(more.case.state).toBe("sign");
  sign(more, three, reject("3"));
  expect(more.case.state).toBe("refused");

  const weight = signing(makeDecision({ asked, pass: { weight: 2 }, rejection: "waits" }));
  sign(weight, chief, { slot: "4" });
  expect(weight.case.state).toBe("agreed");

  const veto = signing(
    makeDecision({ asked, pass: { weight: 2 }, rejection: "waits", veto: ["chief"] }),
  );
  sign(veto, one, { slot: "1" });
  sign(veto, two, { slot: "2" });
  expect(veto.case.state).toBe("sign");
  sign(veto, chief, reject("4"));
  expect(veto.case.state).toBe("refused");

  const quorum = signing(makeDecision({ asked, pass: "any", rejection: "waits", quorum: 2 }));
  sign(quorum, one, { slot: "1" });
  expect(quorum.case.state).toBe("sign");
  sign(quorum, two, reject("2"));
  expect(quorum.case.state).toBe("agreed");
});

test("a meeting's paper votes come in as counts with the photo of the sheet", () => {
  const story = signing(
    makeDecision({
      asked: [{ role: "officer" }],
      pass: { share: "1/2", more: true, of: "present" },
      quorum: { share: "1/2", more: true },
      rejection: "waits",
      paper: { title: { zh: "村民会议表决" } },
    }),
  );
  const counts = { eligible: 120, agree: 50, reject: 20, abstain: 5 };
  const code = (result: ReturnType<typeof sign>) => (result.ok ? "ok" : result.refusal.code);
  expect(code(sign(story, one, { slot: "1" }))).toBe("decision/sheet-missing");
  expect(code(sign(story, one, { slot: "1", counts }))).toBe("decision/sheet-missing");
  const photo = "sheet-1";
  expect(code(sign(story, one, { slot: "1", counts: { ...counts, agree: 200 }, photo }))).toBe(
    "decision/counts",
  );
  expect(code(sign(story, one, { slot: "1", counts, photo }))).toBe("ok");
  expect(story.case.state).toBe("agreed");

  const few = signing(story.workflow);
  sign(few, one, { slot: "1", counts: { ...counts, agree: 30, reject: 5 }, photo });
  expect(few.case.state).toBe("refused");
});

test("nobody found goes to the fallback, never to approval", () => {
  const story = signing(
    makeDecision({ asked: [{ role: "legal" }], fallback: "chief" }),
    everybody.filter((person) => person !== lawyer),
  );
  expect(story.case.state).toBe("sign");
  expect(story.case.tasks).toMatchObject([{ roles: ["chief"], assignee: null }]);
  expect(story.case.decisions?.["sign"]?.signers).toMatchObject([{ via: "fallback" }]);
});

test("one person answers once; where the package says so, once for all that is theirs", () => {
  const both = makePerson("wen", "officer", "chief");
  const asked = [{ role: "officer" }, { role: "chief" }];
  const apart = signing(makeDecision({ asked }), [both, ...everybody]);
  sign(apart, both, { slot: "1" });
  const again = sign(apart, both, { slot: "2" });
  expect(again.ok ? "ok" : again.refusal.code).toBe("decision/answered-once");

  const once = signing(makeDecision({ asked, samePerson: "once" }), [both, ...everybody]);
  sign(once, both, { slot: "1" });
  expect(once.case.state).toBe("agreed");
});

test("a return closes the decision and keeps it on record; the next one begins anew", () => {
  const story = signing(makeDecision());
  sign(story, one, { slot: "1" });
  const before = taskOf(story, "2");
  expect(story.send(chief, { type: "move", move: "return", to: "draft" }).ok).toBe(true);
  expect(story.case.decisions?.["sign"]).toMatchObject({ closed: 4, settled: null });
  const gone = story.send(chief, { type: "vote", task: before, answer: "agree" });
  expect(gone.ok ? "ok" : gone.refusal.code).toBe("decision/over");
  story.send(one, { type: "event", event: "submit" });
  expect(story.case.tasks).toHaveLength(3);
  expect(story.case.decisions?.["sign"]?.signers.every(({ vote }) => vote === null)).toBe(true);
  for (const [person, slot] of [
    [one, "1"],
    [chief, "2"],
    [lawyer, "3"],
  ] as const)
    expect(sign(story, person, { slot }).ok).toBe(true);
  expect(story.case.state).toBe("agreed");
});
