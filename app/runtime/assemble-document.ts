import { checkShape } from "../engine/check/check-shape";
import { problem, type LocatedProblem } from "../engine/check/problem";
import { isObject, own, type Json, type JsonObject } from "../engine/json";
import { pointerTo } from "../engine/json-pointer";
import type { DefinitionDocument } from "../engine/workflow-source";
import { inlineRefs } from "./inline-refs";
import type { JsonFile } from "./package-folder";
import { PLATFORM_SCHEMAS } from "./platform-schemas";
import { SourceMap } from "./source-map";

export interface Parts {
  /** What the package's id has to be, by its place. */
  id: string;
  workflow: { file: string; content: Json | undefined };
  /** Every schema file that can be referred to, by name. */
  schemas: ReadonlyMap<string, Json>;
  /** The papers of the folder, by file name. */
  papers: ReadonlyMap<string, JsonFile>;
  /** What reading already found; with an error among them there is no document. */
  problems: LocatedProblem[];
}

/**
 * Puts a package's files together to its definition document, with the map that leads back to them.
 * No document where a file is missing or unreadable, or a reference leads nowhere. A cause is reported
 * alone: what refers to a file that is reported itself says nothing.
 */
export function assembleDocument(parts: Parts): {
  document?: DefinitionDocument;
  sources: SourceMap;
  problems: LocatedProblem[];
} {
  const { id, workflow, schemas } = parts;
  const sources = new SourceMap();
  const base = `schemas/${id}/`;
  const dataFile = `${base}data.json`;
  const reported = new Set(parts.problems.map((found) => found.file));
  const problems = [...parts.problems, ...checkIdentity(workflow, id)];
  if (!reported.has(dataFile)) {
    const found = checkData(schemas.get(dataFile), { id, dataFile, workflowFile: workflow.file });
    problems.push(...found);
    if (found.length > 0) reported.add(dataFile);
  }
  const own_ = [...schemas].filter(([file]) => file.startsWith(base));
  const forms: Record<string, Json> = {};
  let data: Json = {};
  for (const [file, content] of own_) {
    const name = file.slice(base.length, -".json".length);
    const pointer = name === "data" ? "/data" : pointerTo("/forms", name);
    const read = (wanted: string): Json | undefined => schemas.get(wanted);
    const isReported = (wanted: string): boolean => reported.has(wanted);
    const value = withoutAids(content);
    const inlined = inlineRefs({ value, file, pointer, read, isReported, sources });
    problems.push(...inlined.problems);
    if (name === "data") data = inlined.value;
    else forms[name] = inlined.value;
  }
  sources.add("/workflow", { file: workflow.file, pointer: "" });
  if (!isObject(workflow.content)) return { sources, problems };
  const source = withoutAids(workflow.content);
  const offered = offeredPapers(source, parts.papers, sources);
  problems.push(...offered.problems);
  if (problems.some((found) => found.severity === "error")) return { sources, problems };
  const { papers } = offered;
  const document = { workflow: source, data, forms, papers } as unknown as DefinitionDocument;
  return { document, sources, problems };
}

/**
 * What the file is called is what it says that it is. Where it says something else, or nothing, it is not
 * known for which package the rest would be meant; its shape is reported all the same.
 */
function checkIdentity({ file, content }: Parts["workflow"], expected: string): LocatedProblem[] {
  if (content === undefined) return [];
  if (!isObject(content)) {
    return [{ ...problem("check/wrong-type", "", { expected: "object" }), file }];
  }
  const id = own(content, "id");
  if (id === expected) return [];
  const shape = { kind: "workflow", schemas: PLATFORM_SCHEMAS, pointer: "" } as const;
  return [
    ...(typeof id === "string" ? [problem("check/id-and-folder", "/id", { id, expected })] : []),
    ...checkShape(withoutAids(content), shape),
  ].map((found) => ({ ...found, file }));
}

/** Without fields there is nothing that a form could refer to. */
function checkData(
  data: Json | undefined,
  at: { id: string; dataFile: string; workflowFile: string },
): LocatedProblem[] {
  if (data === undefined) {
    return [{ ...problem("check/no-data", "", { id: at.id }), file: at.workflowFile }];
  }
  const shape = { kind: "data", schemas: PLATFORM_SCHEMAS, pointer: "" } as const;
  const hasFields = isObject(data) && isObject(own(data, "properties"));
  return hasFields ? [] : checkShape(data, shape).map((found) => ({ ...found, file: at.dataFile }));
}

/** The papers of a folder belong to all its machines; each takes those that it offers. */
function offeredPapers(
  workflow: JsonObject,
  files: ReadonlyMap<string, JsonFile>,
  sources: SourceMap,
): { papers: Record<string, Json>; problems: LocatedProblem[] } {
  const offers = own(workflow, "papers");
  const papers: Record<string, Json> = {};
  const problems: LocatedProblem[] = [];
  for (const [file, read] of files) {
    const name = file.slice(file.lastIndexOf("/") + 1, -".json".length);
    if (!isObject(offers) || own(offers, name) === undefined) continue;
    if (!read.ok) problems.push(...read.problems);
    else {
      papers[name] = withoutAids(read.value);
      sources.add(pointerTo("/papers", name), { file, pointer: "" });
    }
  }
  return { papers, problems };
}

/** Without what only helps the author's editor (`$schema`) or has been put in its place (`$defs`). */
function withoutAids<T extends Json>(content: T): T {
  if (!isObject(content)) return content;
  const { $schema: _schema, $defs: _defs, ...rest } = content as JsonObject;
  return rest as T;
}
