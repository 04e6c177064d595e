import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import type { Case } from "../../app/engine/case";
import { fold } from "../../app/engine/fold";
import { activePaths } from "../../app/engine/machine/state-value";
import { replay } from "../../app/engine/replay";
import type { StepResult } from "../../app/engine/step";
import { DAY } from "../../app/engine/time/duration";
import type { Workflow } from "../../app/engine/workflow";
import { arbitrarySigning } from "./arbitrary-signing";
import { attempt, begin, crew, signingWorkflow, toCommand, type Attempt } from "./crew";
import { finish } from "./finish";
import { calendar, type Story } from "./make-workflow";
import { expectedResult } from "./oracle";
import { expectUndone } from "./undo";

/** A story after one more attempt, and as it was before. */
interface Tried {
  story: Story;
  before: Case;
  result: StepResult;
  one: Attempt;
}

/** Plays attempts over generated machines, and looks after each of them. */
function walk(runs: number, look: (tried: Tried) => void, end?: (story: Story) => void): void {
  const attempts = fc.array(attempt, { minLength: 10, maxLength: 45, size: "max" });
  fc.assert(
    fc.property(arbitrarySigning, attempts, (machine, all) => {
      const story = begin(signingWorkflow(machine));
      for (const one of all) {
        if (one.kind === "timer") story.now += DAY;
        const before = story.case;
        const { person, command } = toCommand(story, one);
        const result = story.send(person, command);
        if (!result.ok && result.refusal.code === "case/engine") {
          throw new Error(result.refusal.message.zh);
        }
        look({ story, before, result, one });
      }
      end?.(story);
    }),
    { numRuns: runs },
  );
}

/** Every vote that was accepted stands where it was given, once, until its state is entered anew; and it counts. */
function votesCount(runs: number): void {
  let cast = 0;
  walk(runs, ({ story, before, result }) => {
    for (const [path, decision] of Object.entries(story.case.decisions ?? {})) {
      const { signers, settled } = decision;
      const source = story.workflow.machine.states.get(path)?.meta?.decision;
      ok(source !== undefined);
      strictEqual(new Set(signers.map(({ slot }) => slot)).size, signers.length, "slots repeat");
      const known = before.decisions?.[path];
      const isSame = known?.entry === decision.entry;
      for (const earlier of isSame ? known.signers : []) {
        const now = signers.find(({ slot }) => slot === earlier.slot);
        if (earlier.vote !== null) deepStrictEqual(now?.vote, earlier.vote, "a vote was lost");
        if (earlier.dropped !== null) strictEqual(now?.vote, null, "who was taken off has voted");
      }
      const { command } = result.ok ? result.entry : { command: null };
      const given = signers.filter(({ vote }) => vote?.seq === story.case.seq);
      const isVote = result.ok && command?.type === "vote";
      const own = given.filter(({ vote }) => vote?.same === undefined);
      if (result.ok) ok(own.length <= (isVote ? 1 : 0), "a vote counts twice");
      const ids = signers.flatMap(({ vote }) => (vote === null || vote.same ? [] : [vote.user]));
      strictEqual(new Set(ids).size, ids.length, "somebody answered twice");
      const isOpen = decision.closed === undefined && story.case.status === "open";
      if (settled !== null) strictEqual(settled.result, expectedResult(source, decision));
      else if (isOpen) strictEqual("open", expectedResult(source, decision), "not settled");
      if (settled?.seq === story.case.seq) ok(story.case.entered[path]?.seq !== decision.entry);
    }
    if (result.ok && result.entry.command.type === "vote") {
      cast += 1;
      const { task } = result.entry.command;
      const asked = before.tasks.find(({ id }) => id === task);
      const signer = story.case.decisions?.[asked?.path ?? ""]?.signers.find(
        ({ slot }) => slot === asked?.slot,
      );
      strictEqual(signer?.vote?.seq, story.case.seq, "the vote is not there");
      strictEqual(asked?.waits, undefined, "out of turn");
      strictEqual(asked?.lent, undefined, "lent");
      ok(asked?.firm === undefined || asked.assignee === result.entry.by.user, "somebody else's");
    }
  });
  ok(cast > runs, "too few stories come to a vote to prove anything");
}

