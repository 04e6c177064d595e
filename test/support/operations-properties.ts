import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import type { Case } from "../../app/engine/case";
import { fold } from "../../app/engine/fold";
import { replay } from "../../app/engine/replay";
import { DAY } from "../../app/engine/time/duration";
import {
  lookAtClocks,
  lookAtJoins,
  lookAtOwners,
  lookAtSiblings,
  lookAtVotes,
  unownedPaths,
  type Tried,
} from "./algebra-looks";
import { arbitrarySigning } from "./arbitrary-signing";
import { attempt, begin, crew, signingWorkflow, toCommand, type Attempt } from "./crew";
import { finish } from "./finish";
import { calendar, type Story } from "./make-workflow";
import { tellOfUnowned } from "./tell-of-unowned";
import { expectUndone } from "./undo";

/** Plays attempts over generated machines, and looks after each of them. */
function walk(
  runs: number,
  look: (tried: Tried, one: Attempt) => void,
  end?: (story: Story) => void,
): void {
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
        look({ story, before, result, crew }, one);
      }
      end?.(story);
    }),
    { numRuns: runs },
  );
}

/** Every vote that was accepted stands where it was given, once, until its state is entered anew; and it counts. */
function votesCount(runs: number): void {
  let cast = 0;
  walk(runs, (tried) => {
    lookAtVotes(tried);
    if (tried.result.ok && tried.result.entry.command.type === "vote") cast += 1;
  });
  ok(cast > runs, "too few stories come to a vote to prove anything");
}

/** A matter goes on after a join only when every way has come to its end; a return leaves the others alone. */
function siblingsMeet(runs: number): void {
  walk(
    runs,
    (tried) => {
      lookAtSiblings(tried);
      lookAtJoins(tried);
    },
    finish,
  );
}

/** Whatever was done, people who are willing bring the matter to its end. */
function endsInReach(runs: number): void {
  walk(runs, () => undefined, finish);
}

/** Every clock is an active state's, an open order's or a task's that is nobody's, and there is no other. */
function clocksAreRight(runs: number): void {
  walk(runs, lookAtClocks);
}

/**
 * Each task is somebody's to take, to answer or to give back; and none is nobody's for longer than the package says
 * without its ladder telling of it and giving it to whom it names.
 */
function tasksHaveOwners(runs: number): void {
  let lain = 0;
  walk(runs, lookAtOwners, (story) => {
    lain += unownedPaths(story.workflow, story.case).length;
    tellOfUnowned(story);
  });
  ok(lain > runs / 10, "too few tasks lie unowned to prove anything");
}

/** A matter is the fold of its history, and its inputs give the same again. */
function historyIsTrue(runs: number): void {
  walk(
    runs,
    ({ before, story, result }) => {
      if (!result.ok) strictEqual(story.case, before);
    },
    historyHolds,
  );
}

/** The matter is the fold of its history, and replaying gives the same. */
export function historyHolds(story: Story): void {
  deepStrictEqual(fold(story.history), story.case satisfies Case);
  const again = replay(story.history, { workflow: story.workflow, calendar });
  ok(again.same, JSON.stringify(again));
}

/** An operation and its inverse leave everybody the same offers. */
function inversesUndo(runs: number): void {
  // Everything that is offered to everybody is compared: each round costs as much as ten of the others.
  walk(Math.ceil(runs / 6), ({ story }, one) => expectUndone(story, one, crew));
}

/** The properties by name; each throws where it does not hold. */
export const properties = {
  ...{ votesCount, siblingsMeet, endsInReach, clocksAreRight },
  ...{ tasksHaveOwners, historyIsTrue, inversesUndo },
};
