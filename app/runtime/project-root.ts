import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The project's folder, with `workflows`, `schemas` and `build` in it. It lies two folders up from
 * here, and two up from `build/cli` and `build/server` as well.
 */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "../..");
