import type { RegisterLine } from "../case";
import type { Workflow } from "../workflow";
import { fillTemplate, type TemplateContext } from "./template";

/** The register lines that an event writes. Books are kept in Chinese; masking happens when they are read. */
export function registerLines(
  workflow: Workflow,
  event: string,
  context: TemplateContext,
): RegisterLine[] {
  return Object.entries(workflow.source.registers ?? {})
    .filter(([, register]) => register.on.includes(event))
    .map(([name, register]) => ({
      register: name,
      cells: Object.fromEntries(
        Object.entries(register.columns).map(([key, column]) => [
          key,
          fillTemplate(column.value, context, "zh"),
        ]),
      ),
    }));
}
