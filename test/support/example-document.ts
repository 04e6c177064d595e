import type { Json } from "../../app/engine/json";
import { keysOf } from "../../app/engine/json-pointer";
import type { DefinitionDocument } from "../../app/engine/workflow-source";
import { loadPackages, type LoadedPackages } from "../../app/runtime/load-packages";
import { EXAMPLE_TREE } from "./temp-tree";

let loaded: Promise<LoadedPackages> | undefined;

/** The neutral example (`tool-lending`), a fresh copy each time. */
export async function exampleDocument(id = "tool-lending"): Promise<DefinitionDocument> {
  loaded ??= loadPackages({ dir: EXAMPLE_TREE });
  const found = (await loaded).packages.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the example tree has no ${id}`);
  return structuredClone(found.document);
}

/** A copy with values set at JSON pointers; `undefined` removes. */
export function changed<T extends object>(
  document: T,
  changes: Readonly<Record<string, Json | undefined>>,
): T {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(changes)) {
    const keys = keysOf(pointer) ?? [];
    const last = keys.pop();
    let here: Record<string, unknown> = copy as Record<string, unknown>;
    for (const key of keys) here = (here[key] ??= {}) as Record<string, unknown>;
    if (last === undefined) throw new Error("a change needs a place");
    if (value !== undefined) here[last] = value;
    else if (Array.isArray(here)) here.splice(Number(last), 1);
    else delete here[last];
  }
  return copy;
}
