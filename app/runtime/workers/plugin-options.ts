import type { JsonObject } from "../../engine/json";
import type { Workflow } from "../../engine/workflow";

/** The options of the plugin that brings an action or a job, by its full name. */
export function pluginOptions(workflow: Workflow, fullName: string): JsonObject {
  const [plugin = ""] = fullName.split(".");
  return workflow.registry.options.get(plugin) ?? {};
}
