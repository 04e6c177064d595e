import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** The neutral example tree: `workflows/tool-lending` and its schemas. */
export const EXAMPLE_TREE = join(import.meta.dirname, "../fixtures/tree");

/** The neutral example of public notices: `workflows/garden-plots` and its schemas. */
export const PLOTS_TREE = join(import.meta.dirname, "../fixtures/plots");

/** Files to write, by name: text as it is, anything else as JSON. */
export type TreeFiles = Readonly<Record<string, unknown>>;

/** Writes a folder of packages that is removed when the test ends; gives its path. */
export async function makeTree(files: TreeFiles): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "qy-tree-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await writeTree(dir, files);
  return dir;
}

/** A copy of the example tree with some files added or replaced. */
export async function makeExampleTree(files: TreeFiles = {}): Promise<string> {
  const dir = await makeTree({});
  await cp(EXAMPLE_TREE, dir, { recursive: true });
  await writeTree(dir, files);
  return dir;
}

/** Writes files into a folder, over those that are there. */
export async function writeTree(dir: string, files: TreeFiles): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  }
}
