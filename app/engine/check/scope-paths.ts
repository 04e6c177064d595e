import { isObject, own, type Json, type JsonObject } from "../json";
import type { PluginFact } from "../plugin/api";
import type { Registry } from "../plugin/registry-types";
import type { PathType, ScopeShape } from "../rules/static-kind";
import type { DefinitionDocument, StateSource } from "../workflow-source";
import { branchesOf, propertiesOf } from "./schema-fields";

type Members = Readonly<Record<string, () => ScopeNode>>;

/** What stands at a path of the rule scope, as far as the definition says. */
export interface ScopeNode {
  type: PathType;
  /** For what a data schema describes. */
  schema?: JsonObject;
  /** For groups that no schema describes. */
  members?: Members;
  /** For lists that no schema describes. */
  items?: () => ScopeNode;
  /** `| label` has words for it. */
  labelled?: true;
}

/** Where a path leads, or the part that does not exist and those that do. */
export type ResolvedPath = { node: ScopeNode } | { missing: string; known: string[] };

/** The definition whose scope is meant. */
export interface ScopeOf {
  document: DefinitionDocument;
  registry: Registry;
  /** Linked packages, by id: what a child reports has the child's shape. */
  others: ReadonlyMap<string, DefinitionDocument>;
  /** Further roots: `item` inside a table. */
  extra?: Members;
}

const leaf = (type: PathType) => (): ScopeNode => ({ type });
const labelled = (): ScopeNode => ({ type: "string", labelled: true });
const group = (members: Members) => (): ScopeNode => ({ type: "object", members });

/** What a rule reads of the matter itself. Dates are days in Shanghai. */
const CASE: Members = {
  id: leaf("string"),
  number: leaf("string"),
  owner: leaf("string"),
  ownerName: leaf("string"),
  place: leaf("string"),
  placeName: leaf("string"),
  startedAt: leaf("date"),
  startedBy: leaf("string"),
  enteredAt: leaf("date"),
  now: leaf("integer"),
  today: leaf("date"),
};

/** What is read of a decision: how it came out, the weights, and each signer. */
const DECISION: Members = {
  result: labelled,
  agree: leaf("integer"),
  reject: leaf("integer"),
  abstain: leaf("integer"),
  all: leaf("integer"),
  signers: () => ({
    type: "array",
    items: group({
      name: leaf("string"),
      role: labelled,
      answer: labelled,
      reason: leaf("string"),
      day: leaf("date"),
    }),
  }),
};

const USER: Members = {
  id: leaf("string"),
  name: leaf("string"),
  role: leaf("string"),
  unit: leaf("string"),
};

/** Follows a path through the scope: `data.parties[*].name`, `facts.sessionsHeld`, `links.repair[*].end`. */
export function resolvePath(path: string, scope: ScopeOf): ResolvedPath {
  let node: ScopeNode = { type: "object", members: rootsOf(scope) };
  for (const part of partsOf(path)) {
    const next: ScopeNode | undefined = childOf(node, part);
    if (next === undefined) return { missing: part, known: namesIn(node) };
    node = next;
  }
  return { node };
}

/** The node that a data schema describes. */
export function nodeOf(schema: JsonObject): ScopeNode {
  const type = own(schema, "type");
  if (type === "string") {
    const format = own(schema, "format");
    return { type: format === "date" || format === "date-time" ? "date" : "string", schema };
  }
  const known: readonly PathType[] = ["number", "integer", "boolean", "array", "object"];
  return { type: known.find((one) => one === type) ?? "object", schema };
}

/** The answers that a place may have, where they are written out: an enum's, a constant, yes and no. */
export function choicesOf(node: ScopeNode): readonly Json[] | undefined {
  const { schema } = node;
  if (schema === undefined) return undefined;
  const constant = own(schema, "const");
  if (constant !== undefined) return [constant];
  const choices = own(schema, "enum");
  if (Array.isArray(choices)) return choices;
  return node.type === "boolean" ? [true, false] : undefined;
}

