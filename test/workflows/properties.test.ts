import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { describe, test } from "vitest";
import type { Case } from "../../app/engine/case";
import { fold } from "../../app/engine/fold";
import { replay } from "../../app/engine/replay";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import {
  lookAtClocks,
  lookAtJoins,
  lookAtOwners,
  lookAtSiblings,
  lookAtVotes,
  type Tried,
} from "../support/algebra-looks";
import { attempt } from "../support/crew";
import type { Story } from "../support/make-workflow";
import {
  arbitraryWalk,
  attemptOn,
  passTime,
  shippedMachines,
  storyAt,
  taleFor,
  waysToEnd,
  type Walk,
} from "../support/shipped-walk";
import { tellOfUnowned } from "../support/tell-of-unowned";
import { expectUndone } from "../support/undo";

/**
 * Every machine that is shipped, wherever one of its stories has come: with everything allowed to everybody, whatever
 * anybody tries there, what the algebra promises holds. `QY_ROUNDS=200 npm test` looks longer.
 */
const rounds = Number(process.env["QY_ROUNDS"] ?? 3);
/** Few walks for each machine, so each machine has its own. */
const seed = fc.readConfigureGlobal().seed ?? Date.now();
const loaded = await loadWorkflows({ dir: process.cwd() });

describe("whatever anybody does with a matter of", () => {
  test.each(shippedMachines(loaded).map((one, index) => ({ ...one, seed: seed + index })))(
    "$id",
    ({ tales, seed }) => {
      const ways = new Map(tales.map(({ workflow }) => [workflow, waysToEnd(workflow)]));
      const walk = ({ tale: which, at, attempts }: Walk): void => {
        const tale = taleFor(tales, which);
        const story = tale && storyAt(tale, at, loaded);
        if (!tale || !story) return;
        const leads = ways.get(tale.workflow);
        for (const [i, one] of attempts.entries()) {
          passTime(story, one);
          const before: Case = story.case;
          const { person, command } = attemptOn(story, tale, one);
          const result = story.send(person, command);
          if (!result.ok) {
            ok(result.refusal.code !== "case/engine", result.refusal.message.zh);
            strictEqual(story.case, before);
          }
          look({ story, before, result, crew: tale.crew });
          const isOpen = story.case.status === "open";
          ok(
            !isOpen || leads?.(story.case),
            `no way to an end: ${JSON.stringify(story.case.state)}`,
          );
          if (i === 0) expectUndone(story, one, tale.crew.slice(0, 8));
        }
        historyHolds(story);
        tellOfUnowned(story);
      };
      fc.assert(fc.property(arbitraryWalk(attempt), walk), { numRuns: rounds, seed });
    },
    600_000,
  );
});

function look(tried: Tried): void {
  lookAtVotes(tried);
  lookAtSiblings(tried);
  lookAtJoins(tried);
  lookAtClocks(tried);
  lookAtOwners(tried);
}

function historyHolds(story: Story): void {
  const { workflow, calendar } = story;
  deepStrictEqual(fold(story.history), story.case);
  const again = replay(story.history, { workflow, calendar });
  ok(again.same, JSON.stringify(again));
}
