import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../../app/engine/fold";
import { endOfParent, endsWith } from "../../../app/engine/links/cancel";
import type { LinkState } from "../../../app/engine/case";
import type { LinkSource, ParentEnd } from "../../../app/engine/link-source";
import { replay } from "../../../app/engine/replay";
import { asAncestor, Forest, makeNode, type Tree } from "../../support/link-forest";
import { calendar } from "../../support/make-workflow";

/** QY_RUNS=2000 looks longer. */
const RUNS = Number(process.env["QY_RUNS"] ?? 120);

const ACTS = [
  ...["open", "open", "begin", "close", "close", "drop", "file"],
  ...["void", "withdraw", "reopen", "return", "carry", "carry", "carryTwice"],
] as const;

const acts = fc.array(
  fc.record({
    act: fc.constantFrom(...ACTS),
    on: fc.nat(40),
    /** Under whom a child is opened: the same one again is a circle. */
    owner: fc.nat(4),
    to: fc.constantFrom("planning", "working"),
  }),
  { minLength: 5, maxLength: 60, size: "max" },
);

const cancels = fc.oneof(
  fc.constantFrom<LinkSource["cancel"]>("with", "apart", undefined),
  fc.subarray<ParentEnd>(["void", "withdrawn", "completed", "abandoned"], { minLength: 1 }),
);

interface World {
  forest: Forest;
  link: LinkSource;
  goesOn: boolean;
}

const worlds = fc
  .record({
    waitFor: fc.constantFrom("all" as const, "any" as const),
    cancel: cancels,
    goesOn: fc.boolean(),
  })
  .map(({ waitFor, cancel, goesOn }) => {
    const waits = { for: waitFor, in: ["working"], except: ["drop"] };
    const link = { waits, ...(cancel === undefined ? {} : { cancel }) };
    return { link, goesOn };
  });

/** True where the wait is over, told from the ends alone. */
function isWaitOver(children: readonly LinkState[], all: boolean): boolean {
  const open = children.filter(({ end }) => end === null);
  return all ? open.length === 0 : children.length === 0 || open.length < children.length;
}

function playing({
  link,
  goesOn,
}: {
  link: Pick<LinkSource, "waits" | "cancel">;
  goesOn: boolean;
}): World {
  const workflow = makeNode(link, goesOn);
  const source = workflow.source.links?.["part"];
  if (source === undefined) throw new Error("the package has its link");
  return { forest: new Forest(workflow), link: source, goesOn };
}

function take(
  world: World,
  { act, on, owner, to }: { act: string; on: number; owner: number; to: string },
): void {
  const { forest } = world;
  const ids = [...forest.trees.keys()];
  // Trees grow downwards more often than sideways.
  const isDeeper = act === "open" && on % 3 > 0;
  const parents = ids.filter((id) => forest.children(id).length > 0);
  const isUp = act === "void" || act === "withdraw" || act === "drop";
  if (isUp && parents.length > 0 && on % 4 > 0) ids.splice(0, ids.length, ...parents);
  const where = { begin: "planning", close: "working", file: "wrapping" }[act];
  const ready = ids.filter((id) => forest.get(id).matter.state === where);
  if (ready.length > 0 && on % 4 > 0) ids.splice(0, ids.length, ...ready);
  const over = ids.filter((id) => forest.get(id).matter.status !== "open");
  if (act === "reopen" && over.length > 0) ids.splice(0, ids.length, ...over);
  const tree = forest.get(ids[isDeeper ? ids.length - 1 : on % ids.length] ?? "m1");
  if (act.startsWith("carry")) {
    forest.carry(on, act === "carryTwice");
  } else if (["void", "withdraw", "reopen", "return"].includes(act)) {
    const back = act === "return" ? { to } : {};
    forest.send(tree.id, { type: "move", move: act, reason: "更正", ...back });
  } else {
    takeEvent(world, tree, { event: act, owner: `u${owner}` });
  }
}

