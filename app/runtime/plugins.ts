import type { Plugin } from "../engine/plugin/api";
import { createRegistry } from "../engine/plugin/registry";
import type { Registry } from "../engine/plugin/registry-types";

/** Every folder of `plugins/` with an `index.ts`; found when the server is built, so that none is forgotten. */
const found = import.meta.glob<Plugin>("/plugins/*/index.ts", {
  eager: true,
  import: "default",
});

/** The plugins of this installation, checked together. Throws `plugin/load-failed`. */
export function loadPlugins(): Registry {
  return createRegistry(Object.values(found));
}
