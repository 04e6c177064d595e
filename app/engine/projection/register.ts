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
          isWithheld(workflow, column.withheldWhen, context)
            ? WITHHELD
            : fillTemplate(column.value, context, "zh"),
        ]),
      ),
    }));
}

/** What stands in the book for a matter under protection. */
export const WITHHELD = "不公开";

/** Fails closed: a rule that cannot be decided withholds as well. */
function isWithheld(
  workflow: Workflow,
  ruleName: string | undefined,
  context: TemplateContext,
): boolean {
  if (ruleName === undefined) return false;
  const rule = workflow.rules.get(ruleName);
  const options = rule?.source.absent === undefined ? {} : { absent: rule.source.absent };
  return rule?.logic.evaluate(context.scope, options).truth !== false;
}
