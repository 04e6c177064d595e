import { describe, expect, test } from "vitest";
import type { Scenario } from "../../app/engine/scenario/scenario";
import type { Workflow } from "../../app/engine/workflow";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import { playScenario } from "../../app/runtime/play-scenarios";
import { decideExample } from "./decide-example";

/** The machines of shipped packages, compiled. Throws with the refusal's sentence where one cannot be. */
export async function compileShipped(ids: readonly string[]): Promise<Map<string, Workflow>> {
  const loaded = await loadWorkflows({ dir: process.cwd(), ids });
  return new Map(
    ids.map((id) => {
      const found = loaded.find(id);
      if (!("machine" in found)) throw new Error(`${id}: ${found.message.zh}`);
      return [id, found];
    }),
  );
}

/** Every story of these machines passes, and every rule decides its examples, of which it has one each way. */
export async function holdStoriesAndExamples(ids: readonly string[]): Promise<void> {
  const loaded = await loadWorkflows({ dir: process.cwd(), ids });
  const workflows = await compileShipped(ids);
  describe.each(loaded.packages)("the stories of $id", { timeout: 60_000 }, ({ id, scenarios }) => {
    const stories = scenarios.map(({ scenario }) => ({
      name: (scenario as unknown as Scenario).title.zh,
      story: scenario,
    }));
    test.each(stories)("$name", ({ story }) => {
      const report = playScenario(loaded, id, story);
      const problems = report.steps.flatMap((step) =>
        step.problems.map((text) => `${step.index} ${step.title}: ${text}`),
      );
      expect(problems).toEqual([]);
    });
  });

  test.each([...workflows])(
    "every rule of %s decides its examples, one each way",
    (_id, workflow) => {
      const wrong: string[] = [];
      for (const rule of workflow.rules.values()) {
        const examples = rule.source.examples ?? [];
        examples.forEach(({ given, expect: wanted }, i) => {
          const is = decideExample(workflow, rule, given);
          if (is !== wanted) wrong.push(`${rule.name} ${i}: ${is}, expected ${wanted}`);
        });
        if (new Set(examples.map((one) => one.expect)).size < 2)
          wrong.push(`${rule.name}: one way`);
      }
      expect(wrong).toEqual([]);
    },
  );
}