/** What holds of each step of a person, whatever was carried so far. */
function takeEvent(
  { forest, link }: World,
  tree: Tree,
  ask: { event: string; owner: string },
): void {
  const { matter: before } = tree;
  const known = before.links["part"] ?? [];
  const wait = link.waits;
  const open = forest.above(tree.id).map(({ matter }) => asAncestor(matter));
  const taken = forest.send(tree.id, { type: "event", event: ask.event, form: {} }, ask.owner);
  if (wait === undefined || before.status !== "open") return;
  if (ask.event === "close" && before.state === "working") {
    expect(taken.ok).toBe(isWaitOver(known, wait.for === "all"));
    if (!taken.ok) expect(taken.refusal.code).toBe("case/waits-for-linked");
  }
  if (ask.event === "drop" && before.state === "working") expect(taken.ok).toBe(true);
  if (ask.event === "open" && before.state !== "wrapping") {
    const chain = [asAncestor(before), ...open].filter(({ status }) => status === "open");
    const circle = chain.some(({ owner }) => owner === ask.owner);
    expect(taken.ok).toBe(!circle && chain.length < 8);
  }
}

/** What holds once everything has been carried. */
function checkSettled({ forest, link, goesOn }: World): void {
  const ends = endsWith(link);
  for (const tree of forest.trees.values()) {
    const { matter } = tree;
    const children = forest.children(tree.id);
    const known = matter.links["part"] ?? [];
    // Both sides know each other, once.
    expect(known.map(({ id }) => id).toSorted()).toEqual(children.map(({ id }) => id).toSorted());
    expect(new Set(forest.above(tree.id)).has(tree)).toBe(false);
    for (const child of children) {
      const { status, end, endedWith } = child.matter;
      const told = known.find(({ id }) => id === child.id);
      // No child without its report.
      expect(told?.end).toBe(status === "open" ? null : (end ?? "abandoned"));
      const how = endOfParent(matter);
      if (how !== null && ends.includes(how) && status === "open") {
        expect(wasTakenUpByHand(child)).toBe(true);
      }
      if (matter.status === "open") expect(endedWith).toBeUndefined();
      if (endedWith !== undefined) expect(endedWith.parent).toBe(tree.id);
    }
    if (
      matter.status === "open" &&
      matter.state === "working" &&
      goesOn &&
      link.waits !== undefined
    ) {
      const over = known.length > 0 && isWaitOver(known, link.waits.for === "all");
      if (over) expect(cameBack(tree)).toBe(true);
    }
    expect(fold(tree.history)).toEqual(matter);
  }
}

/** The last change of its status was made by a person who took it up again. */
function wasTakenUpByHand({ history }: Tree): boolean {
  const changes = history.filter(
    ({ outcome }, i) => outcome.status !== (history[i - 1]?.outcome.status ?? "open"),
  );
  const { command } = changes.at(-1) ?? {};
  return command?.type === "move" && command.move === "reopen";
}

/** It stands in `working` because somebody sent it back or took it up again: then it waits for somebody to act. */
function cameBack({ history }: Tree): boolean {
  return history.some(({ command }) =>
    command.type === "parent" ? command.status === "open" : command.type === "move",
  );
}

test("whatever is done with trees of matters, in whichever order it is carried: waits, ends, reports and circles are as they are", () => {
  fc.assert(
    fc.property(worlds, acts, (setting, list) => {
      const world = playing(setting);
      for (const one of list) take(world, one);
      for (let i = 0; world.forest.carry(i * 7); i += 1) expect(i).toBeLessThan(2_000);
      checkSettled(world);
      const { workflow } = world.forest;
      for (const { history } of world.forest.trees.values()) {
        expect(replay(history, { workflow, calendar })).toMatchObject({ same: true });
      }
    }),
    { numRuns: RUNS },
  );
});

test("the generated trees really go deep, wait, end together and come back", () => {
  const seen = { depth: 0, endedWith: 0, cameBack: 0, wentOn: 0 };
  fc.assert(
    fc.property(worlds, acts, (setting, list) => {
      const world = playing(setting);
      for (const one of list) take(world, one);
      while (world.forest.carry(3));
      for (const tree of world.forest.trees.values()) {
        seen.depth = Math.max(seen.depth, world.forest.above(tree.id).length);
        const commands = tree.history.map(({ command }) => command);
        const words = commands.flatMap((one) => (one.type === "parent" ? [one.status] : []));
        seen.endedWith += words.filter((status) => status !== "open").length;
        seen.cameBack += words.filter((status) => status === "open").length;
        seen.wentOn += tree.history.filter(({ outcome }) =>
          outcome.arrived.includes("wrapping"),
        ).length;
      }
    }),
    { numRuns: RUNS, seed: 20261126 },
  );
  expect(seen.depth).toBeGreaterThanOrEqual(3);
  expect(seen.endedWith).toBeGreaterThan(20);
  expect(seen.cameBack).toBeGreaterThan(1);
  expect(seen.wentOn).toBeGreaterThan(3);
});
