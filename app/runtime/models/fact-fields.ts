import schema from "../../../schemas/common/village-facts.json";
import { own, type Json, type JsonObject } from "../../engine/json";
import type { FieldFault } from "../../engine/refusal";
import { toHalfWidth, type Text } from "../../engine/text";
import type { FactField } from "../api";

interface FactShape {
  type: string;
  label: { zh: string; en: string };
  hint?: { zh: string; en: string };
  minimum?: number;
  maximum?: number;
  enum?: string[];
  labels?: Record<string, Text>;
}

const SHAPES = Object.entries(schema.properties as Record<string, FactShape>);
const NOT_KNOWN: Text = { zh: "没有填", en: "not known" };
const YES_NO: readonly { value: string; label: Text }[] = [
  { value: "yes", label: { zh: "是", en: "Yes" } },
  { value: "no", label: { zh: "否", en: "No" } },
];

/** The facts of a village as the fields of a page. Pure. */
export function factFields(facts: JsonObject): FactField[] {
  return SHAPES.map(([key, shape]) => {
    const value = own(facts, key);
    const { minimum, maximum } = shape;
    const hasRange = minimum !== undefined && maximum !== undefined;
    return {
      ...{ key, label: shape.label, hint: shape.hint ?? null, options: optionsOf(shape) },
      value: written(value),
      shown: sayFact(shape, value),
      range: hasRange ? { zh: `${minimum}—${maximum}`, en: `${minimum}–${maximum}` } : null,
    };
  });
}

/**
 * Facts from what was written; an empty field leaves out what is not known. Every field that cannot be read is a
 * fault, pointed at by its key. Pure.
 */
export function readFacts(values: Readonly<Record<string, string>>): {
  facts: JsonObject;
  faults: FieldFault[];
} {
  const facts: JsonObject = {};
  const faults: FieldFault[] = [];
  for (const [key, shape] of SHAPES) {
    const typed = toHalfWidth(own(values, key) ?? "").trim();
    if (typed === "") continue;
    const value = readFact(typed, shape);
    if (value === undefined)
      faults.push({ pointer: key, code: "form/invalid", message: asked(shape) });
    else facts[key] = value;
  }
  return { facts, faults };
}

/** What differs between two sets of facts, each in one line: 出租房套数：320 改为 364. Pure. */
export function factChanges(before: JsonObject, after: JsonObject): Text[] {
  return SHAPES.flatMap(([key, shape]) => {
    const [was, is] = [own(before, key), own(after, key)];
    if (was === is) return [];
    const [from, to] = [sayFact(shape, was), sayFact(shape, is)];
    return [
      {
        zh: `${shape.label.zh}：${from.zh} 改为 ${to.zh}`,
        en: `${shape.label.en}: ${from.en ?? from.zh} to ${to.en ?? to.zh}`,
      },
    ];
  });
}

/** All that is known in one sentence: 户数 412，到派出所多少分钟 38. Pure. */
export function factsInWords(facts: JsonObject): string {
  return SHAPES.flatMap(([key, shape]) => {
    const value = own(facts, key);
    return value === undefined ? [] : [`${shape.label.zh} ${sayFact(shape, value).zh}`];
  }).join("，");
}

function optionsOf(shape: FactShape): FactField["options"] {
  if (shape.type === "boolean") return [...YES_NO];
  return (shape.enum ?? []).map((value) => ({
    value,
    label: shape.labels?.[value] ?? { zh: value },
  }));
}

function written(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

function sayFact(shape: FactShape, value: Json | undefined): Text {
  if (value === undefined) return NOT_KNOWN;
  const option = optionsOf(shape).find((one) => one.value === written(value));
  return option?.label ?? { zh: String(value), en: String(value) };
}

function readFact(typed: string, shape: FactShape): number | boolean | string | undefined {
  if (shape.type === "boolean") return typed === "yes" ? true : typed === "no" ? false : undefined;
  if (shape.enum) return shape.enum.find((choice) => choice === typed);
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = shape;
  const value = /^\d{1,9}$/.test(typed) ? Number(typed) : NaN;
  return value >= minimum && value <= maximum ? value : undefined;
}

function asked(shape: FactShape): Text {
  const { label, minimum = 0, maximum = 0 } = shape;
  if (shape.enum || shape.type === "boolean") {
    return { zh: `${label.zh}：选一项`, en: `${label.en}: choose one` };
  }
  return {
    zh: `${label.zh}：写 ${minimum} 到 ${maximum} 的整数`,
    en: `${label.en}: a whole number from ${minimum} to ${maximum}`,
  };
}
