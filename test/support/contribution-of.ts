import type { Operator, Plugin, PluginDisplay, PluginFormat } from "../../app/engine/plugin/api";

function named<Item extends { name: string }>(items: Item[] | undefined, name: string): Item {
  const found = items?.find((item) => item.name === name);
  if (found === undefined) throw new Error(`The plugin contributes no “${name}”.`);
  return found;
}

/** What a plugin's operator does. */
export function operatorOf(plugin: Plugin, name: string): Operator["run"] {
  return named(plugin.operators, name).run;
}

/** How a plugin's display shows a value, as if today were 2026-11-23. */
export function displayOf(plugin: Plugin, name: string) {
  const { show } = named(plugin.displays, name);
  return (value: Parameters<PluginDisplay["show"]>[0], language: "zh" | "en" = "zh") =>
    show(value, language, { today: "2026-11-23" });
}

/** A plugin's format. */
export function formatOf(plugin: Plugin, name: string): PluginFormat {
  return named(plugin.formats, name);
}
