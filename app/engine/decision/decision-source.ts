import type { RoleId } from "../person";
import type { Text } from "../text";

/**
 * Who is asked, as a package says it: somebody with a role (`each`: everybody who holds it, one signature apiece),
 * named people, or those that the handler before has chosen.
 */
export interface AskedSource {
  role?: RoleId;
  each?: true;
  /** With `role`: scope path of the unit's id; only its people are meant. */
  unit?: string;
  /** Data path of account ids, one or a list: `data.panel[*].account`. */
  people?: string;
  chosen?: { role: RoleId; least?: number; most?: number };
  /** A rule: asked only where it holds. Where it cannot be told, they are asked. */
  when?: string;
  /** Default 1. */
  weight?: number;
}

/** When a decision passes. A share is written `2/3`; `more` means more than it, `present` those who answered. */
export type PassSource =
  "all" | "any" | { share: string; more?: true; of?: "all" | "present" } | { weight: number };

/** What one rejection does: ends the decision at once, or lets the others answer first. */
export type Rejection = "ends" | "waits";

/** A decision that several people take together: `meta.decision` of a state. */
export interface DecisionSource {
  asked: AskedSource[];
  way: "parallel" | "turn";
  pass: PassSource;
  rejection: Rejection;
  /** Whom nobody found goes to; never approval. */
  fallback: RoleId;
  about: "person" | "matter";
  /** A rejection by one of these roles fails it, whatever the count. */
  veto?: RoleId[];
  /** As many must have answered before it passes: a number, or a share of all. */
  quorum?: number | { share: string; more?: true };
  abstain?: true;
  /** May be signed on several matters at once, with the same answer. Never where it is about a person. */
  batch?: true;
  /** One person who is asked twice answers once. Without it, each answer needs a person of its own. */
  samePerson?: "once";
  /** A meeting's paper votes are entered as counts, with the photo of its sheet. */
  paper?: { title: Text };
  /** What the state's `due` does when it runs out on open signatures. */
  timeout?: "approve" | "reject";
}
