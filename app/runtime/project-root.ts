import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder: two folders up, from this file as from `build/cli`, in which it is bundled. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "../..");
