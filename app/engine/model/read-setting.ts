import { own, type Json, type JsonObject } from "../json";
import { toHalfWidth } from "../text";

/**
 * A parameter's value as people write it, by its schema: `7、30、90`, `是`, `3`. Undefined where it is none of that
 * type. Whether it lies in its range is another question.
 */
export function readSetting(text: string, schema: JsonObject): Json | undefined {
  const written = toHalfWidth(text).trim();
  if (written === "") return undefined;
  const type = own(schema, "type");
  if (type === "array") {
    const items = own(schema, "items") as JsonObject | undefined;
    const parts = written.split(/[、,;\s]+/).filter((part) => part !== "");
    const values = parts.map((part) => readSetting(part, items ?? { type: "string" }));
    return values.some((value) => value === undefined) ? undefined : (values as Json[]);
  }
  if (type === "boolean") return YES_NO.get(written.toLowerCase());
  if (type === "string") return written;
  // Amounts are kept in fen and written in yuan.
  const isMoney = own(schema, "unit") === "fen";
  if (!/^-?\d{1,12}(\.\d{1,2})?$/.test(written)) return undefined;
  const value = isMoney ? Math.round(Number(written) * 100) : Number(written);
  return type === "integer" && !Number.isInteger(value) ? undefined : value;
}

/** The same value written out again. */
export function writeSetting(value: Json, schema: JsonObject): string {
  if (Array.isArray(value)) {
    const items = (own(schema, "items") as JsonObject | undefined) ?? {};
    return value.map((item) => writeSetting(item, items)).join("、");
  }
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number" && own(schema, "unit") === "fen") return String(value / 100);
  return String(value);
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ["是", true],
  ["有", true],
  ["yes", true],
  ["true", true],
  ["否", false],
  ["没有", false],
  ["no", false],
  ["false", false],
]);
