import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plugin } from "../../app/engine/plugin/api";
import { createRegistry } from "../../app/engine/plugin/registry";

const modules = import.meta.glob<{ default: Plugin }>("../../plugins/*/index.ts", { eager: true });
const folders = readdirSync("plugins", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe("the plugins that are shipped", () => {
  const registry = createRegistry(Object.values(modules).map((module) => module.default));

  it("load together", () => {
    expect([...registry.plugins.keys()].sort()).toEqual(folders.sort());
  });

  it.each(folders)("%s is named after its folder and has a README", (folder) => {
    expect(modules[`../../plugins/${folder}/index.ts`]?.default.name).toBe(folder);
    expect(readdirSync(`plugins/${folder}`)).toContain("README.md");
  });

  it("say in both languages what does not fit", () => {
    for (const { message } of registry.formats.values()) {
      expect(message.en).toBeTruthy();
      expect(message.zh).not.toMatch(/[!！]/);
    }
  });
});
