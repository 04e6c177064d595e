import { expect, test } from "vitest";
import { checkPackages } from "../../../app/runtime/check-packages";
import { loadPackages } from "../../../app/runtime/load-packages";
import { loadWorkflows } from "../../../app/runtime/load-workflows";
import { playScenarios } from "../../../app/runtime/play-scenarios";
import { loadPlugins } from "../../../app/runtime/plugins";
import type { Json } from "../../../app/engine/json";
import { changed } from "../../support/example-document";
import { PLOTS_TREE } from "../../support/temp-tree";

test("the garden plots check with nothing to put right, and tell their stories", async () => {
  const checked = checkPackages(await loadPackages({ dir: PLOTS_TREE }), loadPlugins());
  expect(checked.flatMap(({ problems }) => problems)).toEqual([]);
  const played = playScenarios(await loadWorkflows({ dir: PLOTS_TREE }));
  const failed = played.filter(({ report }) => !report.passed);
  expect(played).toHaveLength(4);
  expect(failed).toEqual([]);
});

/** What is found in a story of the plots that expects something else at pointers. */
async function findings(changes: Record<string, Json>): Promise<string[]> {
  const loaded = await loadPackages({ dir: PLOTS_TREE });
  const packages = loaded.packages.map((one) => ({
    ...one,
    scenarios: one.scenarios.map((story) =>
      story.file.endsWith("/held.json")
        ? { ...story, scenario: changed(story.scenario, changes) }
        : story,
    ),
  }));
  const checked = checkPackages({ ...loaded, packages }, loadPlugins());
  return checked.flatMap(({ problems }) => problems.map((one) => `${one.code} ${one.pointer}`));
}

test("a story that expects a notice or a column that does not exist is found", async () => {
  const at = "/steps/5/expect/notice";
  expect(await findings({ [at]: { lists: { status: "open" } } })).toEqual([
    `check/unknown-notice ${at}/lists`,
  ]);
  expect(await findings({ [`${at}/list/rows/0`]: { names: "杨德厚" } })).toEqual([
    `check/unknown-field ${at}/list/rows/0/names`,
  ]);
});
