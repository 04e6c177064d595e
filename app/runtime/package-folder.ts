import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { problem, type LocatedProblem } from "../engine/check/problem";
import type { Json } from "../engine/json";
import { MAX_FILE_BYTES, parseJsonText, sizeOf } from "./parse-json-text";

/** A file's content, or what is wrong with it. */
export type JsonFile = { ok: true; value: Json } | { ok: false; problems: LocatedProblem[] };

/** A folder laid out as the repository: `workflows/` and `schemas/`. All names in it use `/`. */
export interface PackageFolder {
  /** Names in a folder, sorted; a trailing `/` marks folders. Undefined where there is no such folder. */
  list(path: string): Promise<string[] | undefined>;
  readJson(file: string): Promise<JsonFile>;
}

/** Opens a folder of packages; each file is read once. Never throws for what the folder holds. */
export function openPackageFolder(dir: string): PackageFolder {
  const files = new Map<string, Promise<JsonFile>>();
  return {
    async list(path) {
      try {
        const entries = await readdir(join(dir, path), { withFileTypes: true });
        return entries
          .filter((entry) => !entry.name.startsWith("."))
          .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
          .sort();
      } catch {
        return undefined;
      }
    },
    readJson(file) {
      const known = files.get(file) ?? readJsonFile(dir, file);
      files.set(file, known);
      return known;
    },
  };
}

async function readJsonFile(dir: string, file: string): Promise<JsonFile> {
  const path = join(dir, file);
  try {
    const { size } = await stat(path);
    const parsed =
      size > MAX_FILE_BYTES
        ? { ok: false as const, problems: [problem("check/file-too-large", "", sizeOf(size))] }
        : parseJsonText(await readFile(path, "utf8"));
    if (parsed.ok) return parsed;
    return { ok: false, problems: parsed.problems.map((found) => ({ ...found, file })) };
  } catch (cause) {
    const what = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    return { ok: false, problems: [{ ...problem("check/unreadable-file", "", { what }), file }] };
  }
}