/** The scope as rules are analysed against it. */
export function scopeShapeOf(scope: ScopeOf): ScopeShape {
  const known = new Map<string, ScopeNode | undefined>();
  const find = (path: string): ScopeNode | undefined => {
    if (!known.has(path)) {
      const found = resolvePath(path, scope);
      known.set(path, "node" in found ? found.node : undefined);
    }
    return known.get(path);
  };
  return {
    typeOf: (path) => find(path)?.type,
    enumOf(path) {
      const node = find(path);
      return node === undefined ? undefined : choicesOf(node);
    },
  };
}

function rootsOf({ document, registry, others, extra }: ScopeOf): Members {
  const { facts = {}, parameters = {}, links = {} } = document.workflow;
  const ownFacts = mapValues(facts, (fact) => leaf(fact.type));
  return {
    data: () => nodeOf(document.data),
    facts: group({ ...pluginFacts(registry), ...ownFacts }),
    params: group(mapValues(parameters, (one) => () => nodeOf(one.schema))),
    case: group(CASE),
    links: group(mapValues(links, (link) => () => linkNode(others.get(link.package)))),
    decisions: group(mapValues(statesDeciding(document.workflow.machine), () => group(DECISION))),
    user: group(USER),
    ...extra,
  };
}

/** The states in which people decide together, by name. */
function statesDeciding({ states = {} }: StateSource): Record<string, StateSource> {
  return Object.assign(
    {},
    ...Object.entries(states).map(([name, state]) => ({
      ...(state.meta?.decision === undefined ? {} : { [name]: state }),
      ...statesDeciding(state),
    })),
  ) as Record<string, StateSource>;
}

/** `links.<name>` is the list of the linked matters: id, number, state, end, and what they reported. */
function linkNode(child: DefinitionDocument | undefined): ScopeNode {
  const exported = (): ScopeNode => (child === undefined ? { type: "object" } : nodeOf(child.data));
  const item = {
    id: leaf("string"),
    number: leaf("string"),
    state: leaf("string"),
    end: leaf("string"),
    exported,
    items: (): ScopeNode => ({ type: "array", items: leaf("string") }),
  };
  return { type: "array", items: group(item) };
}

/** A plugin's facts are read as `facts.<plugin>.<fact>`. */
function pluginFacts(registry: Registry): Members {
  const plugins: Record<string, Record<string, () => ScopeNode>> = {};
  for (const [fullName, fact] of registry.facts) {
    const [plugin = "", name = ""] = fullName.split(".");
    (plugins[plugin] ??= {})[name] = () => factNode(fact);
  }
  return mapValues(plugins, group);
}

function factNode({ type, items }: Pick<PluginFact, "type" | "items">): ScopeNode {
  if (type !== "list") return { type };
  const item: ScopeNode =
    items === undefined
      ? { type: "string" }
      : {
          type: "object",
          members: mapValues(items, (one) => () => factNode({ type: one })),
        };
  return { type: "array", items: () => item };
}

function partsOf(path: string): string[] {
  return path
    .split(".")
    .flatMap((part) => (part.endsWith("[*]") ? [part.slice(0, -"[*]".length), "[*]"] : [part]));
}

function childOf(node: ScopeNode, part: string): ScopeNode | undefined {
  if (node.type === "array") {
    if (!/^(\[\*\]|\d+)$/.test(part)) return undefined;
    const items = node.schema && own(node.schema, "items");
    return isObject(items) ? nodeOf(items) : node.items?.();
  }
  if (node.members !== undefined) return own(node.members, part)?.();
  const child = node.schema && own(allPropertiesOf(node.schema), part);
  return child === undefined ? undefined : nodeOf(child);
}

function namesIn(node: ScopeNode): string[] {
  if (node.type === "array") return ["[*]"];
  if (node.members !== undefined) return Object.keys(node.members);
  return node.schema === undefined ? [] : Object.keys(allPropertiesOf(node.schema));
}

function allPropertiesOf(schema: JsonObject): Record<string, JsonObject> {
  const branches = branchesOf(schema, "").map(({ part }) => propertiesOf(part));
  return Object.assign({}, ...branches, propertiesOf(schema)) as Record<string, JsonObject>;
}

function mapValues<In, Out>(map: Record<string, In>, to: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value)]));
}
