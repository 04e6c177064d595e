import { checkDefinition } from "../../app/engine/check/check-definition";
import type { Problem } from "../../app/engine/check/problem";
import type { Json } from "../../app/engine/json";
import type { DefinitionDocument } from "../../app/engine/workflow-source";
import { loadPackages } from "../../app/runtime/load-packages";
import { PLATFORM_SCHEMAS } from "../../app/runtime/platform-schemas";
import { loadPlugins } from "../../app/runtime/plugins";
import { changed, exampleDocument } from "./example-document";
import { EXAMPLE_TREE } from "./temp-tree";

const registry = loadPlugins();
const { roles } = await loadPackages({ dir: EXAMPLE_TREE, ids: ["tool-lending"] });

/** Checks a document with the installed plugins, the example's roles and its linked package. */
export async function check(document: DefinitionDocument): Promise<Problem[]> {
  const repair = await exampleDocument("tool-lending.repair");
  const others = new Map([[repair.workflow.id, repair]]);
  return checkDefinition(document, registry, { roles, schemas: PLATFORM_SCHEMAS, others });
}

/** What is found in the example with values set at pointers (`undefined` removes): `code pointer`, sorted. */
export async function findings(
  changes: Readonly<Record<string, Json | undefined>>,
): Promise<string[]> {
  const found = await check(changed(await exampleDocument(), changes));
  return found.map((one) => `${one.code} ${one.pointer}`).sort();
}
