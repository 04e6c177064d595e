import { parseInto } from "../form/write-form";
import type { DefinitionDocument, FormSource } from "../workflow-source";
import type { ConfigurationGraph } from "./configurations";
import { childrenOf, fieldsOf, rootField, type SchemaField } from "./schema-fields";
import type { Edge } from "./state-graph";

/** Data paths (without `data.`) that are certainly filled in at some moment. */
export type Certain = ReadonlySet<string>;

/**
 * Which data is certainly there in each configuration: what the data schema itself demands, and what
 * every way to it has asked in forms. Moves keep data, so that they take nothing away.
 */
export function certainAt(document: DefinitionDocument, ways: ConfigurationGraph): Certain[] {
  const always = certainBySchema(document);
  const start = after(always, formOf(document, document.workflow.start.form));
  const known: (Set<string> | undefined)[] = ways.all.map(() => undefined);
  known[0] = start;
  const outgoing = new Map<number, { to: number; edge: Edge | undefined }[]>();
  for (const step of ways.steps) {
    const list = outgoing.get(step.from);
    if (list === undefined) outgoing.set(step.from, [step]);
    else list.push(step);
  }
  const open = [0];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const here = known[index];
    if (here === undefined) continue;
    for (const { to, edge } of outgoing.get(index) ?? []) {
      const there = edge === undefined ? here : after(here, formOf(document, formNameOf(edge)));
      const before = known[to];
      const kept = before === undefined ? there : intersect(before, there);
      if (before !== undefined && kept.size === before.size) continue;
      known[to] = kept;
      open.push(to);
    }
  }
  return known.map((one) => one ?? start);
}

/** What is certain while an edge is decided: the form of its event counts already. */
export function certainFor(edge: Edge, before: Certain, document: DefinitionDocument): Certain {
  return after(before, formOf(document, formNameOf(edge)));
}

/** What the data schema demands at all times: a group that may be absent makes everything in it so. */
function certainBySchema({ data }: DefinitionDocument): Set<string> {
  return new Set(certainIn(rootField(data, "")));
}

function formNameOf(edge: Edge): string | undefined {
  if (edge.kind !== "event") return undefined;
  return edge.from.source.meta?.events?.[edge.name]?.form;
}

function formOf(document: DefinitionDocument, name: string | undefined): FormSource | undefined {
  return name === undefined ? undefined : document.forms[name];
}

/** A form replaces what it writes as a whole, and its required fields are there afterwards. */
function after(before: Certain, form: FormSource | undefined): Set<string> {
  const certain = new Set(before);
  if (form === undefined) return certain;
  const into = parseInto(form.into);
  const root = rootField(form.schema, "");
  switch (into.kind) {
    case "merge":
      for (const child of childrenOf(root)) {
        if (child.kind !== "leaf") forget(certain, child.path);
      }
      return addAll(certain, [...certainIn(root), ...Object.keys(form.stamp ?? {})]);
    case "set":
      forget(certain, into.path);
      return addAll(certain, [
        into.path,
        ...[...certainIn(root), ...Object.keys(form.stamp ?? {})].map(
          (path) => `${into.path}.${path}`,
        ),
      ]);
    case "append":
      return addAll(certain, [into.path]);
    case "each":
      return certain;
  }
}

function forget(certain: Set<string>, path: string): void {
  for (const one of certain) {
    if (one.startsWith(`${path}.`) || one.startsWith(`${path}[`)) certain.delete(one);
  }
}

function addAll(certain: Set<string>, paths: readonly string[]): Set<string> {
  for (const path of paths) certain.add(path);
  return certain;
}

/** Fields that are there whenever the root is; items of lists count where every item has them. */
function certainIn(root: SchemaField): string[] {
  return fieldsOf(root.schema, "")
    .filter((field) => field.path !== "" && isCertain(field))
    .map((field) => field.path);
}

function isCertain(field: SchemaField): boolean {
  for (let here: SchemaField | undefined = field; here !== undefined; here = here.parent) {
    if (!here.certain) return false;
  }
  return true;
}

function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((path) => b.has(path)));
}
