import type { UnitId } from "../person";
import type { Day, Instant } from "../time/types";
import type { PatchOperation } from "../variant/patch";

/** Where a change holds: in a county, or only in its villages under one model. */
export interface ChangeScope {
  unit: UnitId;
  package: string;
  /** Null: whatever the village's model. */
  model: string | null;
}

/** Leave to go under a parameter's own floor (降标准备案). Whoever gives the opinion approves it. */
export interface Exemption {
  parameter: string;
  reason: string;
  /** Last day on which a new matter may use the lower value. */
  until: Day;
}

/** 草稿 · 送法制审核 · 法制已同意 · 已发布 · 已撤回 */
export type ProposalStatus = "draft" | "review" | "approved" | "published" | "withdrawn";

/** What somebody did with a proposal. `return` sends it back to the draft, with a reason. */
export type ProposalAct =
  "begin" | "edit" | "submit" | "return" | "approve" | "publish" | "withdraw" | "readTrial";

export interface ProposalEntry {
  act: ProposalAct;
  by: string;
  at: Instant;
  note?: string;
}

/**
 * A change that two people make together: one drafts, another of the legal office gives opinion and number, and
 * somebody who did not draft it publishes it. Its patch stands on the layers beneath its scope.
 */
export interface Proposal {
  id: string;
  scope: ChangeScope;
  status: ProposalStatus;
  /** Counts its writes: what was decided on an older one is refused. */
  revision: number;
  /** The published version that held in the scope when the draft began; null where there was none. */
  basedOn: string | null;
  patch: PatchOperation[];
  exemptions: Exemption[];
  /** Why the county wants it. */
  why: string;
  /** From when the drafter would like it to hold. */
  wantedFrom: Day | null;
  opinion: Opinion | null;
  /** First day on which new matters use it; null until it is published. */
  from: Day | null;
  /** Who read the trial run, and of which patch. */
  trialRead: { by: string; at: Instant; patch: string } | null;
  /** Everything that was done with it, oldest first; the first is who began it. */
  log: ProposalEntry[];
}

/** What the legal office says, with the number of its document (文号). */
export interface Opinion {
  text: string;
  documentNumber: string;
  by: string;
  at: Instant;
}

/** A proposal that was published; it stays on record when a later one takes its place. */
export type Version = Proposal & { status: "published"; from: Day };

export function isVersion(proposal: Proposal): proposal is Version {
  return proposal.status === "published" && proposal.from !== null;
}

export function sameScope(a: ChangeScope, b: ChangeScope): boolean {
  return a.unit === b.unit && a.package === b.package && a.model === b.model;
}

/** Everybody who wrote any of it: none of them may sign it off. */
export function authorsOf({ log }: Proposal): string[] {
  const written = log.filter(({ act }) => act === "begin" || act === "edit");
  return [...new Set(written.map(({ by }) => by))];
}
