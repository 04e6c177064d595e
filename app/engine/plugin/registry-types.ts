import type {
  Plugin,
  PluginAction,
  PluginChannel,
  PluginDisplay,
  PluginFact,
  PluginFormat,
  PluginJob,
} from "./api";
import type { Operator } from "../rules/types";
import type { JsonObject } from "../json";
import type { Calendar } from "../time/types";

/** Everything plugins contribute, by full name (`plugin.name`). Frozen; filtered for each package. */
export interface Registry {
  plugins: ReadonlyMap<string, Plugin>;
  operators: ReadonlyMap<string, Operator>;
  facts: ReadonlyMap<string, PluginFact>;
  actions: ReadonlyMap<string, PluginAction>;
  formats: ReadonlyMap<string, PluginFormat>;
  displays: ReadonlyMap<string, PluginDisplay>;
  calendars: ReadonlyMap<string, Calendar>;
  channels: ReadonlyMap<string, PluginChannel>;
  jobs: ReadonlyMap<string, PluginJob>;
  widgets: ReadonlySet<string>;
  /** Each plugin's checked options with defaults filled in, by plugin name; what its actions and jobs get. */
  options: ReadonlyMap<string, JsonObject>;
}
