import type { UiSchema } from "@rjsf/utils";
import { fieldId } from "../../engine/form/field-name";
import type { Language } from "../../engine/text";
import { own, type JsonObject } from "../../engine/json";
import { allProperties } from "./prepare-ui";

const NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 一、二、三 … (1, 2, 3 …) for the questions that must be answered, in the order they are drawn, by the field's id. */
export function questionNumbers(
  schema: JsonObject,
  ui: UiSchema,
  language: Language,
): Map<string, string> {
  const required = own(schema, "required");
  const must = (key: string) => Array.isArray(required) && required.includes(key);
  const keys = Object.keys(allProperties(schema));
  const order: unknown = ui["ui:order"];
  const ordered = Array.isArray(order)
    ? [...order.filter((key) => keys.includes(String(key))).map(String), ...keys]
    : keys;
  const questions = [...new Set(ordered)].filter(must);
  const inWords = language === "zh" ? NUMBERS : [];
  return new Map(questions.map((key, index) => [fieldId([key]), inWords[index] ?? `${index + 1}`]));
}
