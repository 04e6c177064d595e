import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message, Plugin } from "../../app/engine/plugin/api";
import { createRegistry, registryFor } from "../../app/engine/plugin/registry";
import core from "../../plugins/core/index";

const guide = readFileSync("docs/writing-a-plugin.md", "utf8");

/** The fenced blocks of one language, in order. */
function blocks(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(
    ([, block = ""]) => block,
  );
}

const [complete = "", ...snippets] = blocks("ts");

/** What the snippets of the later sections take as given: they stand in the same file as the first. */
const imports = `import {
  isDay, type Calendar, type Operator, type PluginChannel, type PluginFact, type PluginFormat, type PluginJob,
} from "../../app/engine/plugin/api";\n`;

// Beside `plugins/`, as deep as a plugin is, so that the import of the guide resolves as it stands there.
mkdirSync(".cache", { recursive: true });
const folder = mkdtempSync(join(".cache", "guide-"));
const file = (name: string) => resolve(folder, name);

beforeAll(() => {
  writeFileSync(file("index.ts"), complete);
  writeFileSync(
    file("snippets.ts"),
    `${imports}${snippets.join("\n")}\nexport const all = { isLargeSum, startedOnMarketDay, stall, county, noticeBoard, weigh };\n`,
  );
  writeFileSync(file("widgets.tsx"), blocks("tsx").join("\n"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const load = async () =>
  ((await import(/* @vite-ignore */ file("index.ts"))) as { default: Plugin }).default;

const loadSnippets = async () =>
  ((await import(/* @vite-ignore */ file("snippets.ts"))) as { all: Snippets }).all;

interface Snippets {
  isLargeSum: NonNullable<Plugin["operators"]>[number];
  startedOnMarketDay: NonNullable<Plugin["facts"]>[number];
  stall: NonNullable<Plugin["formats"]>[number];
  county: NonNullable<Plugin["calendars"]>[number];
  noticeBoard: NonNullable<Plugin["channels"]>[number];
  weigh: NonNullable<Plugin["jobs"]>[number];
}

describe("the guide to plugins", () => {
  it("begins with a complete plugin, which loads beside core", async () => {
    const registry = createRegistry([core, await load()]);
    expect([...registryFor(registry, { "market-days": "1" }).plugins.keys()]).toEqual([
      "core",
      "market-days",
    ]);
    expect(registry.options.get("market-days")).toEqual({ announcer: "xiulan" });
  });

  it("says what that plugin does", async () => {
    const { operators, displays } = createRegistry([core, await load()]);
    const isMarketDay = operators.get("market-days.isMarketDay");
    expect(isMarketDay?.run("2026-11-23")).toBe(true);
    expect(isMarketDay?.run("2026-11-24")).toBe(false);
    expect(isMarketDay?.run("赶集日")).toBeUndefined();
    const day = displays.get("market-days.day");
    expect(day?.show("2026-11-23", "zh", { today: "2026-11-20" })).toBe("2026年11月23日（赶集）");
    expect(day?.show("2026-11-24", "en", { today: "2026-11-20" })).toBe("24 Nov 2026");
  });

  it("has an action that sends through a channel that is there", async () => {
    const registry = createRegistry([core, await load()]);
    const sent: Message[] = [];
    await registry.actions.get("market-days.announce")?.run({
      params: { text: "明天调解" },
      matter: { id: "991023-1", number: null, title: { zh: "纠纷" } },
      options: registry.options.get("market-days") ?? {},
      idempotencyKey: "991023-1:2:0",
      signal: new AbortController().signal,
      send: (message) => Promise.resolve(void sent.push(message)),
    });
    expect(sent).toMatchObject([{ to: { user: "xiulan" }, text: { zh: "请广播：明天调解" } }]);
    expect(sent.every(({ channel }) => registry.channels.has(channel))).toBe(true);
  });

  it("shows contributions of every other kind that load too", async () => {
    const { isLargeSum, startedOnMarketDay, stall, county, noticeBoard, weigh } =
      await loadSnippets();
    const plugin = await load();
    const registry = createRegistry([
      core,
      {
        ...plugin,
        operators: [...(plugin.operators ?? []), isLargeSum],
        facts: [startedOnMarketDay],
        formats: [stall],
        calendars: [county],
        channels: [noticeBoard],
        jobs: [weigh],
        widgets: ["stall"],
      },
    ]);
    expect(isLargeSum.run(5000, 3000)).toBe(true);
    expect(startedOnMarketDay.compute({ case: { startedAt: "2026-11-23" } })).toBe(true);
    expect(startedOnMarketDay.compute({})).toBeUndefined();
    expect(stall.normalize?.("东12")).toBe("东 12");
    expect(stall.test("中 12")).toBe(false);
    expect(registry.widgets.has("market-days.stall")).toBe(true);
  });

  it("uses names in its package that the plugin contributes", async () => {
    const [source = "{}"] = blocks("json");
    const { plugins, rules } = JSON.parse(source) as {
      plugins: Record<string, string>;
      rules: Record<string, { when: Record<string, unknown> }>;
    };
    const registry = registryFor(createRegistry([core, await load()]), plugins);
    const used = Object.values(rules).flatMap(({ when }) => Object.keys(when));
    expect(used).toEqual(["market-days.isMarketDay"]);
    expect(used.every((name) => registry.operators.has(name))).toBe(true);
  });

  it("stops a job when it is told to", async () => {
    const { weigh } = await loadSnippets();
    const running = weigh.run({
      params: { tickets: ["1"] },
      options: {},
      idempotencyKey: "991023-1:2:0",
      signal: AbortSignal.abort(),
      progress: () => undefined,
      solve: () => Promise.reject(new Error("not asked")),
      order: () => Promise.resolve(null),
    });
    await expect(running).rejects.toThrow("aborted");
  });

  it("shows code that the compiler accepts", () => {
    const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve("."));
    const names = ["index.ts", "snippets.ts"].map(file);
    const program = ts.createProgram(names, { ...options, types: [] });
    const faults = names
      .map((name) => program.getSourceFile(name))
      .flatMap((source) => [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ])
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(faults).toEqual([]);
  }, 60_000);
});
