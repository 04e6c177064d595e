import type { JsonObject } from "../json";

/** The kinds of file that a package is made of. */
export type FileKind =
  "workflow" | "data" | "form" | "paper" | "variant" | "scenario" | "model" | "story";

/** `schemas/platform/*.schema.json` as values: the engine reads no files. */
export type PlatformSchemas = Readonly<Record<FileKind | "text", JsonObject>>;
