import type { Json } from "../json";
import type { Scope } from "../scope";
import type { Workflow } from "../workflow";
import type { TemplateContext } from "./template";

/** What templates of a package are filled from. */
export function templateContext(workflow: Workflow, scope: Scope, blank: string): TemplateContext {
  const matter = scope["case"] as { [k: string]: Json };
  return {
    scope,
    dataSchema: workflow.document.data,
    displays: workflow.registry.displays,
    roles: workflow.roles,
    blank,
    today: String(matter["today"] ?? ""),
  };
}
