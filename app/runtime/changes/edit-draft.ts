import { readParameter } from "../../engine/change/read-parameter";
import { parameterName, sayRange, sayValue, unitOf } from "../../engine/change/parameter-words";
import type { Exemption, Proposal } from "../../engine/change/proposal";
import { refuse } from "../../engine/errors";
import { own, sameJson, type Json } from "../../engine/json";
import type { Refusal } from "../../engine/refusal";
import { isDay } from "../../engine/time/zone";
import { floorOf, isBelowFloor, mayLowerFloor, withFloor } from "../../engine/variant/floor";
import { makePatch } from "../../engine/variant/make-patch";
import { wordsFor } from "../../engine/variant/vary";
import type {
  DefinitionDocument,
  ParameterSource,
  WorkflowSource,
} from "../../engine/workflow-source";
import type { Validator } from "../../engine/validation/validator";
import type { Result } from "../api";
import { legalText } from "../cases/legal-text";
import { patched } from "./draft-document";
import type { Ground } from "./ground";

/** One parameter as somebody typed it, with the exemption where it goes under its floor. */
export interface ParameterEdit {
  parameter: string;
  value: string;
  exemption?: { reason: string; until: string } | null;
}

export type Edited = Pick<Proposal, "patch" | "exemptions">;

/**
 * Reads a typed value of a parameter and holds it against its bounds. Refuses `change/unknown-parameter`,
 * `change/not-open`, `change/value`, `change/outside-range`, `change/floor-is-law`, `change/exemption-needed`.
 */
export function readEdit(
  { parent }: Pick<Ground, "parent">,
  edit: ParameterEdit,
  validator: Validator,
): Result<{ value: Json; exemption: Exemption | null }> {
  const no = (refusal: Refusal): Result<never> => ({ ok: false, refusal });
  const { workflow } = parent;
  const parameter = own(workflow.parameters, edit.parameter);
  if (parameter === undefined) return no(refuse("change/unknown-parameter"));
  const title = parameterName(parameter).zh;
  if (!isOpen(parent, edit.parameter)) return no(refuse("change/not-open", { title }));
  const unit = unitOf(workflow, edit.parameter);
  const value = readParameter(parameter.schema, edit.value, unit);
  if (value === undefined) {
    return no(refuse("change/value", { title, value: edit.value.slice(0, 40) }));
  }
  const isUnder = isBelowFloor(parameter, value);
  const schema = withFloor(parameter.schema, isUnder ? value : undefined);
  if (validator.compile(schema as typeof parameter.schema)(value).length > 0) {
    const range = sayRange(parameter, unit)?.zh ?? "—";
    const shown = sayValue(parameter.schema, value, unit).zh;
    return no(refuse("change/outside-range", { title, range, value: shown }));
  }
  if (!isUnder) return { ok: true, value: { value, exemption: null } };
  const floor = sayValue(parameter.schema, floorOf(parameter) ?? null, unit).zh;
  if (!mayLowerFloor(parameter, workflow)) {
    const because = parameter.statutory === true ? LAW : groundOf(parameter, workflow);
    return no(refuse("change/floor-is-law", { title, floor, because }));
  }
  const exemption = readExemption(edit);
  if (exemption === null) return no(refuse("change/exemption-needed", { title, floor }));
  return { ok: true, value: { value, exemption } };
}

const LAW = "法律法规规定的";

/** What the floor was taken from, as it is cited: whether it binds is said by the citation itself. */
function groundOf(parameter: ParameterSource, source: WorkflowSource): string {
  return `取自${legalText({ source }, parameter)?.zh ?? "上级规定"}`;
}

/** True where a county may set the parameter to another value. */
export function isOpen({ workflow }: DefinitionDocument, parameter: string): boolean {
  return wordsFor(workflow.vary ?? {}, "parameters", parameter).has("within schema");
}

const LONGEST_REASON = 500;

function readExemption({ parameter, exemption }: ParameterEdit): Exemption | null {
  const reason = exemption?.reason.trim() ?? "";
  const until = exemption?.until.trim() ?? "";
  if (reason === "" || reason.length > LONGEST_REASON || !isDay(until)) return null;
  return { parameter, reason, until };
}

/** A draft with one parameter set. Refuses what `readEdit` does, and `change/parent-changed`. */
export function withParameter(
  ground: Ground,
  before: Edited,
  ask: { edit: ParameterEdit; validator: Validator },
): Result<Edited> {
  const { edit, validator } = ask;
  const read = readEdit(ground, edit, validator);
  if (!read.ok) return read;
  const made = patched(ground.parent, before.patch);
  if (!made.ok) return made;
  const { workflow } = made.value;
  const parameter = own(workflow.parameters, edit.parameter);
  if (parameter === undefined) return { ok: false, refusal: refuse("change/unknown-parameter") };
  const { value, exemption } = read.value;
  const parameters = { ...workflow.parameters, [edit.parameter]: { ...parameter, value } };
  const changed = { ...made.value, workflow: { ...workflow, parameters } };
  const others = before.exemptions.filter((one) => one.parameter !== edit.parameter);
  return {
    ok: true,
    value: {
      patch: makePatch(ground.parent as unknown as Json, changed as unknown as Json),
      exemptions: exemption === null ? others : [...others, exemption],
    },
  };
}

/** True where a draft differs from the version that it would take the place of. */
export function isChanged(ground: Ground, { patch, exemptions }: Edited): boolean {
  const held = ground.latest;
  const same = (a: unknown, b: unknown) => sameJson(a as Json, b as Json);
  return !same(patch, held?.patch ?? []) || !same(exemptions, held?.exemptions ?? []);
}
