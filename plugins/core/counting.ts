import type { Json, Operator, PluginDisplay } from "../../app/engine/plugin/api";
import { asText } from "./as-text";

/** How many items a list has. */
export const countOf: Operator = {
  name: "count",
  takes: ["array"],
  gives: "number",
  run: (list) => (Array.isArray(list) ? list.length : undefined),
};

/** One text for equal values, whatever the order of their keys. */
function identity(value: Json): string {
  return JSON.stringify(value, (_key, member: Json) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** A list without its repeats, in the order of first appearance. */
export const distinct: Operator = {
  name: "distinct",
  takes: ["array"],
  gives: "array",
  run: (list) => {
    if (!Array.isArray(list)) return undefined;
    return [...new Map(list.map((item) => [identity(item), item])).values()];
  },
};

/** The length of a list, for papers: 当事人 3 人. */
export const count: PluginDisplay = {
  name: "count",
  show: (value) => (Array.isArray(value) ? String(value.length) : asText(value)),
};

/** 是 and 否. */
export const yesNo: PluginDisplay = {
  name: "yesNo",
  show: (value, language) => {
    if (typeof value !== "boolean") return asText(value);
    if (language === "en") return value ? "Yes" : "No";
    return value ? "是" : "否";
  },
};
