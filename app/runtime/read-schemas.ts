import { problem, type LocatedProblem } from "../engine/check/problem";
import type { Roles } from "../engine/check/roles";
import { isObject, own, type Json } from "../engine/json";
import { pointerTo } from "../engine/json-pointer";
import type { PackageFolder } from "./package-folder";
import { SHIPPED_COMMON } from "./platform-schemas";

const ROLES_FILE = "schemas/common/roles.json";

/**
 * Every schema file that a package can refer to: its own, and the common ones. A folder without common
 * shapes of its own is read with the shipped ones.
 */
export async function readSchemas(
  folder: PackageFolder,
  id: string,
): Promise<{ files: Map<string, Json>; problems: LocatedProblem[] }> {
  const files = new Map<string, Json>(Object.entries(SHIPPED_COMMON));
  const problems: LocatedProblem[] = [];
  for (const path of ["schemas/common", `schemas/${id}`]) {
    for (const entry of (await folder.list(path)) ?? []) {
      const file = `${path}/${entry}`;
      if (!entry.endsWith(".json")) {
        problems.push({ ...problem("check/unexpected-file", "", { name: entry }), file });
        continue;
      }
      const read = await folder.readJson(file);
      if (read.ok && isObject(read.value)) files.set(file, read.value);
      else problems.push(...(read.ok ? [notAnObject(file)] : read.problems));
    }
  }
  return { files, problems };
}

/** The folder's roles, or the shipped ones. A malformed entry is left out: `check/malformed-role`. */
export async function loadRoles(
  folder: PackageFolder,
): Promise<{ roles: Roles; problems: LocatedProblem[] }> {
  const common = (await folder.list("schemas/common")) ?? [];
  const read = common.includes("roles.json")
    ? await folder.readJson(ROLES_FILE)
    : { ok: true as const, value: SHIPPED_COMMON[ROLES_FILE] ?? {} };
  if (!read.ok) return { roles: {}, problems: read.problems };
  if (!isObject(read.value)) return { roles: {}, problems: [notAnObject(ROLES_FILE)] };

  const roles: Record<string, Roles[string]> = {};
  const problems: LocatedProblem[] = [];
  for (const [id, entry] of Object.entries(read.value)) {
    const title = isObject(entry) ? own(entry, "title") : undefined;
    const decides = isObject(entry) ? own(entry, "decides") : undefined;
    const zh = isObject(title) ? own(title, "zh") : undefined;
    const en = isObject(title) ? own(title, "en") : undefined;
    if (typeof zh === "string" && typeof decides === "boolean") {
      roles[id] = { title: { zh, ...(typeof en === "string" ? { en } : {}) }, decides };
    } else {
      const found = problem("check/malformed-role", pointerTo("", id), { id });
      problems.push({ ...found, file: ROLES_FILE });
    }
  }
  return { roles, problems };
}

function notAnObject(file: string): LocatedProblem {
  return { ...problem("check/wrong-type", "", { expected: "object" }), file };
}
