import { refuse } from "../errors/index";
import { own, type JsonObject } from "../json";
import type { Refusal } from "../refusal";
import { PLATFORM_MAJOR, type Plugin } from "./api";
import { compileClosed, fillDefaults } from "./closed-schema";

/** Everything that is checked together: the plugins and the options given for them, by plugin name. */
export interface PluginSet {
  plugins: readonly Plugin[];
  options: Readonly<Record<string, JsonObject>>;
}

/** Options of a plugin that declares none. */
export const NO_OPTIONS: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {},
};

const PLUGIN_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LOCAL_NAME = /^[a-z][A-Za-z0-9]*$/;
const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const MAJORS = /^\d+( \d+)*$/;

/** First parts of names that the platform keeps for itself in machines, events and timers. */
const RESERVED_NAMES: ReadonlySet<string> = new Set([
  "qy",
  "xstate",
  "decided",
  "link",
  "parent",
  "tell",
  "timer",
  "job",
]);

/** What a plugin contributes, section by section, as local names. */
export function contributedNames(plugin: Plugin): { section: string; names: string[] }[] {
  const named = (items: readonly { name: string }[] = []) => items.map((item) => item.name);
  return [
    { section: "operators", names: named(plugin.operators) },
    { section: "facts", names: named(plugin.facts) },
    { section: "actions", names: named(plugin.actions) },
    { section: "formats", names: named(plugin.formats) },
    { section: "displays", names: named(plugin.displays) },
    { section: "calendars", names: named(plugin.calendars) },
    { section: "channels", names: named(plugin.channels) },
    { section: "jobs", names: named(plugin.jobs) },
    { section: "widgets", names: plugin.widgets ?? [] },
  ];
}

/** The major of a semantic version: `"1"` of `"1.4.0"`. */
export function majorOf(version: string): string {
  return version.split(".")[0] ?? version;
}

function checkName({ plugins }: PluginSet): Refusal[] {
  return (
    plugins
      // A plugin written in JavaScript may have no name at all.
      .filter(
        ({ name }) =>
          typeof name !== "string" || !PLUGIN_NAME.test(name) || RESERVED_NAMES.has(name),
      )
      .map(({ name }) => refuse("plugin/bad-name", { plugin: name }))
  );
}

function checkVersion({ plugins }: PluginSet): Refusal[] {
  return plugins
    .filter(({ version }) => !VERSION.test(version))
    .map(({ name, version }) => refuse("plugin/bad-version", { plugin: name, version }));
}

function checkPlatform({ plugins }: PluginSet): Refusal[] {
  return plugins
    .filter(
      ({ platform }) => !MAJORS.test(platform) || !platform.split(" ").includes(PLATFORM_MAJOR),
    )
    .map(({ name, platform }) =>
      refuse("plugin/wrong-platform", { plugin: name, platform, current: PLATFORM_MAJOR }),
    );
}

function checkRequirements({ plugins }: PluginSet): Refusal[] {
  return plugins.flatMap((plugin) =>
    Object.entries(plugin.requires ?? {}).flatMap(([required, major]) => {
      const found = plugins.find(({ name }) => name === required);
      const said = { plugin: plugin.name, required, major };
      if (found === undefined) return [refuse("plugin/missing-requirement", said)];
      if (majorOf(found.version) === major) return [];
      return [refuse("plugin/outdated-requirement", { ...said, version: found.version })];
    }),
  );
}

function checkContributedNames({ plugins }: PluginSet): Refusal[] {
  return plugins.flatMap((plugin) =>
    contributedNames(plugin).flatMap(({ section, names }) =>
      names
        .filter((name) => !LOCAL_NAME.test(name))
        .map((name) => refuse("plugin/bad-contribution", { plugin: plugin.name, section, name })),
    ),
  );
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** A plugin that is there twice is named once, not with everything that it contributes. */
function checkCollisions({ plugins }: PluginSet): Refusal[] {
  const twice = repeated(plugins.map(({ name }) => name));
  const within = plugins.flatMap((plugin) =>
    contributedNames(plugin).flatMap(({ section, names }) =>
      repeated(names).map((name) => ({ section, name: `${plugin.name}.${name}` })),
    ),
  );
  return [...twice.map((name) => ({ section: "plugins", name })), ...within].map((said) =>
    refuse("plugin/collision", said),
  );
}

function checkSchemas({ plugins }: PluginSet): Refusal[] {
  return plugins.flatMap((plugin) =>
    [
      { where: "options", schema: plugin.options ?? NO_OPTIONS },
      ...[...(plugin.actions ?? []), ...(plugin.jobs ?? [])].map(({ name, params }) => ({
        where: `${name}.params`,
        schema: params,
      })),
    ].flatMap(({ where, schema }) => {
      const compiled = compileClosed(schema);
      if (typeof compiled === "function") return [];
      return [refuse("plugin/bad-schema", { plugin: plugin.name, where, what: compiled.what })];
    }),
  );
}

function checkOptions({ plugins, options }: PluginSet): Refusal[] {
  const unknown = Object.keys(options).filter(
    (plugin) => !plugins.some(({ name }) => name === plugin),
  );
  const unfit = plugins.flatMap((plugin) => {
    const validate = compileClosed(plugin.options ?? NO_OPTIONS);
    if (typeof validate !== "function") return [];
    const filled = fillDefaults(validate, own(options, plugin.name) ?? {});
    if ("value" in filled) return [];
    return filled.faults.map((fault) =>
      refuse("plugin/bad-options", { plugin: plugin.name, ...fault }),
    );
  });
  return [...unknown.map((plugin) => refuse("plugin/unknown-options", { plugin })), ...unfit];
}

const CHECKS: readonly ((set: PluginSet) => Refusal[])[] = [
  checkName,
  checkVersion,
  checkPlatform,
  checkRequirements,
  checkContributedNames,
  checkCollisions,
  checkSchemas,
  checkOptions,
];

/** Everything that is wrong with a set of plugins and their options, in the order of the checks. */
export function checkPlugins(set: PluginSet): Refusal[] {
  return CHECKS.flatMap((check) => check(set));
}
