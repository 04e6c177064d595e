import { isObject, own, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { Check, CheckContext } from "./check-context";
import { problem, type Problem } from "./problem";
import { childrenOf, rootField, type SchemaField } from "./schema-fields";
import { unknownName } from "./unknown-name";

/** Widgets of the platform, and the types that each can show. */
const WIDGETS: Readonly<Record<string, readonly string[]>> = {
  text: ["string", "integer", "number"],
  textarea: ["string"],
  select: ["string", "integer", "number", "boolean"],
  radio: ["string", "integer", "number", "boolean"],
  checkbox: ["boolean"],
  checkboxes: ["array"],
  date: ["string"],
  datetime: ["string"],
  month: ["string"],
  money: ["integer"],
  hidden: ["string", "integer", "number", "boolean"],
};

/** One level of a form's `ui`, with the field that it speaks of. */
interface UiNode {
  ui: JsonObject;
  field: SchemaField;
  pointer: string;
}

/** The `ui` of a form speaks of its fields, with widgets that exist and can show them. */
export const checkFormUi: Check = (document, context) =>
  Object.entries(document.forms).flatMap(([name, { ui, schema }]) => {
    const pointer = pointerTo("/forms", name, "ui");
    return ui === undefined
      ? []
      : checkNode({ ui, field: rootField(schema, ""), pointer }, context);
  });

function checkNode(node: UiNode, context: CheckContext): Problem[] {
  const { ui, field, pointer } = node;
  const children = childrenOf(field);
  const names = field.kind === "list" ? ["items"] : children.map((child) => child.name);
  const inner = Object.entries(ui).filter(([key]) => !key.startsWith("ui:"));
  return [
    ...checkOrder(node, names),
    ...checkWidget(node, context),
    ...inner.flatMap(([key, part]) => {
      const at = pointerTo(pointer, key);
      const child = children[names.indexOf(key)];
      if (child === undefined || !isObject(part)) {
        return unknownName("check/unknown-field", { pointer: at, name: key }, names);
      }
      return checkNode({ ui: part, field: child, pointer: at }, context);
    }),
  ];
}

/** What the order leaves out comes last; what it names has to exist. */
function checkOrder({ ui, pointer }: UiNode, names: readonly string[]): Problem[] {
  const order = own(ui, "ui:order");
  if (!Array.isArray(order)) return [];
  const at = pointerTo(pointer, "ui:order");
  return order.flatMap((name, i) => {
    const here = { pointer: pointerTo(at, i), name: String(name) };
    return name === "*" ? [] : unknownName("check/unknown-field", here, names);
  });
}

function checkWidget({ ui, field, pointer }: UiNode, { registry }: CheckContext): Problem[] {
  const widget = own(ui, "ui:widget");
  if (typeof widget !== "string") return [];
  const at = { pointer: pointerTo(pointer, "ui:widget"), name: widget };
  const types = own(WIDGETS, widget);
  const type = String(own(field.schema, "type"));
  if (types === undefined) {
    const known = [...Object.keys(WIDGETS), ...registry.widgets];
    return unknownName("check/unknown-widget", at, known);
  }
  return types.includes(type)
    ? []
    : [problem("check/widget-for-type", at.pointer, { widget, type })];
}
