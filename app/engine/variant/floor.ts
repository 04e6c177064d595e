import { isObject, own, type Json } from "../json";
import { keysOf, pointerTo } from "../json-pointer";
import type { ParameterSource, WorkflowSource } from "../workflow-source";
import type { PatchOperation } from "./patch";

/** The least that a parameter allows by its own schema; undefined where it is no number or has no floor. */
export function floorOf(parameter: ParameterSource): number | undefined {
  const floor = own(parameter.schema, "minimum");
  return typeof floor === "number" ? floor : undefined;
}

/** True where a value lies under the parameter's own floor. */
export function isBelowFloor(parameter: ParameterSource, value: Json | undefined): boolean {
  const floor = floorOf(parameter);
  return floor !== undefined && typeof value === "number" && value < floor;
}

/**
 * True where an exemption may lower the floor: it is a norm of our own. What a law lays down, or what was taken from
 * one, is no county's to lower.
 */
export function mayLowerFloor(parameter: ParameterSource, { legal = {} }: WorkflowSource): boolean {
  if (parameter.statutory === true) return false;
  const norm = parameter.legal === undefined ? undefined : own(legal, parameter.legal);
  return norm === undefined || norm.status === "own";
}

/** The operations that lower a parameter's floor to a value; they stand only in a patch that is exempted for it. */
export function lowerFloor(name: string, floor: number, to: number): PatchOperation[] {
  const path = floorPath(name);
  return [
    { op: "test", path, value: floor },
    { op: "replace", path, value: to },
  ];
}

function floorPath(name: string): string {
  return pointerTo("/workflow/parameters", name, "schema", "minimum");
}

/** The name of the parameter whose floor lies at these keys of the keyed view; undefined for any other place. */
export function floorAt(keys: readonly string[]): string | undefined {
  const [top, area, name, part, keyword] = keys;
  const isFloor =
    top === "workflow" && area === "parameters" && part === "schema" && keyword === "minimum";
  return isFloor && keys.length === 5 ? name : undefined;
}

/** The floors that a patch lowers: parameter → new floor. */
export function loweredFloors(patch: readonly PatchOperation[]): ReadonlyMap<string, Json> {
  return new Map(
    patch.flatMap((operation): [string, Json][] => {
      const name = operation.op === "replace" ? floorAt(keysOf(operation.path) ?? []) : undefined;
      return name === undefined || operation.op !== "replace" ? [] : [[name, operation.value]];
    }),
  );
}

/** The parameter's schema with its floor lowered. */
export function withFloor(schema: Json, floor: Json | undefined): Json {
  return floor === undefined || !isObject(schema) ? schema : { ...schema, minimum: floor };
}
