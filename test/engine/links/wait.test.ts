import { expect, test } from "vitest";
import type { LinkCommand } from "../../../app/engine/command";
import type { LinkSource, WaitSource } from "../../../app/engine/link-source";
import { offersFor } from "../../../app/engine/offer";
import { SYSTEM } from "../../../app/engine/person";
import type { RuleSource, StateSource, WorkflowSource } from "../../../app/engine/workflow-source";
import { auxiliary, makeWorkflow, officer, Story } from "../../support/make-workflow";

const step = (zh: string, opens?: string) => ({
  label: { zh },
  roles: ["officer"],
  act: "record" as const,
  about: "matter" as const,
  ...(opens === undefined ? {} : { opens }),
});

/** A round whose `running` waits for its parts. */
function makeRound(
  waits: LinkSource["waits"],
  running: Partial<StateSource> = {},
  more: Partial<WorkflowSource> = {},
) {
  return makeWorkflow({
    links: {
      part: { title: { zh: "分项" }, package: "part", export: {}, ...(waits && { waits }) },
    },
    moves: {
      return: { roles: ["officer"] },
      void: { roles: ["officer"] },
      reopen: { roles: ["officer"] },
    },
    registers: {
      book: { title: { zh: "台账" }, on: ["link:part.finished"], columns: {} },
    },
    machine: {
      initial: "planning",
      states: {
        planning: {
          meta: {
            title: { zh: "筹备" },
            events: { open: step("开启", "part"), begin: step("开始") },
          },
          on: { open: {}, begin: "running" },
        },
        running: {
          meta: {
            title: { zh: "进行中" },
            events: {
              more: step("再开", "part"),
              note: step("记事"),
              close: step("办结"),
              stop: step("取消"),
            },
          },
          on: { more: {}, note: {}, close: "closed", stop: "stopped" },
          ...running,
        },
        wrapping: {
          meta: { title: { zh: "收尾" }, events: { file: step("归档") } },
          on: { file: "closed" },
        },
        closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
        stopped: { type: "final", meta: { title: { zh: "取消" }, end: "abandoned" } },
      },
    },
    ...more,
  });
}

const ALL: WaitSource = { for: "all", in: ["running"] };
const GOES_ON = {
  on: { more: {}, note: {}, close: "closed", stop: "stopped", "link:part.finished": "wrapping" },
};

function begin(workflow: ReturnType<typeof makeRound>, parts: number): Story {
  const story = new Story(workflow);
  story.send(officer, { type: "start" });
  for (let i = 0; i < parts; i += 1) story.send(officer, { type: "event", event: "open" });
  story.send(officer, { type: "event", event: "begin" });
  return story;
}

/** One part reports; the last word of it counts. */
function report(story: Story, index: number, word: Partial<LinkCommand>) {
  const child = story.case.links["part"]?.[index]?.id ?? "";
  const told = { state: "s", end: null, exported: {}, ...word };
  return story.send(SYSTEM, { type: "link", child, ...told });
}

const ended = { end: "completed" as const };

test("no step of people leads out of a state before all its linked matters are finished", () => {
  const story = begin(makeRound(ALL), 2);
  const refused = story.send(officer, { type: "event", event: "close" });
  const ids = story.case.links["part"]?.map(({ id }) => id);
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: "case/waits-for-linked", linked: ids },
  });
  expect(story.send(officer, { type: "event", event: "note" }).ok).toBe(true);
  report(story, 1, ended);
  expect(story.send(officer, { type: "event", event: "close" })).toMatchObject({
    refusal: { code: "case/waits-for-linked", linked: [ids?.[0]] },
  });
  report(story, 0, { end: "abandoned" });
  expect(story.send(officer, { type: "event", event: "close" }).ok).toBe(true);
  expect(story.case.status).toBe("ended");
});

test("the page says beforehand which steps wait", () => {
  const story = begin(makeRound({ ...ALL, except: ["stop"] }), 1);
  const { workflow, now } = story;
  const codes = () =>
    Object.fromEntries(
      offersFor({ workflow, matter: story.case, person: officer, now }).map((offer) => [
        offer.event,
        offer.refusal?.code,
      ]),
    );
  expect(codes()).toEqual({
    ...{ more: undefined, note: undefined, stop: undefined },
    close: "case/waits-for-linked",
  });
  report(story, 0, ended);
  expect(codes()["close"]).toBeUndefined();
});

