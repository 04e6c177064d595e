import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { say, type Text } from "../../app/engine/text";
import type { Workflow } from "../../app/engine/workflow";
import type { EventMeta } from "../../app/engine/workflow-source";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import { playScenario } from "../../app/runtime/play-scenarios";
import { decideExample } from "./decide-example";

/** Declares the tests that every shipped machine passes, and gives the compiled machine for those of its own. */
export async function proveWorkflow(id: string): Promise<Workflow> {
  const loaded = await loadWorkflows({ dir: process.cwd(), ids: [id] });
  const workflow = loaded.find(id);
  if (!("machine" in workflow)) throw new Error(workflow.message.zh);
  const stories = loaded.packages.flatMap((one) => one.scenarios.map(({ scenario }) => scenario));

  describe(`the stories of ${id}`, { timeout: 60_000 }, () => {
    test.each(
      stories.map((story) => ({ name: say(story["title"] as Text & JsonObject, "zh"), story })),
    )("$name", ({ story }) => {
      const report = playScenario(loaded, id, story);
      const problems = report.steps.flatMap((step) =>
        step.problems.map((text) => `${step.index} ${step.title}: ${text}`),
      );
      expect(problems).toEqual([]);
    });
  });

  test(`every rule of ${id} decides its examples as they say, and has one each way`, () => {
    const wrong: string[] = [];
    for (const rule of workflow.rules.values()) {
      const examples = rule.source.examples ?? [];
      expect([rule.name, new Set(examples.map((one) => one.expect)).size]).not.toEqual([
        rule.name,
        1,
      ]);
      examples.forEach(({ given, expect: wanted }, i) => {
        const is = decideExample(workflow, rule, given);
        if (is !== wanted) wrong.push(`${rule.name} ${i}: ${is}, expected ${wanted}`);
      });
    }
    expect(wrong).toEqual([]);
  });

  test(`an auxiliary alone decides nothing in ${id}`, () => {
    for (const [event, meta] of eventsOf(workflow))
      if (meta.act === "decide") expect([event, meta.roles]).not.toEqual([event, ["auxiliary"]]);
  });
  return workflow;
}

/** Every event with each of its descriptions, the first step included. */
export function eventsOf(workflow: Workflow): [string, EventMeta][] {
  const inStates = [...workflow.machine.states.values()].flatMap((state) =>
    Object.entries(state.meta?.events ?? {}),
  );
  return [["start", workflow.source.start], ...inStates];
}
