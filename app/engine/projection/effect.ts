import { isObject, type Json, type JsonObject } from "../json";
import type { Scope } from "../scope";
import type { Workflow } from "../workflow";
import { fillTemplate, type TemplateContext } from "./template";

/** An effect's parameters as they are handed out: templates filled, a job's rules evaluated. */
export function fillEffect(
  workflow: Workflow,
  effect: { action: string; params: JsonObject },
  scope: Scope,
  context: TemplateContext,
): JsonObject {
  if (effect.action.startsWith("job:")) {
    const job = workflow.jobs.get(effect.action.slice("job:".length));
    const params = [...(job ?? new Map()).entries()].flatMap(([name, logic]): [string, Json][] => {
      const { value } = logic.evaluate(scope);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(params);
  }
  return fill(effect.params, context, "zh") as JsonObject;
}

/** Strings are templates; under the key `en` they are filled in English. */
function fill(value: Json, context: TemplateContext, language: "zh" | "en"): Json {
  if (typeof value === "string") return fillTemplate(value, context, language);
  if (Array.isArray(value)) return value.map((item) => fill(item, context, language));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      fill(member, context, key === "en" ? "en" : language),
    ]),
  );
}
