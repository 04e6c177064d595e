import type { Instant } from "../time/types";
import type { Cause } from "./cause-of";
import type { Difference } from "./decide-again";

/** A past matter that would have gone differently, and from which step on. */
export interface Finding {
  caseId: string;
  seq: number;
  difference: Difference;
  cause: Cause;
}

/** What a draft would have made of past matters (用过去的事项试跑). It is worked on matter by matter and can be gone on with. */
export interface Trial {
  proposal: string;
  /** Names what was tried: a draft that is written anew has to be tried anew. */
  patch: string;
  status: "running" | "done";
  begunBy: string;
  beganAt: Instant;
  endedAt: Instant | null;
  /** The chosen matters, newest first, and how many of them have been looked at. */
  matters: string[];
  done: number;
  /** How many come out as they did. */
  same: number;
  /** How many would differ under the rules in force as well: the draft does not make them so. */
  already: number;
  findings: Finding[];
}
