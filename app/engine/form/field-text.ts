import type { Json } from "../json";
import type { FieldKind } from "./field-name";

/**
 * What a person typed, as the value it stands for; undefined for nothing. A number that cannot be read
 * stays the text it is: the schema then says what is wrong, and the text is not lost.
 */
export function readText(kind: FieldKind, typed: string): Json | undefined {
  const text = typed.replace(/\r\n?/g, "\n").trim();
  if (text === "") return undefined;
  if (kind === "integer" || kind === "number") return readNumber(kind, text) ?? text;
  if (kind === "money") return readFen(text) ?? text;
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** A value as it stands in its field. */
export function showValue(kind: FieldKind, value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (kind === "money" && typeof value === "number") return (value / 100).toFixed(2);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Chinese keyboards write full-width digits; they mean the same. */
function narrow(text: string): string {
  return text.normalize("NFKC").replace(/[\s,]/g, "");
}

function readNumber(kind: "integer" | "number", text: string): number | undefined {
  const plain = narrow(text);
  const pattern = kind === "integer" ? /^[+-]?\d{1,15}$/ : /^[+-]?\d{1,15}(\.\d{1,12})?$/;
  return pattern.test(plain) ? Number(plain) : undefined;
}

/** Yuan as people write them (`¥1,200`, `360.5元`) in fen. No more than two places after the point. */
function readFen(text: string): number | undefined {
  const plain = narrow(text)
    .replace(/^[¥￥]/, "")
    .replace(/元$/, "");
  const [, yuan, fen = ""] = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fen.padEnd(2, "0"));
}
