import { refuse } from "../errors/index";
import { deepFreeze, own, type JsonObject } from "../json";
import { RefusalError, type Refusal } from "../refusal";
import type { Plugin } from "./api";
import { checkPlugins, majorOf, NO_OPTIONS } from "./check-plugins";
import { compileClosed, fillDefaults } from "./closed-schema";
import type { Registry } from "./registry-types";

/** Comes with every package: it notifies people and writes dates and money, which no workflow does without. */
const ALWAYS = "core";

function readOnly(): never {
  throw new TypeError("The registry is read-only: plugins are loaded once, at the start.");
}

/** A map that nobody can add to by mistake; `Object.freeze` alone leaves a map's entries open. */
function frozenMap<Value>(entries: Iterable<[string, Value]>): ReadonlyMap<string, Value> {
  const map = new Map(entries);
  return Object.freeze(Object.assign(map, { set: readOnly, delete: readOnly, clear: readOnly }));
}

function frozenSet(names: Iterable<string>): ReadonlySet<string> {
  const set = new Set(names);
  return Object.freeze(Object.assign(set, { add: readOnly, delete: readOnly, clear: readOnly }));
}

function collect<Item extends { name: string }>(
  plugins: readonly Plugin[],
  pick: (plugin: Plugin) => readonly Item[] | undefined,
): ReadonlyMap<string, Item> {
  return frozenMap(
    plugins.flatMap((plugin) =>
      (pick(plugin) ?? []).map((item): [string, Item] => [`${plugin.name}.${item.name}`, item]),
    ),
  );
}

function assemble(plugins: readonly Plugin[], options: Iterable<[string, JsonObject]>): Registry {
  return Object.freeze({
    plugins: frozenMap(plugins.map((plugin): [string, Plugin] => [plugin.name, plugin])),
    operators: collect(plugins, (plugin) => plugin.operators),
    facts: collect(plugins, (plugin) => plugin.facts),
    actions: collect(plugins, (plugin) => plugin.actions),
    formats: collect(plugins, (plugin) => plugin.formats),
    displays: collect(plugins, (plugin) => plugin.displays),
    calendars: collect(plugins, (plugin) => plugin.calendars),
    channels: collect(plugins, (plugin) => plugin.channels),
    jobs: collect(plugins, (plugin) => plugin.jobs),
    widgets: frozenSet(
      plugins.flatMap((plugin) => (plugin.widgets ?? []).map((name) => `${plugin.name}.${name}`)),
    ),
    options: frozenMap(options),
  });
}

/** All problems in one refusal: its message lists each with its remedy, `params.problems` their codes. */
function allProblems(
  code: "plugin/load-failed" | "plugin/missing-for-package",
  problems: readonly Refusal[],
): RefusalError {
  const base = refuse(code, {
    count: problems.length,
    problems: problems.map(({ code, params = {} }) => ({ code, params })),
  });
  const lines = (language: "zh" | "en") =>
    [base.message, ...problems.map(({ message }) => message)]
      .map((message) => message[language] ?? message.zh)
      .join("\n- ");
  return new RefusalError({ ...base, message: { zh: lines("zh"), en: lines("en") } });
}

function optionsOf(plugin: Plugin, given: JsonObject): JsonObject {
  const validate = compileClosed(plugin.options ?? NO_OPTIONS);
  const filled = typeof validate === "function" ? fillDefaults(validate, given) : undefined;
  if (filled === undefined || "faults" in filled) {
    throw new TypeError(`Options of “${plugin.name}” were not checked first.`);
  }
  return deepFreeze(filled.value);
}

/**
 * Everything that the plugins contribute, by full name, read-only. Throws one `RefusalError` of code
 * `plugin/load-failed` that names every problem (missing, colliding, outdated, ill-formed) and its remedy.
 */
export function createRegistry(
  plugins: readonly Plugin[],
  options: Readonly<Record<string, JsonObject>> = {},
): Registry {
  const problems = checkPlugins({ plugins, options });
  if (problems.length > 0) throw allProblems("plugin/load-failed", problems);
  return assemble(
    plugins.map(deepFreeze),
    plugins.map((plugin) => [plugin.name, optionsOf(plugin, own(options, plugin.name) ?? {})]),
  );
}

/** Which plugins of a package's list are not installed, or not in that major. */
export function checkWanted(
  registry: Registry,
  wanted: Readonly<Record<string, string>>,
): Refusal[] {
  return Object.entries(wanted).flatMap(([plugin, major]) => {
    const found = registry.plugins.get(plugin);
    if (found === undefined) return [refuse("plugin/not-installed", { plugin, major })];
    if (majorOf(found.version) === major) return [];
    return [refuse("plugin/wrong-major", { plugin, major, version: found.version })];
  });
}

/**
 * What one package may use: the plugins it lists, and `core`. Throws the problems of `checkWanted` as one
 * `RefusalError` of code `plugin/missing-for-package`.
 */
export function registryFor(
  registry: Registry,
  wanted: Readonly<Record<string, string>>,
): Registry {
  const problems = checkWanted(registry, wanted);
  if (problems.length > 0) throw allProblems("plugin/missing-for-package", problems);
  const isWanted = (name: string) => name === ALWAYS || own(wanted, name) !== undefined;
  return assemble(
    [...registry.plugins.values()].filter(({ name }) => isWanted(name)),
    [...registry.options].filter(([name]) => isWanted(name)),
  );
}
