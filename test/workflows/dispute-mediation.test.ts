import { describe, expect, test } from "vitest";
import type { Candidates, StateSource } from "../../app/engine/workflow-source";
import { toCandidates } from "../../app/engine/machine/state-index";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import { playScenario } from "../../app/runtime/play-scenarios";
import { decideExample } from "../support/decide-example";

const PACKAGE = "dispute-mediation";
const loaded = await loadWorkflows({ dir: process.cwd(), ids: [PACKAGE] });
const compiled = loaded.find(PACKAGE);
if (!("machine" in compiled)) throw new Error(compiled.message.zh);
const workflow = compiled;

const scenarios = loaded.packages.flatMap((one) => one.scenarios);

describe("the stories of dispute mediation", { timeout: 60_000 }, () => {
  test.each(scenarios)("$scenario.title.zh", ({ scenario }) => {
    const report = playScenario(loaded, PACKAGE, scenario);
    const problems = report.steps.flatMap((step) =>
      step.problems.map((text) => `${step.index} ${step.title}: ${text}`),
    );
    expect(problems).toEqual([]);
  });
});

test("every rule decides its examples as they say, and has one each way", () => {
  const wrong: string[] = [];
  for (const rule of workflow.rules.values()) {
    const examples = rule.source.examples ?? [];
    expect(examples.length).toBeGreaterThanOrEqual(2);
    examples.forEach(({ given, expect: wanted }, i) => {
      const is = decideExample(workflow, rule, given);
      if (is !== wanted) wrong.push(`${rule.name} ${i}: ${is}, expected ${wanted}`);
    });
    expect(new Set(examples.map((one) => one.expect)).size).toBeGreaterThanOrEqual(2);
  }
  expect(wrong).toEqual([]);
});

/** All states by name; a name is unique in a machine, and ids are the names of their states. */
const states = new Map<string, { source: StateSource; parent: string | null }>();
function note(children: Record<string, StateSource>, parent: string | null): void {
  for (const [name, source] of Object.entries(children)) {
    states.set(name, { source, parent });
    note(source.states ?? {}, name);
  }
}
note(workflow.source.machine.states ?? {}, null);

const targetsOf = (candidates: Candidates | undefined): string[] =>
  toCandidates(candidates).flatMap((one) =>
    one.target === undefined ? [] : [one.target.replace("#", "")],
  );

/** Where one can get from a state if every guard lets through; moves are not counted. */
function reachableFrom(start: string): Set<string> {
  const found = new Set<string>();
  const open = [start];
  while (open.length > 0) {
    const name = open.pop() ?? "";
    const state = states.get(name);
    if (state === undefined || found.has(name)) continue;
    found.add(name);
    const { source } = state;
    const ways = [
      ...Object.values(source.on ?? {}),
      ...Object.values(source.after ?? {}),
      ...(source.always === undefined ? [] : [source.always]),
      ...(source.onDone === undefined ? [] : [source.onDone]),
    ];
    open.push(...Object.keys(source.states ?? {}), ...ways.flatMap(targetsOf));
  }
  return found;
}

test("under protection, no way leads to an agreement", () => {
  expect([...reachableFrom("protectedByOfficer")].sort()).toEqual([
    "awaitingOfficer",
    "officerActing",
    "protectedByOfficer",
    "protectedClosed",
  ]);
});

test("nobody but an officer, or the chief where none is on duty, can act under protection, and it cannot be moved away", () => {
  for (const name of ["protectedByOfficer", "awaitingOfficer", "officerActing"]) {
    const events = Object.entries(states.get(name)?.source.meta?.events ?? {});
    for (const [event, meta] of events.filter(([event]) => event !== "askConsent"))
      expect([event, meta.roles.filter((role) => role !== "stationChief")]).toEqual([
        event,
        ["officer"],
      ]);
  }
  const { moves = {} } = workflow.source;
  for (const move of [moves.return, moves.withdraw, moves.void, moves.pause])
    expect(move?.except).toContain("protectedByOfficer");
});

test("an auxiliary alone decides nothing", () => {
  for (const { source } of states.values())
    for (const event of Object.values(source.meta?.events ?? {}))
      if (event.act === "decide") expect(event.roles).not.toContain("auxiliary");
});