/** A matter goes on after a join only when every way has come to its end; a return leaves the others alone. */
function siblingsMeet(runs: number): void {
  walk(
    runs,
    ({ story, before, result }) => {
      if (!result.ok) return;
      const { command, outcome } = result.entry;
      const goesOn =
        command.type === "vote" || command.type === "event" || command.type === "timer";
      if (goesOn && before.comeBack === null && outcome.left.includes("together")) {
        const value = before.state as { together: Record<string, string> };
        const open = Object.values(value.together).filter((leaf) => !leaf.endsWith("end"));
        ok(open.length <= 1, `left ${open.join()} behind`);
      }
      const stays = !outcome.left.includes("together") && isTogether(before);
      if (command.type !== "move" || command.move !== "return" || !stays) return;
      const regionOf = (path: string): string => path.split(".").slice(0, 2).join(".");
      const moved = new Set(outcome.left.map(regionOf));
      const beside = (matter: Case) =>
        matter.tasks.filter(({ path }) => !moved.has(regionOf(path)));
      deepStrictEqual(beside(story.case), beside(before), "a sibling's tasks changed");
      for (const [path, decision] of Object.entries(before.decisions ?? {}))
        if (!moved.has(regionOf(path)))
          deepStrictEqual(story.case.decisions?.[path], decision, "a sibling's votes changed");
    },
    finish,
  );
}

function isTogether({ state }: Case): boolean {
  return typeof state === "object" && "together" in state;
}

/** Whatever was done, people who are willing bring the matter to its end. */
function endsInReach(runs: number): void {
  walk(runs, () => undefined, finish);
}

/** Every clock is an active state's or an open order's, and there is no other. */
function clocksAreRight(runs: number): void {
  walk(runs, ({ story }) => {
    const { timers, status, state, orders = [], paused } = story.case;
    const active = status === "open" ? activePaths(state) : [];
    const withDue = active.filter((path) => hasDue(story.workflow, path)).sort();
    const armed = timers.filter(({ kind }) => kind === "due").map(({ path }) => path);
    deepStrictEqual(armed.sort(), withDue);
    ok(timers.every(({ kind, path }) => kind !== "remind" || withDue.includes(path)));
    if (status !== "open" || paused !== null) return;
    const open = orders.filter(({ reply }) => reply === null).map(({ id }) => `qy.order:${id}`);
    const clocks = timers.filter(({ kind }) => kind === "order").map(({ id }) => id);
    ok(
      clocks.every((id) => open.includes(id)),
      "a clock of an order that was replied to",
    );
  });
}

function hasDue(workflow: Workflow, path: string): boolean {
  return workflow.machine.states.get(path)?.meta?.due !== undefined;
}

/** Each task is somebody's to take, to answer or to give back; and what is one person's is nobody else's. */
function tasksHaveOwners(runs: number): void {
  walk(runs, ({ story }) => {
    const { tasks, status, decisions = {} } = story.case;
    if (status !== "open") return strictEqual(tasks.length, 0);
    for (const task of tasks) {
      const holder = crew.find(({ id }) => id === task.assignee);
      if (task.firm !== undefined) ok(holder !== undefined, "held by nobody");
      const isPool = crew.some(({ assignments }) =>
        assignments.some(({ role }) => task.roles.includes(role)),
      );
      ok(task.firm !== undefined || isPool, `nobody for ${task.id}`);
    }
    for (const path of activePaths(story.case.state)) {
      if (story.workflow.machine.states.get(path)?.meta?.decision === undefined) continue;
      const mine = tasks.filter((task) => task.path === path);
      const open = decisions[path]?.signers.filter((one) => one.vote === null && !one.dropped);
      deepStrictEqual(
        mine.map(({ slot }) => slot),
        open?.map(({ slot }) => slot),
      );
      ok(
        mine.some(({ waits }) => waits !== "turn"),
        "nobody's turn",
      );
    }
  });
}

/** A matter is the fold of its history, and its inputs give the same again. */
function historyIsTrue(runs: number): void {
  walk(
    runs,
    ({ before, story, result }) => {
      if (!result.ok) strictEqual(story.case, before);
    },
    (story) => {
      deepStrictEqual(fold(story.history), story.case);
      const again = replay(story.history, { workflow: story.workflow, calendar });
      ok(again.same, JSON.stringify(again));
    },
  );
}

/** An operation and its inverse leave everybody the same offers. */
function inversesUndo(runs: number): void {
  // Everything that is offered to everybody is compared: each round costs as much as ten of the others.
  walk(Math.ceil(runs / 6), ({ story, one }) => expectUndone(story, one));
}

/** The properties by name; each throws where it does not hold. */
export const properties = {
  ...{ votesCount, siblingsMeet, endsInReach, clocksAreRight },
  ...{ tasksHaveOwners, historyIsTrue, inversesUndo },
};
