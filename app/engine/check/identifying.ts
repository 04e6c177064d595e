import { own, type JsonObject } from "../json";
import type { Text } from "../text";

/** Fields by whose name or format a person can be found or reached. */
const FORMATS: readonly string[] = ["resident-id.number", "core.phone"];
const KEYS = /^(idNumber|idNo|residentId|passport|phone|mobile|telephone|address)$/i;
const TITLES =
  /身份证|公民身份号码|证件号|电话|手机|住址|家庭地址|\b(id (card|number|no)|phone|telephone|mobile|home address)\b/i;

/** True for a field that holds somebody's number, telephone or address. */
export function isIdentifying(name: string, schema: JsonObject): boolean {
  return KEYS.test(name) || FORMATS.includes(String(own(schema, "format")));
}

/** True where a heading announces such a thing, whatever stands beneath. */
export function identifyingTitle(title: Text): boolean {
  return Object.values(title).some((text) => TITLES.test(String(text)));
}
