import { loadPackages } from "../../../app/runtime/load-packages";
import type { Json } from "../../../app/engine/json";
import { makePatch } from "../../../app/engine/variant/make-patch";
import { materialise } from "../../../app/engine/variant/materialise";
import type { PatchOperation } from "../../../app/engine/variant/patch";
import type { DefinitionDocument, WorkflowSource } from "../../../app/engine/workflow-source";

/** The fixture's package, as loaded. */
export const lending = await loadLending();

async function loadLending(): Promise<DefinitionDocument> {
  const { packages } = await loadPackages({ dir: "test/fixtures/tree", ids: ["tool-lending"] });
  const found = packages.find(({ id }) => id === "tool-lending");
  if (!found) throw new Error("the fixture tool-lending is missing");
  return found.document;
}

/** The package with another `vary`, and other changes. */
export function lendingWith(
  vary: Record<string, string>,
  change: (workflow: WorkflowSource) => void = () => undefined,
): DefinitionDocument {
  const document = structuredClone(lending);
  document.workflow.vary = vary;
  change(document.workflow);
  return document;
}

/** The patch that a person would have made by editing the document. */
export function patchOf(
  base: DefinitionDocument,
  edit: (document: DefinitionDocument) => unknown,
): PatchOperation[] {
  const changed = structuredClone(base);
  edit(changed);
  return makePatch(base as unknown as Json, changed as unknown as Json);
}

/** What stands in the way of a variant, as `code pointer`. */
export function codesOf(base: DefinitionDocument, patch: PatchOperation[]): string[] {
  const made = materialise({ base, variants: [{ id: "v", patch }] });
  return made.ok ? [] : made.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}
