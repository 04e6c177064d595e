import { layerOn } from "../../engine/change/in-force";
import type { Proposal } from "../../engine/change/proposal";
import { firstOf } from "../../engine/definition/say-problem";
import { refuse } from "../../engine/errors";
import type { Json } from "../../engine/json";
import type { Validator } from "../../engine/validation/validator";
import { applyPatch } from "../../engine/variant/apply-patch";
import { fromKeyed, toKeyed } from "../../engine/variant/keyed-view";
import { materialise, type Materialised } from "../../engine/variant/materialise";
import type { DefinitionDocument } from "../../engine/workflow-source";
import type { Result } from "../api";
import type { Ground } from "./ground";

/** A document with a patch as it was written, whether or not it may be. Refuses `change/parent-changed`. */
export function patched(
  parent: DefinitionDocument,
  patch: Proposal["patch"],
): Result<DefinitionDocument> {
  const applied = applyPatch(toKeyed(parent as unknown as Json), patch);
  const back = applied.ok ? fromKeyed(applied.view) : undefined;
  const problems = applied.ok ? (back?.problems ?? []) : applied.problems;
  if (back === undefined || problems.length > 0) {
    return { ok: false, refusal: refuse("change/parent-changed", firstOf(problems, parent)) };
  }
  return { ok: true, value: back.document as unknown as DefinitionDocument };
}

/** The definition that a proposal makes of what it stands on; problems where it may not be made. */
export function proposed(
  { parent, day }: Pick<Ground, "parent" | "day">,
  proposal: Pick<Proposal, "id" | "patch" | "exemptions">,
  validator: Validator,
): Materialised {
  const layer = layerOn(proposal, { day, parameters: parent.workflow.parameters });
  return materialise({ base: parent, variants: [layer], validator });
}
