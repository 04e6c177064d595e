import { problem, type LocatedProblem } from "../engine/check/problem";
import { isObject, own, type Json, type JsonObject } from "../engine/json";
import { pointerTo } from "../engine/json-pointer";
import type { DefinitionDocument } from "../engine/workflow-source";
import { inlineRefs } from "./inline-refs";
import { SourceMap } from "./source-map";

export interface Parts {
  /** What the package's id has to be, by its place. */
  id: string;
  workflow: { file: string; content: Json | undefined };
  /** Every schema file that can be referred to, by name. */
  schemas: ReadonlyMap<string, Json>;
  /** The papers of the folder, by file name. */
  papers: ReadonlyMap<string, Json>;
  /** What reading already found; with an error among them there is no document. */
  problems: LocatedProblem[];
}

/**
 * Puts a package's files together to its definition document, with the map that leads back to them.
 * No document where a file is missing or unreadable, or a reference leads nowhere.
 */
export function assembleDocument(parts: Parts): {
  document?: DefinitionDocument;
  sources: SourceMap;
  problems: LocatedProblem[];
} {
  const { id, workflow, schemas } = parts;
  const sources = new SourceMap();
  const problems = [...parts.problems];
  const note = (
    code: "check/no-data" | "check/id-and-folder" | "check/wrong-type",
    file: string,
    params: JsonObject,
  ) =>
    problems.push({ ...problem(code, code === "check/id-and-folder" ? "/id" : "", params), file });

  const base = `schemas/${id}/`;
  const own_ = [...schemas].filter(([file]) => file.startsWith(base));
  const forms: Record<string, Json> = {};
  let data: Json = {};
  for (const [file, content] of own_) {
    const name = file.slice(base.length, -".json".length);
    const pointer = name === "data" ? "/data" : pointerTo("/forms", name);
    const read = (wanted: string): Json | undefined => schemas.get(wanted);
    const inlined = inlineRefs({ value: withoutAids(content), file, pointer, read, sources });
    problems.push(...inlined.problems);
    if (name === "data") data = inlined.value;
    else forms[name] = inlined.value;
  }
  const hasData =
    schemas.has(`${base}data.json`) ||
    parts.problems.some((found) => found.file === `${base}data.json`);
  if (!hasData) note("check/no-data", workflow.file, { id });

  if (workflow.content !== undefined) {
    sources.add("/workflow", { file: workflow.file, pointer: "" });
    if (!isObject(workflow.content))
      note("check/wrong-type", workflow.file, { expected: "object" });
    else if (own(workflow.content, "id") !== id) {
      note("check/id-and-folder", workflow.file, {
        id: own(workflow.content, "id") ?? null,
        expected: id,
      });
    }
  }
  if (!isObject(workflow.content) || problems.some((found) => found.severity === "error")) {
    return { sources, problems };
  }
  const source = withoutAids(workflow.content);
  const papers = offeredPapers(source, parts.papers, sources);
  const document = { workflow: source, data, forms, papers } as unknown as DefinitionDocument;
  return { document, sources, problems };
}

/** The papers of a folder belong to all its machines; each takes those that it offers. */
function offeredPapers(
  workflow: JsonObject,
  files: ReadonlyMap<string, Json>,
  sources: SourceMap,
): Record<string, Json> {
  const offers = own(workflow, "papers");
  const papers: Record<string, Json> = {};
  for (const [file, content] of files) {
    const name = file.slice(file.lastIndexOf("/") + 1, -".json".length);
    if (!isObject(offers) || own(offers, name) === undefined) continue;
    papers[name] = withoutAids(content);
    sources.add(pointerTo("/papers", name), { file, pointer: "" });
  }
  return papers;
}

/** Without what only helps the author's editor (`$schema`) or has been put in its place (`$defs`). */
function withoutAids<T extends Json>(content: T): T {
  if (!isObject(content)) return content;
  const { $schema: _schema, $defs: _defs, ...rest } = content as JsonObject;
  return rest as T;
}
