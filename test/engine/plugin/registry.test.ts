import { describe, expect, it } from "vitest";
import type { Plugin } from "../../../app/engine/plugin/api";
import { checkWanted, createRegistry, registryFor } from "../../../app/engine/plugin/registry";
import { RefusalError } from "../../../app/engine/refusal";
import type { JsonObject } from "../../../app/engine/json";

function makePlugin(more: Partial<Plugin> = {}): Plugin {
  return { name: "market-days", version: "1.2.0", platform: "1", ...more };
}

const isMarketDay = {
  name: "isMarketDay",
  takes: ["string"],
  gives: "boolean",
  run: () => true,
} as const;

const announce = {
  name: "announce",
  title: { zh: "广播" },
  params: { type: "object", additionalProperties: false, properties: {} },
  run: () => Promise.resolve(),
};

const closed = (properties: JsonObject): JsonObject => ({
  type: "object",
  additionalProperties: false,
  properties,
});

/** The codes of all problems that loading reports, with the refusal that carries them. */
function problemsOf(load: () => unknown) {
  try {
    load();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const problems = error.refusal.params?.problems as { code: string }[];
    return { refusal: error.refusal, codes: problems.map(({ code }) => code) };
  }
  return { refusal: undefined, codes: [] };
}

const codesFor = (plugins: Plugin[], options?: Record<string, JsonObject>) =>
  problemsOf(() => createRegistry(plugins, options)).codes;

describe("a registry", () => {
  it("holds every contribution under plugin.name", () => {
    const registry = createRegistry([
      makePlugin({ operators: [isMarketDay], actions: [announce], widgets: ["calendar"] }),
    ]);
    expect([...registry.operators.keys()]).toEqual(["market-days.isMarketDay"]);
    expect(registry.actions.get("market-days.announce")).toBe(announce);
    expect(registry.widgets.has("market-days.calendar")).toBe(true);
    expect(registry.plugins.get("market-days")?.version).toBe("1.2.0");
    expect(registry.formats.size).toBe(0);
  });

  it("lets two plugins use the same local name", () => {
    const registry = createRegistry([
      makePlugin({ operators: [isMarketDay] }),
      makePlugin({ name: "fair-days", operators: [isMarketDay] }),
    ]);
    expect([...registry.operators.keys()]).toEqual([
      "market-days.isMarketDay",
      "fair-days.isMarketDay",
    ]);
  });

  it("gives each plugin its options with defaults, and leaves what was given alone", () => {
    const options = closed({ days: { type: "string", default: "3,8" }, loud: { type: "boolean" } });
    const given = { "market-days": { loud: true } };
    const registry = createRegistry([makePlugin({ options })], given);
    expect(registry.options.get("market-days")).toEqual({ days: "3,8", loud: true });
    expect(given).toEqual({ "market-days": { loud: true } });
  });

  it("cannot be changed", () => {
    const registry = createRegistry([makePlugin({ operators: [{ ...isMarketDay }] })]);
    const operators = registry.operators as Map<string, unknown>;
    expect(() => operators.set("market-days.isMarketDay", isMarketDay)).toThrow("read-only");
    expect(() => operators.clear()).toThrow("read-only");
    expect(() => (registry.widgets as Set<string>).add("x")).toThrow("read-only");
    expect(Object.isFrozen(registry)).toBe(true);
    expect(Object.isFrozen(registry.operators.get("market-days.isMarketDay"))).toBe(true);
    expect(Object.isFrozen(registry.options.get("market-days"))).toBe(true);
  });
});

