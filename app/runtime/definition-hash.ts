import { createHash } from "node:crypto";
import { canonicalJson, isObject, type Json } from "../engine/json";

/**
 * The name of a definition: SHA-256 (hex) over the canonical JSON of the document and of its plugins as
 * `name@major`. Scenarios, variants and README are outside it. Two documents with one hash run alike.
 */
export function definitionHash(document: { workflow: { plugins?: unknown } }): string {
  const { plugins } = document.workflow;
  const majors = isObject(plugins)
    ? Object.entries(plugins).map(([name, major]) => `${name}@${String(major)}`)
    : [];
  const named = { document: document as unknown as Json, plugins: majors.sort() };
  return createHash("sha256").update(canonicalJson(named), "utf8").digest("hex");
}
