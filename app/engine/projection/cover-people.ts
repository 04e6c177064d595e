import { allProperties } from "../form/conditional-schema";
import { isObject, own, type Json, type JsonObject } from "../json";
import type { PluginDisplay } from "../plugin/api";
import type { ColumnSource } from "../workflow-source";
import { maskNames } from "./mask-names";
import { WITHHELD } from "./register";
import { placeholdersOf, valuesAt, type TemplateContext } from "./template";
import { isGroup, itemSchemaOf } from "./visibility";

/**
 * Whom the lines of a book may not name in full: what its masked columns are made from, and every name that the matter
 * holds as personal data. Nobody where the book masks no column: it is about staff, or about places.
 */
export function peopleNamed(
  columns: readonly ColumnSource[],
  { scope, dataSchema }: Pick<TemplateContext, "scope" | "dataSchema">,
): Set<string> {
  const masked = columns.filter(({ mask }) => mask === true);
  if (masked.length === 0) return new Set();
  const paths = masked.flatMap(({ value }) => placeholdersOf(value).map(({ path }) => path));
  const data = scope["data"];
  return new Set(
    [...paths.flatMap((path) => valuesAt(scope, path)), ...personalNames(dataSchema, data ?? null)]
      .filter((value) => typeof value === "string")
      .map((name) => name.trim())
      .filter(isName),
  );
}

/** The names in a masked cell as it was written: of somebody whom the matter calls otherwise meanwhile. */
export function namesInCell(cell: string): string[] {
  return cell === WITHHELD ? [] : cell.split("、").filter(isName);
}

/** A text of a book with those names, and every telephone or identity number, covered as the book's names are. */
export function coverPeople(
  displays: ReadonlyMap<string, PluginDisplay>,
  text: string,
  names: ReadonlySet<string>,
): string {
  const numbers = displays.get("core.maskId");
  const cover = (number: string): string =>
    numbers?.show(number, "zh", { today: "" }) ?? "*".repeat(number.length);
  const known = [...names].sort((one, other) => other.length - one.length);
  const covered = known.reduce(
    (done, name) => done.replaceAll(name, () => maskNames(displays, name)),
    text,
  );
  return covered.replaceAll(PERSONAL_NUMBER, cover);
}

/** A single character would cover half the text. */
function isName(text: string): boolean {
  return Array.from(text).length > 1;
}

/** A resident identity number, or a mobile telephone's. */
const PERSONAL_NUMBER = /(?<!\d)(?:\d{17}[\dXx]|1\d{10})(?!\d)/g;
const NAME_KEY = /(?:^n|N)ame$|^reporter$/;

/** The values of the fields that a schema calls a name and keeps as personal data. */
function personalNames(schema: JsonObject, value: Json, key = ""): Json[] {
  const items = itemSchemaOf(schema);
  if (items !== undefined) {
    return Array.isArray(value) ? value.flatMap((item) => personalNames(items, item)) : [];
  }
  if (!isGroup(schema)) {
    return NAME_KEY.test(key) && isObject(own(schema, "privacy")) ? [value] : [];
  }
  if (!isObject(value)) return [];
  return Object.entries(allProperties(schema)).flatMap(([name, child]) => {
    const member = own(value, name);
    return member === undefined || !isObject(child) ? [] : personalNames(child, member, name);
  });
}
