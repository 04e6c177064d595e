import { expect, test } from "vitest";
import type { CaseStatus } from "../../../app/engine/case";
import { fold } from "../../../app/engine/fold";
import type { LinkSource } from "../../../app/engine/link-source";
import { refuseAncestry, MOST_LEVELS, type Ancestor } from "../../../app/engine/links/ancestry";
import { SYSTEM } from "../../../app/engine/person";
import { replay } from "../../../app/engine/replay";
import { makeWorkflow, officer, owner, place, Story } from "../../support/make-workflow";

const step = (opens?: string) => ({
  label: { zh: "办" },
  roles: ["officer"],
  act: "record" as const,
  about: "matter" as const,
  ...(opens === undefined ? {} : { opens }),
});

function makeParent(cancel?: LinkSource["cancel"]) {
  return makeWorkflow({
    links: {
      part: { title: { zh: "分项" }, package: "part", export: {}, ...(cancel && { cancel }) },
    },
    moves: { void: { roles: ["officer"] }, reopen: { roles: ["officer"] } },
    machine: {
      initial: "open",
      states: {
        open: {
          meta: {
            title: { zh: "在办" },
            events: { add: step("part"), close: step(), drop: step() },
          },
          on: { add: {}, close: "closed", drop: "dropped" },
        },
        closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
        dropped: { type: "final", meta: { title: { zh: "取消" }, end: "abandoned" } },
      },
    },
  });
}

function opened(cancel?: LinkSource["cancel"]): Story {
  const story = new Story(makeParent(cancel));
  story.send(officer, { type: "start" });
  story.send(officer, { type: "event", event: "add" });
  story.send(officer, { type: "event", event: "add" });
  return story;
}

/** The children that get a word by the last step. */
function told(story: Story): string[] {
  const effects = story.history.at(-1)?.outcome.effects ?? [];
  return effects.flatMap(({ action, params }) =>
    action === "parent:part" ? [String(params["child"])] : [],
  );
}

const ids = (story: Story) => story.case.links["part"]?.map(({ id }) => id);

test.each<[LinkSource["cancel"], string[]]>([
  [undefined, []],
  ["apart", []],
  ["with", ["void", "close", "drop"]],
  [
    ["void", "abandoned"],
    ["void", "drop"],
  ],
  [["completed"], ["close"]],
])("cancel %j ends the open children at %j", (cancel, at) => {
  for (const how of ["void", "close", "drop"]) {
    const story = opened(cancel);
    if (how === "void") story.send(officer, { type: "move", move: "void" });
    else story.send(officer, { type: "event", event: how });
    expect(story.case.status).not.toBe("open");
    expect(told(story)).toEqual(at.includes(how) ? ids(story) : []);
  }
});

test("children that have ended hear nothing; those that came to nothing hear that the parent goes on", () => {
  const story = opened("with");
  const [first = "", second = ""] = ids(story) ?? [];
  const report = { type: "link" as const, state: "s", exported: {} };
  story.send(SYSTEM, { ...report, child: first, end: "completed" });
  story.send(officer, { type: "move", move: "void" });
  expect(told(story)).toEqual([second]);
  story.send(SYSTEM, { ...report, child: second, end: "abandoned" });
  story.send(officer, { type: "move", move: "reopen" });
  expect(told(story)).toEqual([second]);
});

function word(story: Story, status: CaseStatus, parent = "991021-0") {
  const end = status === "ended" ? ("completed" as const) : null;
  return story.send(SYSTEM, { type: "parent", parent, status, end });
}

test("a child ends with its parent, keeps where it was, and is taken up again with it alone", () => {
  const story = opened();
  expect(word(story, "void").ok).toBe(true);
  expect(story.case).toMatchObject({
    status: "void",
    state: "open",
    tasks: [],
    endedWith: { parent: "991021-0" },
  });
  expect(word(story, "void")).toMatchObject({ refusal: { code: "case/not-open" } });
  expect(word(story, "open", "991021-9")).toMatchObject({
    refusal: { code: "case/not-ended-with" },
  });
  expect(word(story, "open").ok).toBe(true);
  expect(story.case).toMatchObject({ status: "open", state: "open" });
  expect(story.case.endedWith).toBeUndefined();
  expect(word(story, "open")).toMatchObject({ refusal: { code: "case/not-ended-with" } });
  expect(fold(story.history)).toEqual(story.case);
  const { workflow, calendar } = story;
  expect(replay(story.history, { workflow, calendar })).toMatchObject({ same: true });
});

test("what people did with a child themselves stands when the parent is taken up again", () => {
  const story = opened();
  story.send(officer, { type: "move", move: "void" });
  expect(word(story, "open")).toMatchObject({ refusal: { code: "case/not-ended-with" } });
  story.send(officer, { type: "move", move: "reopen" });
  word(story, "withdrawn");
  expect(story.case.status).toBe("withdrawn");
  story.send(officer, { type: "move", move: "reopen" });
  expect(word(story, "open")).toMatchObject({ refusal: { code: "case/not-ended-with" } });
});

test("nobody but the runtime speaks for the parent", () => {
  const story = opened();
  const sent = story.send(officer, { type: "parent", parent: "x", status: "void", end: null });
  expect(sent).toMatchObject({ refusal: { code: "case/reserved-event" } });
});

const opening = { workflow: "mediation", place, owner };
const above = (n: number, more: Partial<Ancestor> = {}): Ancestor => ({
  ...{ id: `m${n}`, workflow: `w${n}`, status: "open", place: place.code, owner: owner.id },
  ...more,
});

test("no matter is opened below an open one of its own kind, place and owner, however far above", () => {
  const own = above(3, { workflow: "mediation" });
  const chain = [above(1), above(2), own];
  expect(refuseAncestry(chain, opening)).toMatchObject({
    ...{ code: "case/link-circle", linked: ["m3"] },
  });
  for (const other of [
    { status: "ended" as const },
    { place: "991023200201" },
    { owner: "county" },
  ]) {
    expect(refuseAncestry([above(1), { ...own, ...other }], opening)).toBeNull();
  }
});

test("open matters stand above each other so deep at most", () => {
  const chain = Array.from({ length: MOST_LEVELS }, (_, n) => above(n));
  expect(refuseAncestry(chain, opening)).toMatchObject({ code: "case/link-too-deep" });
  expect(refuseAncestry(chain.slice(1), opening)).toBeNull();
  const [first = above(0), ...rest] = chain;
  expect(refuseAncestry([{ ...first, status: "ended" }, ...rest], opening)).toBeNull();
});
