import { ERRORS, type ErrorCode } from "../errors";
import { messageOf, type ErrorParams } from "../errors/define";
import type { Text } from "../text";

/** `error`: the package cannot be published; `warning`: look at it; `info`: something was not decided. */
export type Severity = "error" | "warning" | "info";

/** One thing that `check` found. `pointer` starts at the definition document: `/workflow/machine/states/…`. */
export interface Problem {
  code: ErrorCode;
  severity: Severity;
  pointer: string;
  /** What was found and what to do. */
  message: Text;
  /** The same said to a county, where the message speaks to the author of a package. */
  county?: Text;
}

/** A problem with the file it lies in; `pointer` then starts at that file. */
export interface LocatedProblem extends Problem {
  /** Relative to the folder that holds `workflows/` and `schemas/`. */
  file: string;
}

/** A problem from the error catalogue, with its parameters filled in. */
export function problem(code: ErrorCode, pointer: string, params: ErrorParams = {}): Problem {
  const entry = ERRORS[code];
  const county = entry.county && { county: messageOf(entry.county, params) };
  const severity = entry.severity ?? "error";
  return { code, severity, pointer, message: messageOf(entry, params), ...county };
}

/** A problem as it is said to those who change a package for their county. */
export function toCounty({ county, ...found }: Problem): Problem {
  return { ...found, message: county ?? found.message };
}
