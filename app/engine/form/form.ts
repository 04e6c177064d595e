import { refuse } from "../errors";
import { isObject, own, type Json, type JsonObject } from "../json";
import { once } from "../once";
import type { FieldFault, Refusal } from "../refusal";
import type { Check, Validator } from "../validation/validator";
import { defaultMessage } from "../validation/default-messages";
import type { FormSource } from "../workflow-source";

/** A form of a package, ready to judge what a person entered. */
export interface Form {
  name: string;
  source: FormSource;
  /**
   * Drops what the chosen branches do not own, writes values as they are stored and validates them.
   * Refuses with `form/invalid` and one fault a field. Throws as `prepare` does.
   */
  accept(entered: JsonObject): { ok: true; value: JsonObject } | { ok: false; refusal: Refusal };
  /** Top-level properties, conditional ones included. */
  properties: ReadonlySet<string>;
  /**
   * Compiles the schema, which else happens when the form is first filled in: a package has dozens, and each
   * costs milliseconds. Throws `form/schema` (RefusalError) where it cannot be compiled; `check` finds that before.
   */
  prepare(): void;
}

interface Branch {
  holds: Check;
  then: JsonObject | undefined;
  otherwise: JsonObject | undefined;
}

/** A form that is compiled when it is first used. */
export function createForm(name: string, source: FormSource, validator: Validator): Form {
  const judge = once(() => {
    const branches = new Map<JsonObject, Branch[]>();
    collectBranches(source.schema, validator, branches);
    return { branches, check: validator.compile(openConditional(source.schema)) };
  });
  return {
    name,
    source,
    properties: new Set(Object.keys(allProperties(source.schema))),
    prepare: () => void judge(),
    accept(entered) {
      const { branches, check } = judge();
      const faults: FieldFault[] = [];
      const pruning: Pruning = { branches, normalize: validator.normalize, faults };
      const value = prune(
        { schema: source.schema, value: entered, pointer: "" },
        pruning,
      ) as JsonObject;
      faults.push(...check(value));
      if (faults.length === 0) return { ok: true, value };
      return {
        ok: false,
        refusal: refuse("form/invalid", { count: faults.length }, { fields: faults }),
      };
    },
  };
}

function conditions(schema: JsonObject): JsonObject[] {
  const allOf = own(schema, "allOf");
  return Array.isArray(allOf)
    ? allOf.filter(isObject).filter((part) => isObject(own(part, "if")))
    : [];
}

function propertiesOf(schema: Json | undefined): JsonObject {
  const properties = isObject(schema) ? own(schema, "properties") : undefined;
  return isObject(properties) ? properties : {};
}

/** Declared properties of an object schema, those of every branch included. */
export function allProperties(schema: JsonObject): JsonObject {
  const parts = conditions(schema).flatMap((part) => [own(part, "then"), own(part, "else")]);
  return Object.assign({}, ...parts.map(propertiesOf), propertiesOf(schema)) as JsonObject;
}

function collectBranches(
  schema: Json | undefined,
  validator: Validator,
  found: Map<JsonObject, Branch[]>,
): void {
  if (!isObject(schema)) return;
  const branches = conditions(schema).map((part): Branch => {
    const then = own(part, "then");
    const otherwise = own(part, "else");
    return {
      holds: validator.compile(own(part, "if") as JsonObject),
      then: isObject(then) ? then : undefined,
      otherwise: isObject(otherwise) ? otherwise : undefined,
    };
  });
  if (branches.length > 0) found.set(schema, branches);
  for (const child of Object.values(allProperties(schema)))
    collectBranches(child, validator, found);
  collectBranches(own(schema, "items"), validator, found);
}

/** The schema that judges the copy. Ajv would refuse conditional properties under `additionalProperties: false`; `prune` sees to extras instead. */
export function openConditional(schema: Json): JsonObject {
  const visit = (here: Json): Json => {
    if (Array.isArray(here)) return here.map(visit);
    if (!isObject(here)) return here;
    const copy = Object.fromEntries(
      Object.entries(here).map(([key, value]) => [key, visit(value)]),
    );
    if (conditions(here).length > 0) delete copy["additionalProperties"];
    return copy;
  };
  return visit(schema) as JsonObject;
}

interface Pruning {
  branches: ReadonlyMap<JsonObject, Branch[]>;
  normalize: Validator["normalize"];
  faults: FieldFault[];
}

/** Copies what the schema and its active branches declare, as it is stored; anything else is a fault. */
function prune(
  { schema, value, pointer }: { schema: JsonObject; value: Json; pointer: string },
  pruning: Pruning,
): Json {
  if (Array.isArray(value)) {
    const items = own(schema, "items");
    return isObject(items)
      ? value.map((item, i) =>
          prune({ schema: items, value: item, pointer: `${pointer}/${i}` }, pruning),
        )
      : value;
  }
  if (!isObject(value) || own(schema, "properties") === undefined) {
    return pruning.normalize(schema, value);
  }
  const active: JsonObject = { ...propertiesOf(schema) };
  for (const branch of pruning.branches.get(schema) ?? []) {
    Object.assign(
      active,
      propertiesOf(branch.holds(value).length === 0 ? branch.then : branch.otherwise),
    );
  }
  const declared = allProperties(schema);
  const kept: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const child = own(active, key);
    if (isObject(child)) {
      kept[key] = prune({ schema: child, value: member, pointer: `${pointer}/${key}` }, pruning);
    } else if (own(declared, key) === undefined) {
      pruning.faults.push({
        pointer: `${pointer}/${key}`,
        code: "form/extra",
        message: defaultMessage("extra"),
      });
    }
  }
  return kept;
}
