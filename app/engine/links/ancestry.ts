import type { Case, Opening } from "../case";
import { refuse } from "../errors";
import type { Refusal } from "../refusal";

/** A matter above another one: what opened it, what opened that, and so on. */
export type Ancestor = Pick<Case, "id" | "workflow" | "status"> & {
  /** Codes of its place and its owner. */
  place: string;
  owner: string;
};

/** Open matters stand above each other so deep at most. */
export const MOST_LEVELS = 8;

/**
 * Why no matter may be opened below these, which are the opening one itself, as it is after the step, and all above
 * it, in any county and by any variant: `case/link-circle` where an open one of the same workflow, place and owner is
 * among them, `case/link-too-deep` where they are too many. Null where it may.
 */
export function refuseAncestry(
  ancestors: readonly Ancestor[],
  { workflow, place, owner }: Pick<Opening, "workflow" | "place" | "owner">,
): Refusal | null {
  const open = ancestors.filter(({ status }) => status === "open");
  const same = open.find(
    (one) => one.workflow === workflow && one.place === place.code && one.owner === owner.id,
  );
  if (same !== undefined) return { ...refuse("case/link-circle"), linked: [same.id] };
  return open.length >= MOST_LEVELS ? refuse("case/link-too-deep", { most: MOST_LEVELS }) : null;
}
