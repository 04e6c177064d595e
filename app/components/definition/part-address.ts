import type { ScopeChoice } from "../../runtime/api";

interface At extends Pick<ScopeChoice, "county" | "model"> {
  package: { id: string };
}

/** The address of a package's definition, for the same villages. */
export function definitionAddress(at: At): string {
  return `/rules/${at.package.id}/definition?${scopeOf(at)}`;
}

/** The address of a part's text; `also` are parts that are opened beside it. */
export function partAddress(at: At, part: string, also: readonly string[] = []): string {
  const path = part.split("/").map(encodeURIComponent).join("/");
  const beside = also.map((one) => `&also=${encodeURIComponent(one)}`).join("");
  return `/rules/${at.package.id}/definition${path}?${scopeOf(at)}${beside}`;
}

/** The address of the page that edits a rule as a sentence; undefined for any other part. */
export function ruleAddress(at: At, part: string): string | undefined {
  const [, top, area, name, ...more] = part.split("/");
  const isRule = top === "workflow" && area === "rules" && name !== undefined && more.length === 0;
  if (!isRule) return undefined;
  return `/rules/${at.package.id}/rules/${encodeURIComponent(name)}?${scopeOf(at)}`;
}

function scopeOf({ county, model }: At): string {
  const chosen = { unit: county.id, ...(model === null ? {} : { model }) };
  return new URLSearchParams(chosen).toString();
}
