import type { Language } from "../../engine/text";
import type { Terminal } from "./report";

/** `QY_LANG`, else the terminal's own language where it is English; Chinese otherwise. */
export function languageOf({ env }: Pick<Terminal, "env">): Language {
  const asked = env["QY_LANG"] ?? env["LANG"] ?? "";
  return asked.toLowerCase().startsWith("en") ? "en" : "zh";
}
