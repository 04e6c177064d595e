import { describe, expect, test } from "vitest";
import type { Case } from "../../app/engine/case";
import { exploreConfigurations } from "../../app/engine/check/configurations";
import { buildStateGraph } from "../../app/engine/check/state-graph";
import { applyEntry } from "../../app/engine/fold";
import { leavesOf } from "../../app/engine/machine/state-value";
import { offersFor } from "../../app/engine/offer";
import type { OperationsSource } from "../../app/engine/operations/operation-source";
import { operationsFor } from "../../app/engine/operations/operations-for";
import { runScenario } from "../../app/engine/scenario/run-scenario";
import type { Scenario } from "../../app/engine/scenario/scenario";
import { scenarioPeople } from "../../app/engine/scenario/scenario-people";
import { personOf } from "../../app/engine/scenario/scenario-person";
import { step } from "../../app/engine/step";
import { calendarOf, compileWorkflow, type Workflow } from "../../app/engine/workflow";
import { loadWorkflows } from "../../app/runtime/load-workflows";

/**
 * Every shipped package, wherever its stories come: with everything allowed to everybody, whatever is done with its
 * tasks leaves a way to a completed end, and what is undone leaves the same offers.
 */
const loaded = await loadWorkflows({ dir: process.cwd() });

function allowAll(workflow: Workflow): Workflow {
  const roles = Object.keys(workflow.roles);
  const open = { roles };
  const operations: OperationsSource = {
    ...{ claim: open, handOver: open, lend: open, consult: open, copy: open, comment: open },
    ...{ urge: open, supervise: open, addBefore: open, addBeside: open, drop: open },
  };
  const source = { ...workflow.source, operations };
  const { hash, registry } = workflow;
  const document = { ...workflow.document, workflow: source };
  return compileWorkflow(document, { hash, registry, roles: workflow.roles });
}

/** The states from which the machine's own graph leads to a completed end. */
function waysToEnd(workflow: Workflow): (matter: Case) => boolean {
  const ways = exploreConfigurations(buildStateGraph(workflow.source.machine));
  const good = new Set(
    ways.all.filter((one) => one.ended?.source.meta?.end === "completed").map(({ index }) => index),
  );
  for (let before = -1; before !== good.size;) {
    before = good.size;
    for (const { from, to } of ways.steps) if (good.has(to)) good.add(from);
  }
  const keyOf = (leaves: readonly string[]): string => [...leaves].sort().join();
  const known = new Set(
    ways.all
      .filter(({ index }) => good.has(index))
      .map(({ active }) =>
        keyOf(active.filter(({ children }) => children.length === 0).map(({ path }) => path)),
      ),
  );
  return ({ state }) => known.has(keyOf(leavesOf(state)));
}

/** Two stories of each package; all of them with `QY_ROUNDS`. */
const most = process.env["QY_ROUNDS"] === undefined ? 2 : Infinity;

const stories = loaded.packages.flatMap((one) =>
  one.scenarios
    .slice(0, most)
    .map(({ file, scenario }) => ({ file, id: one.id, source: scenario })),
);

describe("wherever a shipped story comes", () => {
  test.each(stories)("$file", ({ id, source }) => {
    const scenario = source as unknown as Scenario;
    const found = loaded.find(id, scenario.variant);
    if ("message" in found) throw new Error(found.message.zh);
    const workflow = allowAll(found);
    const calendar = calendarOf(workflow);
    const findWorkflow = (other: string) => {
      const one = loaded.find(other);
      return "message" in one ? undefined : one;
    };
    const { history } = runScenario(scenario, {
      workflow: found,
      calendar,
      findWorkflow,
      language: "zh",
    });
    const leads = waysToEnd(workflow);
    let matter: Case | null = null;
    for (const entry of history) {
      matter = applyEntry(matter, entry);
      if (matter.status !== "open") continue;
      expect(leads(matter), JSON.stringify(matter.state)).toBe(true);
      const where = { place: matter.place.code, owner: matter.owner.id };
      const people = scenarioPeople(scenario, where, entry.at);
      const persons = Object.keys(scenario.people).map((key) => personOf(scenario, key));
      const offersOf = (now: Case) =>
        persons.map((person) => ({
          events: offersFor({ workflow, matter: now, person, now: entry.at }),
          operations: operationsFor({ workflow, matter: now, person, people, now: entry.at }),
        }));
      const before = offersOf(matter);
      for (const person of persons) {
        const offers = operationsFor({ workflow, matter, person, people, now: entry.at });
        for (const { operation, task, targets } of offers) {
          const send = (from: Case, by: typeof person, rest: object) =>
            step({
              ...{ workflow, matter: from, user: by, now: entry.at, calendar, numbers: {}, people },
              command: {
                ...{ type: "operation", id: `try-${from.seq}`, expectedSeq: from.seq },
                ...{ occurredAt: entry.at, reason: "—", text: "—", until: "2099-01-01" },
                ...(task === undefined ? {} : { task }),
                ...rest,
              } as never,
            });
          const to = targets?.[0] === undefined ? [] : [targets[0].id];
          const done = send(matter, person, { operation, to });
          if (!done.ok) expect(done.refusal.code).not.toBe("case/engine");
          if (!done.ok) continue;
          expect(leads(done.next)).toBe(true);
          const helper = personOf(scenario, to[0] ?? "");
          const undone =
            operation === "claim"
              ? send(done.next, person, { operation: "release" })
              : operation === "lend"
                ? send(done.next, helper, { operation: "giveBack" })
                : operation === "consult"
                  ? send(done.next, helper, { operation: "reply", answers: `${done.next.seq}.1` })
                  : null;
          if (undone === null) continue;
          expect(undone.ok ? "ok" : undone.refusal.code, operation).toBe("ok");
          if (undone.ok) expect(offersOf(undone.next), operation).toEqual(before);
        }
      }
    }
  });
});
