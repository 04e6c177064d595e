import { isObject, own, type Json, type JsonObject } from "../json";
import type { FieldFault } from "../refusal";
import { defaultMessage } from "../validation/default-messages";
import type { Validator } from "../validation/validator";
import { allProperties, conditionsOf, propertiesOf } from "./conditional-schema";

/** Copies what the schema and its active branches declare, as it is stored; anything else is a fault. */
export type Prune = (entered: JsonObject, faults: FieldFault[]) => JsonObject;

/** A part of a form's schema, made ready. */
interface Part {
  schema: JsonObject;
  /** Of a list that is looked into. */
  items: Part | undefined;
  /** Of a group: its fields without those of its branches; undefined for a leaf. */
  members: ReadonlyMap<string, Part> | undefined;
  branches: readonly Branch[];
  /** Every name that the group or any branch of it knows. */
  declared: ReadonlySet<string>;
}

interface Branch {
  holds: (value: Json) => boolean;
  then: ReadonlyMap<string, Part>;
  otherwise: ReadonlyMap<string, Part>;
}

/** Prepares the pruning of a form's answers. Throws `form/schema` for a condition that cannot be compiled. */
export function compilePruning(schema: JsonObject, validator: Validator): Prune {
  const root = toPart(schema, validator);
  return (entered, faults) =>
    prune({ part: root, value: entered, pointer: "" }, { validator, faults }) as JsonObject;
}

function toPart(schema: JsonObject, validator: Validator): Part {
  const items = own(schema, "items");
  const isGroup = own(schema, "properties") !== undefined;
  const branches = conditionsOf(schema).map((condition): Branch => ({
    holds: validator.accepts(own(condition, "if") as JsonObject),
    then: toMembers(own(condition, "then"), validator),
    otherwise: toMembers(own(condition, "else"), validator),
  }));
  return {
    schema,
    items: isObject(items) ? toPart(items, validator) : undefined,
    members: isGroup ? toMembers(schema, validator) : undefined,
    branches,
    declared: new Set(Object.keys(allProperties(schema))),
  };
}

function toMembers(schema: Json | undefined, validator: Validator): ReadonlyMap<string, Part> {
  const members = Object.entries(propertiesOf(schema));
  return new Map(
    members.flatMap(([key, child]): [string, Part][] =>
      isObject(child) ? [[key, toPart(child, validator)]] : [],
    ),
  );
}

interface Place {
  part: Part;
  value: Json;
  pointer: string;
}

function prune(
  { part, value, pointer }: Place,
  given: { validator: Validator; faults: FieldFault[] },
): Json {
  const { schema, items, members, branches } = part;
  if (Array.isArray(value)) {
    return items === undefined
      ? value
      : value.map((item, i) =>
          prune({ part: items, value: item, pointer: `${pointer}/${i}` }, given),
        );
  }
  if (!isObject(value) || members === undefined) return given.validator.normalize(schema, value);
  const chosen = branches.map(({ holds, then, otherwise }) => (holds(value) ? then : otherwise));
  const kept: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const child = chosen.findLast((branch) => branch.has(key))?.get(key) ?? members.get(key);
    const here = `${pointer}/${key}`;
    if (child !== undefined) {
      kept[key] = prune({ part: child, value: member, pointer: here }, given);
    } else if (!part.declared.has(key)) {
      given.faults.push({ pointer: here, code: "form/extra", message: defaultMessage("extra") });
    }
  }
  return kept;
}
