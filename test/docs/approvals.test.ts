import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DecisionSource } from "../../app/engine/decision/decision-source";
import { OPERATIONS } from "../../app/engine/operations/operation-source";
import { MOVE_TABLE, OPERATION_TABLE } from "../../app/engine/operations/table";
import type { Scenario, ScenarioStep } from "../../app/engine/scenario/scenario";
import type { StateSource } from "../../app/engine/workflow-source";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import { projectRoot } from "../../app/runtime/project-root";
import { APPROVAL_ROWS } from "../../scripts/approval-rows.mjs";
import { approvalsDoc } from "../../scripts/approvals-doc.mjs";
import { FAILURE_ROWS } from "../../scripts/failure-rows.mjs";

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const loaded = await loadWorkflows({ dir: projectRoot });
const told = loaded.packages.flatMap(({ scenarios }) =>
  scenarios.flatMap(({ scenario }) => (scenario as unknown as Scenario).steps),
);

test("docs/approvals.md says what the rows say", () => {
  expect(read("docs/approvals.md"), "run: npm run docs").toBe(
    approvalsDoc(APPROVAL_ROWS, FAILURE_ROWS),
  );
});

describe("is played in its story, step by step", () => {
  const rows = [
    ...APPROVAL_ROWS.map(({ zh, story, shows }) => ({ name: zh, story, shows })),
    ...FAILURE_ROWS.map(({ issue, story, shows }) => ({ name: issue, story, shows })),
  ];
  test.each(rows)("$name", ({ story, shows }) => {
    const { steps } = JSON.parse(read(`workflows/${story}`)) as Scenario;
    expect(shows.length).toBeGreaterThan(0);
    // In the order in which they are named: each after the one before.
    const rest = shows.reduce<ScenarioStep[] | null>((left, wanted) => {
      const at = left?.findIndex((step) => holds(step, wanted)) ?? -1;
      return at < 0 ? null : (left?.slice(at + 1) ?? null);
    }, steps);
    expect(rest, JSON.stringify(shows)).not.toBeNull();
  });
});

/** True where everything that is wanted stands there; lists are whole. */
function holds(is: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return is === wanted;
  if (Array.isArray(wanted)) return JSON.stringify(is) === JSON.stringify(wanted);
  if (typeof is !== "object" || is === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    holds((is as Record<string, unknown>)[key], value),
  );
}

test("is done on a page that is there", () => {
  const pages = new Set(APPROVAL_ROWS.map(({ page }) => page));
  for (const page of pages)
    expect(existsSync(join(projectRoot, `app/routes/${page}.tsx`)), page).toBe(true);
});

test("names every operation and every move, and each is done in a shipped story without being refused", () => {
  const words = APPROVAL_ROWS.map(({ here }) => here).join(" ");
  const done = (key: "operation" | "move"): Set<unknown> =>
    new Set(told.filter(({ expect: one }) => one?.refused === undefined).map((step) => step[key]));
  const [operations, moves] = [done("operation"), done("move")];
  const undone = OPERATIONS.filter((name) => !operations.has(name));
  expect(undone).toEqual([]);
  const others = Object.keys(MOVE_TABLE).filter(
    (name) => !moves.has(name) && !operations.has(name),
  );
  expect(others).toEqual([]);
  const all = [...Object.keys(OPERATION_TABLE), ...Object.keys(MOVE_TABLE)];
  expect(all.filter((name) => !words.includes(`\`${name}\``))).toEqual([]);
});

test("what a decision can be stands in a shipped package: every way of asking, passing and refusing", () => {
  const decisions = loaded.packages.flatMap(({ id }) => {
    const found = loaded.find(id);
    return "machine" in found ? decisionsIn(found.source.machine) : [];
  });
  const some = (is: (decision: DecisionSource) => boolean): boolean => decisions.some(is);
  const forms: Record<string, (decision: DecisionSource) => boolean> = {
    all: ({ pass }) => pass === "all",
    any: ({ pass }) => pass === "any",
    share: ({ pass }) => typeof pass === "object" && "share" in pass,
    weight: ({ pass }) => typeof pass === "object" && "weight" in pass,
    ...{ veto: ({ veto }) => veto !== undefined, quorum: ({ quorum }) => quorum !== undefined },
    ...{ turn: ({ way }) => way === "turn", parallel: ({ way }) => way === "parallel" },
    chosen: ({ asked }) => asked.some((one) => one.chosen !== undefined),
    ...{ paper: ({ paper }) => paper !== undefined, abstain: ({ abstain }) => abstain === true },
    ...{ ends: ({ rejection }) => rejection === "ends", once: ({ samePerson }) => !!samePerson },
    ...{
      approve: ({ timeout }) => timeout === "approve",
      reject: (one) => one.timeout === "reject",
    },
  };
  expect(Object.keys(forms).filter((name) => !some(forms[name] ?? (() => false)))).toEqual([]);
  const byClock = decisions.filter(
    ({ timeout, about }) => timeout === "approve" && about === "person",
  );
  expect(byClock).toEqual([]);
});

function decisionsIn({ states = {} }: StateSource): DecisionSource[] {
  return Object.values(states).flatMap((state) => [
    ...(state.meta?.decision === undefined ? [] : [state.meta.decision]),
    ...decisionsIn(state),
  ]);
}
