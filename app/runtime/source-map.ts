import { escapeKey, keysOf } from "../engine/json-pointer";

/** Where a part of a definition document was written. */
export interface Origin {
  /** Relative to the folder that holds `workflows/` and `schemas/`. */
  file: string;
  pointer: string;
}

/**
 * Leads from a pointer in the definition document back to the file it came from. The document is put
 * together from many files, and `$ref`s are inlined; each seam is one entry, the deepest one counts.
 */
export class SourceMap {
  readonly #origins = new Map<string, Origin>();

  add(pointer: string, origin: Origin): void {
    this.#origins.set(pointer, origin);
  }

  /** The file and the pointer in it; undefined for a pointer that belongs to no file. */
  locate(pointer: string): Origin | undefined {
    const keys = keysOf(pointer);
    if (keys === undefined) return undefined;
    for (let length = keys.length; length >= 0; length -= 1) {
      const prefix = toPointer(keys.slice(0, length));
      const origin = this.#origins.get(prefix);
      if (origin !== undefined) {
        return {
          file: origin.file,
          pointer: origin.pointer + toPointer(keys.slice(length)),
        };
      }
    }
    return undefined;
  }
}

function toPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${escapeKey(key)}`).join("");
}
