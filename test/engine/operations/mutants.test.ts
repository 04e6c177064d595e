import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { MUTANTS, type Mutant } from "../../support/mutants";
import type { properties } from "../../support/operations-properties";

/**
 * What the properties are worth: each mutant is one line of the algebra gone wrong, put in place of its module, and
 * the property that is named must fail on it.
 */
const root = resolve("app/engine");
mkdirSync(".cache", { recursive: true });
const folder = resolve(mkdtempSync(".cache/mutants-"));
afterAll(() => rmSync(folder, { recursive: true }));

afterEach(() => {
  vi.doUnmock(mocked);
  vi.resetModules();
});
let mocked = "";

/** The mutated module beside nothing of ours: its imports lead to the real modules. */
function write({ file, find, replace }: Mutant, index: number): string {
  const source = readFileSync(join(root, file), "utf8");
  expect(source.split(find), "the line is not there once: mend the mutant").toHaveLength(2);
  const changed = source
    .replace(find, () => replace)
    .replace(
      /from "(\.[^"]+)"/g,
      (_, path: string) => `from "${resolve(root, dirname(file), path)}"`,
    );
  const path = join(folder, `mutant-${index}.ts`);
  writeFileSync(path, changed);
  return path;
}

// Which case shows it does not matter here: nothing is made smaller.
const before = fc.readConfigureGlobal();
beforeAll(() => fc.configureGlobal({ ...before, endOnFailure: true }));
afterAll(() => fc.configureGlobal(before));

async function load(mutant: Mutant, index: number): Promise<typeof properties> {
  const path = write(mutant, index);
  mocked = join(root, mutant.file);
  vi.resetModules();
  vi.doMock(mocked, () => import(/* @vite-ignore */ path));
  const loaded = (await import("../../support/operations-properties")) as {
    properties: typeof properties;
  };
  return loaded.properties;
}

test("a module put in place unchanged is no mutant", async () => {
  const [first] = MUTANTS;
  if (first === undefined) throw new Error("there are mutants");
  const loaded = await load({ ...first, replace: first.find }, MUTANTS.length);
  loaded[first.property](20);
}, 60_000);

describe("a mutant is found", () => {
  test.each(MUTANTS.map((mutant, index) => ({ ...mutant, index })))(
    "$name: $property",
    async (mutant) => {
      const loaded = await load(mutant, mutant.index);
      expect(() => loaded[mutant.property](300)).toThrow();
    },
    120_000,
  );
});
