import { isObject, type Json, type JsonObject } from "../json";
import type { Scope } from "../scope";
import type { Language } from "../text";
import type { Workflow } from "../workflow";
import { compileTemplate, type TemplateContext } from "./template";

type Filler = (context: TemplateContext) => Json;

/** Made ready once for each `params` of a definition, and gone with it. */
const fillers = new WeakMap<JsonObject, Filler>();

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
      const { value } = logic.judge(scope);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(params);
  }
  let fill = fillers.get(effect.params);
  if (fill === undefined) fillers.set(effect.params, (fill = compileParams(effect.params, "zh")));
  return fill(context) as JsonObject;
}

/** Strings are templates; under the key `en` they are filled in English. */
function compileParams(value: Json, language: Language): Filler {
  if (typeof value === "string") {
    const template = compileTemplate(value);
    return (context) => template(context, language);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => compileParams(item, language));
    return (context) => items.map((item) => item(context));
  }
  if (!isObject(value)) return () => value;
  const members = Object.entries(value).map(
    ([key, member]) => [key, compileParams(member, key === "en" ? "en" : language)] as const,
  );
  return (context) => Object.fromEntries(members.map(([key, member]) => [key, member(context)]));
}
