import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkPackages } from "../../app/runtime/check-packages";
import { loadPackages } from "../../app/runtime/load-packages";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import { playScenarios } from "../../app/runtime/play-scenarios";
import { loadPlugins } from "../../app/runtime/plugins";
import { EXAMPLE_TREE, makeExampleTree } from "../support/temp-tree";

const guide = readFileSync("docs/writing-a-workflow.md", "utf8");
const blocks = [...guide.matchAll(/^```json\n(.*?)^```/gms)].map(([, block = ""]) => block);
const whole = blocks.filter((block) => block.startsWith("{"));
const [variant = "", scenario = ""] = whole;

const folder = "workflows/tool-lending";
const withVariant = () =>
  makeExampleTree({
    [`${folder}/variants/riverside/variant.json`]: variant,
    [`${folder}/scenarios/riverside.json`]: scenario,
  });

async function failures(dir: string): Promise<string[]> {
  const played = playScenarios(await loadWorkflows({ dir }));
  expect(played.length).toBeGreaterThan(3);
  return played.flatMap(({ file, report }) =>
    report.steps.flatMap(({ problems }) => problems.map((text) => `${file}: ${text}`)),
  );
}

describe("the guide to workflows", () => {
  test("has an example whose own stories pass", async () => {
    expect(await failures(EXAMPLE_TREE)).toEqual([]);
  });

  test("shows a variant that checks, with nothing to put right", async () => {
    const loaded = await loadPackages({ dir: await withVariant() });
    const checked = checkPackages(loaded, loadPlugins());
    expect(checked.map(({ id }) => id)).toContain("tool-lending");
    expect(checked.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("shows a variant whose story passes", async () => {
    expect(await failures(await withVariant())).toEqual([]);
  });

  test("quotes the example as it is", () => {
    const example: { rules: object; vary: object } = JSON.parse(
      readFileSync(join(EXAMPLE_TREE, folder, "workflow.json"), "utf8"),
    );
    expect(guide).toContain(
      JSON.stringify(example.vary)
        .replaceAll(/([:,{])"/g, '$1 "')
        .replace(/}$/, " }"),
    );
    expect(Object.keys(example.rules)).toContain("withinLimit");
  });

  test("links to what is there", () => {
    const links = [...guide.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(join("docs", path)))).toEqual([]);
  });
});
