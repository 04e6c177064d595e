import { isObject, own, type Json, type JsonObject } from "../json";
import { toHalfWidth } from "../text";
import { showNumber, type ParameterUnit } from "./parameter-words";

/**
 * A parameter's value as somebody typed it: full-width digits, thousands separators, several with 、 between them,
 * money in yuan. Undefined where it cannot be read; whether it is allowed is not looked at.
 */
export function readParameter(
  schema: JsonObject,
  text: string,
  unit: ParameterUnit,
): Json | undefined {
  const typed = toHalfWidth(text).trim();
  const type = own(schema, "type");
  if (type === "array") {
    const items = own(schema, "items");
    const inner: JsonObject = isObject(items) ? items : {};
    const parts = typed.split(/[、,;\s]+/).filter(Boolean);
    const values = parts.map((part) => readParameter(inner, part, unit));
    return values.some((value) => value === undefined) ? undefined : (values as Json[]);
  }
  if (typed === "") return undefined;
  if (type === "boolean") return typed === "true" ? true : typed === "false" ? false : undefined;
  if (type === "integer" || type === "number") return readNumber(typed, unit);
  return typed;
}

function readNumber(typed: string, unit: ParameterUnit): number | undefined {
  const plain = typed.replaceAll(",", "");
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(plain)) return undefined;
  return unit === "fen" ? Math.round(Number(plain) * 100) : Number(plain);
}

/** The value as it stands in the control that it is typed into: the counterpart of `readParameter`. */
export function writeParameter(value: Json, unit: ParameterUnit): string {
  if (Array.isArray(value)) return value.map((one) => writeParameter(one, unit)).join("、");
  return typeof value === "number" ? showNumber(value, unit).replaceAll(",", "") : String(value);
}
