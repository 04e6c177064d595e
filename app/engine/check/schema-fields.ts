import { isObject, own, type Json, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";

/** One node of a data or form schema: a field, a group of fields, or a list. */
export interface SchemaField {
  /** Dotted, items of lists as `[*]`: `parties[*].name`; "" for the root. */
  path: string;
  /** The property's name; "" for the root and for the items of a list. */
  name: string;
  /** Where the node stands in the definition document. */
  pointer: string;
  schema: JsonObject;
  /** `leaf` is what a person fills in: a list of plain values is one as well. */
  kind: "leaf" | "group" | "list";
  parent: SchemaField | undefined;
  depth: number;
  /** True where it is there whenever its parent is: required, or with a default. */
  certain: boolean;
}

/** The root of a schema, whose pointer is where the schema stands. */
export function rootField(schema: JsonObject, pointer: string): SchemaField {
  return {
    ...{ path: "", name: "", pointer, schema, kind: "group" },
    ...{ parent: undefined, depth: 0, certain: true },
  };
}

/** Every node of a schema, parents first; what conditional branches add included. */
export function fieldsOf(root: JsonObject, pointer: string): SchemaField[] {
  const fields: SchemaField[] = [];
  const visit = (field: SchemaField): void => {
    fields.push(field);
    for (const child of childrenOf(field)) visit(child);
  };
  visit(rootField(root, pointer));
  return fields;
}

/** Direct children only: properties (those of branches after the others), or the items of a list. */
export function childrenOf(field: SchemaField): SchemaField[] {
  const { schema, pointer, depth } = field;
  if (field.kind === "list") {
    const items = own(schema, "items");
    if (!isObject(items)) return [];
    const path = `${field.path}[*]`;
    const at = pointerTo(pointer, "items");
    const kind = kindOf(items);
    return [
      {
        path,
        name: "",
        pointer: at,
        schema: items,
        kind,
        parent: field,
        depth: depth + 1,
        certain: true,
      },
    ];
  }
  if (field.kind === "leaf") return [];
  const parts: { part: JsonObject; at: string; isBranch: boolean }[] = [
    { part: schema, at: pointer, isBranch: false },
    ...branchesOf(schema, pointer).map((branch) => ({ ...branch, isBranch: true })),
  ];
  return parts.flatMap(({ part, at, isBranch }) => {
    const required = own(part, "required");
    return Object.entries(propertiesOf(part)).map(([name, child]): SchemaField => {
      const isRequired = Array.isArray(required) && required.includes(name);
      return {
        path: field.path === "" ? name : `${field.path}.${name}`,
        name,
        pointer: pointerTo(at, "properties", name),
        schema: child,
        kind: kindOf(child),
        parent: field,
        depth: depth + 1,
        certain: !isBranch && (isRequired || own(child, "default") !== undefined),
      };
    });
  });
}

/** The `then` and `else` parts of a group, with their place. */
export function branchesOf(
  schema: JsonObject,
  pointer: string,
): { part: JsonObject; at: string }[] {
  const allOf = own(schema, "allOf");
  return (Array.isArray(allOf) ? allOf : []).flatMap((condition, i) =>
    ["then", "else"].flatMap((key) => {
      const part = isObject(condition) ? own(condition, key) : undefined;
      return isObject(part) ? [{ part, at: pointerTo(pointer, "allOf", i, key) }] : [];
    }),
  );
}

export function propertiesOf(schema: JsonObject): Record<string, JsonObject> {
  const properties = own(schema, "properties");
  const entries = isObject(properties) ? Object.entries(properties) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, JsonObject] => isObject(entry[1])),
  );
}

function kindOf(schema: JsonObject): SchemaField["kind"] {
  const type: Json | undefined = own(schema, "type");
  if (type === "object") return "group";
  if (type !== "array") return "leaf";
  const items = own(schema, "items");
  const inner = isObject(items) ? own(items, "type") : undefined;
  return inner === "object" || inner === "array" ? "list" : "leaf";
}
