import type { ErrorCode } from "../errors";

/** One place where a name is used, and what it has to be one of. */
export interface Use {
  code: ErrorCode;
  pointer: string;
  name: string | undefined;
  known: readonly string[];
}