describe("loading refuses", () => {
  it.each(["Market", "market_days", "1st", "market days", "", "qy", "xstate", "timer"])(
    "the plugin name %j",
    (name) => {
      expect(codesFor([makePlugin({ name })])).toEqual(["plugin/bad-name"]);
    },
  );

  it("a plugin that has no name at all", () => {
    const { name: _name, ...nameless } = makePlugin();
    expect(codesFor([nameless as Plugin])).toEqual(["plugin/bad-name"]);
  });

  it.each(["1", "1.0", "v1.0.0", ""])("the version %j", (version) => {
    expect(codesFor([makePlugin({ version })])).toEqual(["plugin/bad-version"]);
  });

  it.each(["2", "", ">=1", "11"])("a plugin for platform %j", (platform) => {
    expect(codesFor([makePlugin({ platform })])).toEqual(["plugin/wrong-platform"]);
  });

  it("no plugin that works with this major among others", () => {
    expect(codesFor([makePlugin({ platform: "1 2" })])).toEqual([]);
  });

  it("a plugin whose requirement is missing or outdated", () => {
    const needy = makePlugin({ name: "needy", requires: { "market-days": "2" } });
    expect(codesFor([needy])).toEqual(["plugin/missing-requirement"]);
    expect(codesFor([needy, makePlugin()])).toEqual(["plugin/outdated-requirement"]);
    expect(codesFor([needy, makePlugin({ version: "2.0.1" })])).toEqual([]);
  });

  it.each(["IsMarketDay", "is-market-day", "is.market", "1st", "__proto__", ""])(
    "the contributed name %j",
    (name) => {
      expect(codesFor([makePlugin({ operators: [{ ...isMarketDay, name }] })])).toEqual([
        "plugin/bad-contribution",
      ]);
    },
  );

  it("the same plugin twice, and two contributions of one name", () => {
    expect(codesFor([makePlugin(), makePlugin()])).toEqual(["plugin/collision"]);
    expect(codesFor([makePlugin({ operators: [isMarketDay, isMarketDay] })])).toEqual([
      "plugin/collision",
    ]);
    expect(codesFor([makePlugin({ widgets: ["days", "days"] })])).toEqual(["plugin/collision"]);
  });

  it("schemas that are open, wrong, or unknown to the validator", () => {
    const open = { type: "object", properties: {} };
    expect(codesFor([makePlugin({ options: open })])).toEqual(["plugin/bad-schema"]);
    const params = closed({ text: { type: "strng" } });
    expect(codesFor([makePlugin({ actions: [{ ...announce, params }] })])).toEqual([
      "plugin/bad-schema",
    ]);
    const typo = closed({ text: { type: "string", maxLenght: 3 } });
    expect(codesFor([makePlugin({ options: typo })])).toEqual(["plugin/bad-schema"]);
  });

  it("options that the plugin does not know, or of the wrong type", () => {
    const options = closed({ days: { type: "string" } });
    const wrong = { "market-days": { days: 3, noise: true } };
    expect(codesFor([makePlugin({ options })], wrong)).toEqual([
      "plugin/bad-options",
      "plugin/bad-options",
    ]);
    expect(codesFor([makePlugin()], { "market-days": { days: "3,8" } })).toEqual([
      "plugin/bad-options",
    ]);
  });

  it("options that the plugin must have and has not", () => {
    const options = { ...closed({ url: { type: "string" } }), required: ["url"] };
    expect(codesFor([makePlugin({ options })])).toEqual(["plugin/bad-options"]);
  });

  it("options for a plugin that is not installed", () => {
    expect(codesFor([], { "market-days": {} })).toEqual(["plugin/unknown-options"]);
  });

  it("everything at once, in the order of the checks, each with its remedy in both languages", () => {
    const { refusal, codes } = problemsOf(() =>
      createRegistry([
        makePlugin({ version: "one", operators: [isMarketDay, isMarketDay] }),
        makePlugin({ name: "Needy", requires: { absent: "1" } }),
      ]),
    );
    expect(codes).toEqual([
      "plugin/bad-name",
      "plugin/bad-version",
      "plugin/missing-requirement",
      "plugin/collision",
    ]);
    expect(refusal?.code).toBe("plugin/load-failed");
    expect(refusal?.message.zh.split("\n")).toHaveLength(5);
    expect(refusal?.message.zh).toContain("插件“Needy”要用插件“absent”（主版本 1），但没有装。");
    expect(refusal?.message.en).toContain("Plugin “Needy” needs plugin “absent” (major 1)");
  });
});

describe("a package's registry", () => {
  const core = makePlugin({ name: "core", widgets: ["sign"] });
  const registry = createRegistry([
    core,
    makePlugin({ operators: [isMarketDay] }),
    makePlugin({ name: "fair-days", operators: [isMarketDay] }),
  ]);

  it("holds the plugins that it lists, and core", () => {
    const narrow = registryFor(registry, { "fair-days": "1" });
    expect([...narrow.plugins.keys()]).toEqual(["core", "fair-days"]);
    expect([...narrow.operators.keys()]).toEqual(["fair-days.isMarketDay"]);
    expect([...narrow.widgets]).toEqual(["core.sign"]);
    expect([...narrow.options.keys()]).toEqual(["core", "fair-days"]);
  });

  it("does not hold what an inherited property would name", () => {
    const wanted = Object.create({ "fair-days": "1" }) as Record<string, string>;
    expect([...registryFor(registry, wanted).plugins.keys()]).toEqual(["core"]);
  });

  it("is refused where a plugin is missing or of another major, all at once", () => {
    const wanted = { "market-days": "2", absent: "1", core: "1" };
    const { refusal, codes } = problemsOf(() => registryFor(registry, wanted));
    expect(refusal?.code).toBe("plugin/missing-for-package");
    expect(codes).toEqual(["plugin/wrong-major", "plugin/not-installed"]);
    expect(checkWanted(registry, wanted).map(({ code }) => code)).toEqual(codes);
  });

  it("tells which version is installed where the major differs", () => {
    const [problem] = checkWanted(registry, { "market-days": "2" });
    expect(problem?.params).toEqual({ plugin: "market-days", major: "2", version: "1.2.0" });
  });
});
