import { isObject, own, type Json, type JsonObject } from "../json";
import type { Text } from "../text";
import { offsetUnitOf } from "../time/offset-unit";
import type { DeadlineUnit } from "../time/types";
import type { ParameterSource, WorkflowSource } from "../workflow-source";

/** What a parameter's number counts: money in fen, or the time of a deadline that it sets. */
export type ParameterUnit = DeadlineUnit | "fen" | null;

/** The unit of a parameter: as its schema says, else that of the deadlines which count by it. */
export function unitOf(workflow: WorkflowSource, name: string): ParameterUnit {
  const unit = own(own(workflow.parameters, name)?.schema ?? {}, "unit");
  if (typeof unit === "string" && Object.hasOwn(UNITS, unit)) return unit as ParameterUnit;
  const isNamed = (by: number | { parameter: string }): boolean =>
    typeof by === "object" && by.parameter === name;
  const counted = Object.values(workflow.deadlines ?? {}).flatMap((deadline) => [
    ...(isNamed(deadline.count) ? [deadline.unit] : []),
    ...((deadline.ladder ?? []).some(({ at }) => isNamed(at)) ? [offsetUnitOf(deadline)] : []),
  ]);
  const units = new Set(counted);
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}

const UNITS: Readonly<Record<DeadlineUnit | "fen", { zh: string; en: string }>> = {
  workday: { zh: "个工作日", en: "working day" },
  day: { zh: "天", en: "day" },
  hour: { zh: "小时", en: "hour" },
  month: { zh: "个月", en: "month" },
  fen: { zh: "元", en: "yuan" },
};

/** The word that stands behind a number of this unit; empty where there is none. */
export function unitWord(unit: ParameterUnit): Text {
  return unit === null ? { zh: "", en: "" } : UNITS[unit];
}

/** A parameter's name without the unit in brackets that some carry: its value says it. */
export function parameterName({ title }: Pick<ParameterSource, "title">): Text {
  const zh = title.zh.replace(/（(工作日|天|日|小时|月|个月|元)）$/u, "");
  return title.en === undefined ? { zh } : { zh, en: title.en.replace(/ \([a-z ]+\)$/, "") };
}

/** A parameter's value as people read it: 7 个工作日, 7、30、90 天, 1,000 元, 是, an option's label. */
export function sayValue(schema: JsonObject, value: Json, unit: ParameterUnit): Text {
  if (Array.isArray(value)) return sayList(schema, value, unit);
  const labels = own(schema, "labels");
  const label = isObject(labels) ? own(labels, String(value)) : undefined;
  if (isObject(label)) return label as unknown as Text;
  if (typeof value === "boolean") {
    return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  }
  return typeof value === "number"
    ? sayNumber(value, unit)
    : { zh: String(value), en: String(value) };
}

function sayList(schema: JsonObject, values: readonly Json[], unit: ParameterUnit): Text {
  const items = own(schema, "items");
  const inner: JsonObject = isObject(items) ? items : {};
  const said = values.map((one) => sayValue(inner, one, null));
  const word = unitWord(unit);
  return {
    zh: withUnit(said.map(({ zh }) => zh).join("、"), word.zh),
    en: withUnit(
      said.map(({ zh, en }) => en ?? zh).join(", "),
      word.en === "" ? "" : `${word.en}s`,
    ),
  };
}

function sayNumber(value: number, unit: ParameterUnit): Text {
  const shown = showNumber(value, unit);
  const { zh, en = "" } = unitWord(unit);
  const plural = unit === "fen" || value === 1 || en === "" ? en : `${en}s`;
  return { zh: withUnit(shown, zh), en: withUnit(shown, plural) };
}

/** A number as it is written, money in yuan. */
export function showNumber(value: number, unit: ParameterUnit): string {
  const [whole = "", rest] = String(unit === "fen" ? value / 100 : value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${unit === "fen" ? rest.padEnd(2, "0") : rest}`;
}

function withUnit(shown: string, word: string | undefined): string {
  return word === undefined || word === "" ? shown : `${shown} ${word}`;
}

/** What a parameter may be, in words: 1—7 个工作日. Undefined where its schema sets no bounds. */
export function sayRange({ schema }: ParameterSource, unit: ParameterUnit): Text | undefined {
  const items = own(schema, "items");
  if (isObject(items)) {
    const each = rangeOf(items, unit);
    const most = own(schema, "maxItems");
    if (typeof most !== "number") return each;
    return {
      zh: [`最多 ${most} 个`, ...(each ? [`每个 ${each.zh}`] : [])].join("，"),
      en: [`at most ${most}`, ...(each ? [`each ${each.en ?? each.zh}`] : [])].join(", "),
    };
  }
  return rangeOf(schema, unit);
}

function rangeOf(schema: JsonObject, unit: ParameterUnit): Text | undefined {
  const [low, high] = [own(schema, "minimum"), own(schema, "maximum")];
  const word = unitWord(unit);
  const en = unit === null || unit === "fen" ? (word.en ?? "") : `${word.en}s`;
  const show = (value: Json | undefined) =>
    typeof value === "number" ? showNumber(value, unit) : undefined;
  const [least, most] = [show(low), show(high)];
  if (least !== undefined && most !== undefined) {
    return { zh: withUnit(`${least}—${most}`, word.zh), en: withUnit(`${least}–${most}`, en) };
  }
  if (least !== undefined)
    return { zh: withUnit(`不少于 ${least}`, word.zh), en: withUnit(`at least ${least}`, en) };
  if (most !== undefined)
    return { zh: withUnit(`不超过 ${most}`, word.zh), en: withUnit(`at most ${most}`, en) };
  return undefined;
}
