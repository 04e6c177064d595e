import { isObject, type Json } from "../../engine/json";

/** Everything a person typed, in order, where the form that had the questions is no longer there. */
export function typedTexts(answers: Json): string[] {
  if (Array.isArray(answers)) return answers.flatMap(typedTexts);
  if (isObject(answers)) return Object.values(answers).flatMap(typedTexts);
  return answers === null || typeof answers === "boolean" ? [] : [String(answers)];
}
