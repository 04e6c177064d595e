import { own } from "../json";
import { pointerTo } from "../json-pointer";
import type { Day } from "../time/types";
import { floorOf, isBelowFloor, lowerFloor } from "../variant/floor";
import type { VariantPatch } from "../variant/materialise";
import type { PatchOperation } from "../variant/patch";
import type { ParameterSource, WorkflowSource } from "../workflow-source";
import {
  sameScope,
  type ChangeScope,
  type Exemption,
  type Proposal,
  type Version,
} from "./proposal";

/** The version of a scope that new matters use on a day: the one that came into force last. */
export function versionOn(
  versions: readonly Version[],
  scope: ChangeScope,
  day: Day,
): Version | undefined {
  return versions
    .filter((one) => sameScope(one.scope, scope) && one.from <= day)
    .reduce<Version | undefined>(
      (last, one) => (last && last.from > one.from ? last : one),
      undefined,
    );
}

/** The latest version of a scope, in force or to come. */
export function latestVersion(
  versions: readonly Version[],
  scope: ChangeScope,
): Version | undefined {
  return versionOn(versions, scope, "9999-12-31");
}

/** A proposal as a layer of the definition on one day. `parameters` are those it stands on. */
export function layerOn(
  proposal: Pick<Proposal, "id" | "patch" | "exemptions">,
  ask: { day: Day; parameters: WorkflowSource["parameters"] },
): VariantPatch {
  const exempt: string[] = [];
  const patch = proposal.patch.flatMap((operation): PatchOperation[] => {
    const found = underFloor(operation, ask.parameters);
    if (found === undefined || operation.op !== "replace") return [operation];
    const { name, floor } = found;
    const exemption = proposal.exemptions.find(({ parameter }) => parameter === name);
    // Never granted: left as it is, for `materialise` to refuse.
    if (exemption === undefined) return [operation];
    // Run out: new matters use the floor again.
    if (!holdsOn(exemption, ask.day)) return [{ ...operation, value: floor }];
    exempt.push(name);
    return [...lowerFloor(name, floor, operation.value as number), operation];
  });
  return { id: proposal.id, patch, exempt };
}

/** True while new matters may go under the floor. */
export function holdsOn({ until }: Exemption, day: Day): boolean {
  return day <= until;
}

/** The parameter whose floor an operation goes under, with that floor. */
export function underFloor(
  operation: PatchOperation,
  parameters: WorkflowSource["parameters"],
): { name: string; parameter: ParameterSource; floor: number } | undefined {
  if (operation.op !== "replace") return undefined;
  const name = Object.keys(parameters ?? {}).find(
    (known) => operation.path === pointerTo("/workflow/parameters", known, "value"),
  );
  const parameter = name === undefined ? undefined : own(parameters, name);
  const floor = parameter && floorOf(parameter);
  if (name === undefined || parameter === undefined || floor === undefined) return undefined;
  return isBelowFloor(parameter, operation.value) ? { name, parameter, floor } : undefined;
}
