import type { Case } from "../case";
import type { JsonObject } from "../json";
import type { LinkSource, ParentEnd } from "../link-source";
import type { Instant } from "../time/types";
import type { Workflow } from "../workflow";

/** `parent:candidate` → `candidate`: the effect that has a child hear how its parent stands; undefined for all others. */
export function parseParentWord(action: string): string | undefined {
  return /^parent:(.+)$/.exec(action)?.[1];
}

/** At which ends of the parent a link's children end too. */
export function endsWith({ cancel = "apart" }: Pick<LinkSource, "cancel">): readonly ParentEnd[] {
  if (cancel === "apart") return [];
  return cancel === "with" ? ["void", "withdrawn", "completed", "abandoned"] : cancel;
}

/**
 * One word for each child that has to hear that the matter is over, or taken up again. Which of the two it is, is asked
 * when the word is carried, so that the child always follows how its parent stands then.
 */
export function wordsToChildren(
  workflow: Workflow,
  ask: {
    before: Case["status"];
    after: Pick<Case, "status" | "end" | "links">;
    at: Instant;
  },
): { action: string; params: JsonObject }[] {
  const { before, after, at } = ask;
  if ((before === "open") === (after.status === "open")) return [];
  return Object.entries(workflow.source.links ?? {}).flatMap(([name, link]) => {
    const ends = endsWith(link);
    // One that has ended with us may not have told us yet.
    const children = (after.links[name] ?? []).filter(({ end }) =>
      after.status === "open" ? end !== "completed" : end === null,
    );
    const concerned = after.status === "open" ? ends.length > 0 : isAmong(after, ends);
    return concerned
      ? children.map(({ id }) => ({ action: `parent:${name}`, params: { child: id, at } }))
      : [];
  });
}

/** How a matter is over, as `cancel` names it; null while it is open. */
export function endOfParent({ status, end }: Pick<Case, "status" | "end">): ParentEnd | null {
  if (status === "open") return null;
  return status === "ended" ? (end ?? "abandoned") : status;
}

function isAmong(matter: Pick<Case, "status" | "end">, ends: readonly ParentEnd[]): boolean {
  const how = endOfParent(matter);
  return how !== null && ends.includes(how);
}