test("any: the first that is finished opens the way; where none was opened nothing is waited for", () => {
  const workflow = makeRound({ for: "any", in: ["running"] });
  const story = begin(workflow, 2);
  expect(story.send(officer, { type: "event", event: "close" }).ok).toBe(false);
  report(story, 0, ended);
  expect(story.send(officer, { type: "event", event: "close" }).ok).toBe(true);
  expect(begin(workflow, 0).send(officer, { type: "event", event: "close" }).ok).toBe(true);
});

test("a state of the child may count as finished; one taken up again is waited for anew", () => {
  const story = begin(makeRound({ ...ALL, done: ["concluded"] }), 1);
  report(story, 0, { state: "concluded filed" });
  report(story, 0, { state: "checking" });
  expect(story.send(officer, { type: "event", event: "close" }).ok).toBe(false);
  report(story, 0, { state: "concluded" });
  expect(story.send(officer, { type: "event", event: "close" }).ok).toBe(true);
});

test("steps that are excepted, moves and clocks lead out all the same", () => {
  const story = begin(makeRound({ ...ALL, except: ["stop"] }), 1);
  expect(story.send(officer, { type: "move", move: "return", to: "planning" }).ok).toBe(true);
  story.send(officer, { type: "event", event: "begin" });
  expect(story.send(officer, { type: "event", event: "stop" }).ok).toBe(true);
});

test("where the state listens it goes on by itself, in the step that ended the wait, and books know it", () => {
  const story = begin(makeRound(ALL, GOES_ON), 2);
  report(story, 0, ended);
  expect(story.case.state).toBe("running");
  const last = report(story, 1, ended);
  expect(story.case.state).toBe("wrapping");
  expect(last).toMatchObject({
    entry: { outcome: { arrived: ["wrapping"], registers: [{ register: "book" }] } },
  });
});

test("a wait that was over before the state was come to does not keep it: it goes on in the same step", () => {
  const story = new Story(makeRound(ALL, GOES_ON));
  story.send(officer, { type: "start" });
  story.send(officer, { type: "event", event: "open" });
  report(story, 0, ended);
  const begun = story.send(officer, { type: "event", event: "begin" });
  expect(story.case.state).toBe("wrapping");
  expect(begun).toMatchObject({ entry: { outcome: { registers: [{ register: "book" }] } } });
});

test("whoever sends it back to where the wait is over wants something done there again: it stays", () => {
  const story = begin(makeRound(ALL, GOES_ON), 1);
  report(story, 0, ended);
  story.send(officer, { type: "move", move: "return", to: "running" });
  expect(story.case.state).toBe("running");
  story.send(officer, { type: "event", event: "more" });
  report(story, 1, ended);
  expect(story.case.state).toBe("wrapping");
});

test("without linked matters a state stays until somebody acts", () => {
  expect(begin(makeRound(ALL, GOES_ON), 0).case.state).toBe("running");
});

test("a guard that says no keeps it where it is, and people may act", () => {
  const guarded = {
    on: { ...GOES_ON.on, "link:part.finished": { target: "wrapping", guard: "allGood" } },
  };
  const allGood: RuleSource = {
    title: { zh: "都办成" },
    when: {
      all: [{ var: "links.part" }, { "==": [{ var: "end" }, "completed"] }],
    },
  };
  const story = begin(makeRound(ALL, guarded, { rules: { allGood } }), 1);
  report(story, 0, { end: "abandoned" });
  expect(story.case.state).toBe("running");
  expect(story.send(officer, { type: "event", event: "close" }).ok).toBe(true);
});

test("what only the engine sends nobody else sends", () => {
  const story = begin(makeRound(ALL, GOES_ON), 1);
  for (const user of [officer, auxiliary]) {
    const sent = story.send(user, { type: "event", event: "link:part.finished" });
    expect(sent).toMatchObject({ refusal: { code: "case/reserved-event" } });
  }
});
