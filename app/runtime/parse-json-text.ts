import { FORBIDDEN_KEYS, type Json } from "../engine/json";
import { pointerTo } from "../engine/json-pointer";
import { problem, type Problem } from "../engine/check/problem";
import { findDuplicateKeys } from "./find-duplicate-keys";

/** Bytes a package's file may have. */
export const MAX_FILE_BYTES = 1024 * 1024;
/** Levels of nesting a package's file may have: what follows may walk it recursively. */
export const MAX_DEPTH = 64;

/**
 * Parses the text of a package's file and holds it to what the rest of the platform relies on. Gives the
 * value, or problems: `check/file-too-large`, `check/not-json`, `check/too-deep`, `check/forbidden-key`,
 * `check/duplicate-key`. Never throws, and never walks the value recursively before its depth is known.
 */
export function parseJsonText(
  text: string,
): { ok: true; value: Json } | { ok: false; problems: Problem[] } {
  if (text.length > MAX_FILE_BYTES) return refusal("check/file-too-large", sizeOf(text.length));
  let value: Json;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch (cause) {
    return refusal("check/not-json", { what: cause instanceof Error ? cause.message : "" });
  }
  const problems = [...findUnsafe(value), ...findDuplicateKeys(text)];
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

/** Parameters of `check/file-too-large`. */
export function sizeOf(bytes: number): { size: number; limit: number } {
  return { size: bytes, limit: MAX_FILE_BYTES };
}

function refusal(
  code: "check/file-too-large" | "check/not-json",
  params: Record<string, Json>,
): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [problem(code, "", params)] };
}

function findUnsafe(root: Json): Problem[] {
  const problems: Problem[] = [];
  const open: { value: Json; pointer: string; depth: number }[] = [
    { value: root, pointer: "", depth: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAX_DEPTH) return [problem("check/too-deep", pointer, { limit: MAX_DEPTH })];
    for (const [key, member] of Object.entries(value)) {
      const here = pointerTo(pointer, key);
      if (!Array.isArray(value) && FORBIDDEN_KEYS.has(key)) {
        problems.push(problem("check/forbidden-key", here, { key }));
      } else {
        open.push({ value: member as Json, pointer: here, depth: depth + 1 });
      }
    }
  }
  return problems;
}
