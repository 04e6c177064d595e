import type { Roles } from "../check/roles";
import { schemaAt } from "../form/write-form";
import { isObject, own, type Json, type JsonObject } from "../json";
import { wordFor } from "../scope-words";
import type { Text } from "../text";
import { isDay, showDay } from "../time/zone";
import type { DefinitionDocument } from "../workflow-source";
import { parameterName, sayValue, unitOf, type ParameterUnit } from "./parameter-words";

/** What values at a path of the rule scope are like: how they are compared, and how they are written. */
export type PathKind = "number" | "date" | "boolean" | "choice" | "choices" | "text" | "list";

/** One path that rules read, as people know it. */
export interface PathWords {
  title: Text;
  kind: PathKind;
  /** What describes its values: the data's schema, a parameter's, a fact's type. */
  schema: JsonObject;
  unit: ParameterUnit;
}

/** What the matter itself offers, beside its data. */
const CASE: Readonly<Record<string, { title: Text; kind: PathKind }>> = {
  today: { title: { zh: "今天", en: "today" }, kind: "date" },
  startedAt: { title: { zh: "登记那天", en: "day of registration" }, kind: "date" },
  enteredAt: { title: { zh: "进入这个环节那天", en: "day this state was entered" }, kind: "date" },
  number: { title: { zh: "编号", en: "number" }, kind: "text" },
  placeName: { title: { zh: "所在村", en: "village" }, kind: "text" },
  ownerName: { title: { zh: "主办机构", en: "owner" }, kind: "text" },
};

/** Titles of facts that plugins contribute, by `<plugin>.<fact>`, with what sort of value they have. */
export type PluginFactTitles = ReadonlyMap<string, { title: Text; type?: string }>;

/** What words come from outside of the definition: facts of plugins, roles. */
export interface KnownWords {
  plugins?: PluginFactTitles | undefined;
  roles?: Roles | undefined;
}

/**
 * What people call a path of the scope, and what its values are like. A path inside a list's item is given from the
 * root: `data.parties[*].consent`. What nobody named is called by its last part.
 */
export function wordsOf(
  document: DefinitionDocument,
  path: string,
  { plugins = new Map(), roles = {} }: KnownWords = {},
): PathWords {
  const [root = "", ...rest] = path.replaceAll("[*]", ".*").split(".");
  const name = rest.join(".");
  const { facts, parameters } = document.workflow;
  if (root === "params") {
    const parameter = own(parameters, name);
    if (parameter !== undefined) {
      const unit = unitOf(document.workflow, name);
      return { ...ofSchema(parameter.schema), title: parameterName(parameter), unit };
    }
  }
  if (root === "facts") {
    const fact = own(facts, name);
    if (fact !== undefined) {
      return { ...ofSchema(factSchema(document, name)), title: fact.title };
    }
    const plugin = plugins.get(name);
    if (plugin !== undefined) return { ...ofSchema(typed(plugin.type)), title: plugin.title };
  }
  if (root === "user" || root === "links") {
    const schema = path === "user.role" ? roleSchema(roles) : {};
    return { ...ofSchema(schema), title: wordFor(document, { facts: plugins }, path) };
  }
  if (root === "case" && Object.hasOwn(CASE, name)) {
    const known = CASE[name];
    if (known !== undefined) return { ...known, schema: {}, unit: null };
  }
  const schema = root === "data" ? schemaAt(document.data, name) : undefined;
  const label = schema && own(schema, "label");
  const last = rest.filter((part) => part !== "*").at(-1) ?? root;
  const title = isObject(label) ? (label as unknown as Text) : { zh: last, en: last };
  return { ...ofSchema(schema ?? {}), title };
}

function typed(type: string | undefined): JsonObject {
  if (type === "date") return { type: "string", format: "date" };
  return type === undefined || type === "list" ? {} : { type };
}

/** The roles as choices, in their words. */
function roleSchema(roles: Roles): JsonObject {
  const titles = Object.entries(roles).map(([id, { title }]) => [id, { ...title }] as const);
  return { type: "string", enum: Object.keys(roles), labels: Object.fromEntries(titles) };
}

/** A fact's type; where it passes on a choice of the data, with the choice's words. */
function factSchema(document: DefinitionDocument, name: string): JsonObject {
  const fact = own(document.workflow.facts, name);
  if (fact === undefined) return {};
  if (fact.type !== "string") return typed(fact.type);
  const read = namesIn(fact.value);
  const labels = choicesNamed(document.data, read).map((schema) => own(schema, "labels"));
  return { type: "string", labels: Object.assign({}, ...labels) as JsonObject };
}

/** The last part of every name that an expression reads. */
function namesIn(logic: Json): Set<string> {
  if (Array.isArray(logic)) return new Set(logic.flatMap((part) => [...namesIn(part)]));
  if (!isObject(logic)) return new Set();
  const name = own(logic, "var");
  const path = Array.isArray(name) ? name[0] : name;
  const inside = Object.values(logic).flatMap((part) => [...namesIn(part)]);
  const last = typeof path === "string" ? path.split(".").at(-1) : undefined;
  return new Set(last === undefined ? inside : [last, ...inside]);
}

/** The fields of a schema, however deep, that have one of these names and choices with words. */
function choicesNamed(schema: JsonObject, names: ReadonlySet<string>): JsonObject[] {
  const properties = own(schema, "properties");
  const items = own(schema, "items");
  const members = isObject(properties) ? Object.entries(properties) : [];
  return [
    ...members.flatMap(([name, child]) => {
      if (!isObject(child)) return [];
      const found = names.has(name) && own(child, "labels") !== undefined ? [child] : [];
      return [...found, ...choicesNamed(child, names)];
    }),
    ...(isObject(items) ? choicesNamed(items, names) : []),
  ];
}

function ofSchema(schema: JsonObject): Omit<PathWords, "title"> {
  const unit: ParameterUnit = own(schema, "unit") === "fen" ? "fen" : null;
  return { kind: kindOf(schema), schema, unit };
}

function kindOf(schema: JsonObject): PathKind {
  const type = own(schema, "type");
  if (type === "number" || type === "integer") return "number";
  if (type === "boolean") return "boolean";
  if (type === "array") {
    const items = own(schema, "items");
    return isObject(items) && Array.isArray(own(items, "enum")) ? "choices" : "list";
  }
  const format = own(schema, "format");
  if (format === "date" || format === "date-time") return "date";
  return Array.isArray(own(schema, "enum")) ? "choice" : "text";
}

/** A constant that stands beside a path, as people read it: an option's label, a day, an amount. */
export function sayConstant({ schema, kind, unit }: PathWords, value: Json): Text {
  if (typeof value === "string" && kind === "date" && isDay(value)) {
    return { zh: showDay(value, "zh"), en: showDay(value, "en") };
  }
  const items = own(schema, "items");
  const inner = kind === "choices" && isObject(items) ? items : schema;
  if (Array.isArray(value)) {
    const said = value.map((one) => sayValue(inner, one, unit));
    return {
      zh: said.map(({ zh }) => zh).join("、"),
      en: said.map(({ zh, en }) => en ?? zh).join(", "),
    };
  }
  if (value === null || value === "" || typeof value === "object") {
    return { zh: "空", en: "nothing" };
  }
  return sayValue(inner, value, unit);
}
