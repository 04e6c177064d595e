import type { ParentCommand } from "../../engine/command";
import { refuse } from "../../engine/errors";
import { endOfParent, endsWith } from "../../engine/links/cancel";
import type { CaseStore } from "../../engine/ports";
import type { Instant } from "../../engine/time/types";
import type { Result } from "../api";
import type { Definitions } from "../definitions";

/** A parent's word to a linked matter that it is over or taken up again, and when that happened. */
export interface ParentWord {
  parent: string;
  link: string;
  at: Instant;
}

/**
 * What a linked matter hears of its parent as that stands now. Refuses `case/not-ended-with` where the link leaves
 * its matters alone at such an end.
 */
export async function parentWord(
  { store, definitions }: { store: CaseStore; definitions: Definitions },
  { parent, link, at }: ParentWord,
): Promise<Result<Omit<ParentCommand, "id" | "expectedSeq">>> {
  const { cases } = await store.read({ cases: [parent], commands: [], sequences: [] });
  const above = cases.get(parent);
  if (above === undefined) return { ok: false, refusal: refuse("case/not-found") };
  const workflow = await definitions.get(above.hash);
  const how = endOfParent(above);
  const staysApart = how !== null && !endsWith(workflow.source.links?.[link] ?? {}).includes(how);
  if (staysApart) return { ok: false, refusal: refuse("case/not-ended-with") };
  const { status, end } = above;
  return { ok: true, value: { type: "parent", parent, status, end, occurredAt: at } };
}
