import { expect, test } from "vitest";
import { checkPackages } from "../../../app/runtime/check-packages";
import { loadPackages } from "../../../app/runtime/load-packages";
import { loadWorkflows } from "../../../app/runtime/load-workflows";
import { playScenarios } from "../../../app/runtime/play-scenarios";
import { loadPlugins } from "../../../app/runtime/plugins";
import { PLOTS_TREE } from "../../support/temp-tree";

test("the garden plots check with nothing to put right, and tell their stories", async () => {
  const checked = checkPackages(await loadPackages({ dir: PLOTS_TREE }), loadPlugins());
  expect(checked.flatMap(({ problems }) => problems)).toEqual([]);
  const played = playScenarios(await loadWorkflows({ dir: PLOTS_TREE }));
  const failed = played.filter(({ report }) => !report.passed);
  expect(played).toHaveLength(4);
  expect(failed).toEqual([]);
});
