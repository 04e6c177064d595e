import type { SubstitutionRecord } from "../../engine/people-ports";
import type { Assignment, RoleId } from "../../engine/person";
import type { Instant } from "../../engine/time/types";

/** Work with accounts and with the audit trail is nobody's to do in another's place. */
const NEVER: ReadonlySet<RoleId> = new Set(["admin", "auditor"]);

/** Whether the work of a role can be done in somebody's place. */
export function mayBeSubstituted(role: RoleId): boolean {
  return !NEVER.has(role);
}

/** True while a substitution is in force. */
export function isSubstituting({ from, to, endedAt }: SubstitutionRecord, now: Instant): boolean {
  return from <= now && now < to && (endedAt === null || now < endedAt);
}

/** True where a substitution is for matters of this workflow: of all, of its package, or of one around it. */
export function isFor(packages: SubstitutionRecord["packages"], workflow: string): boolean {
  return (
    packages === null || packages.some((id) => workflow === id || workflow.startsWith(`${id}.`))
  );
}

/**
 * The posts that a person uses in the place of colleagues, for the time of the substitution: those of a role that they
 * hold themselves, so that nobody comes to decide what they could not. One for some packages only reaches no further
 * than their own posts do.
 */
export function substitutePosts(
  substitutions: readonly SubstitutionRecord[],
  ask: {
    user: string;
    nameOf(id: string): string | undefined;
    assignmentsOf(user: string): Assignment[];
  },
): Assignment[] {
  const mine = substitutions.filter((one) => one.substitute === ask.user && one.packages === null);
  if (mine.length === 0) return [];
  const own = ask.assignmentsOf(ask.user);
  return mine.flatMap((one) => {
    const name = ask.nameOf(one.user);
    if (name === undefined) return [];
    const end = one.endedAt === null ? one.to : Math.min(one.to, one.endedAt);
    return ask.assignmentsOf(one.user).flatMap((post): Assignment[] => {
      const isHeld = own.some(({ role }) => role === post.role) && mayBeSubstituted(post.role);
      const isReached = own.some(
        ({ role, unit }) => role === post.role && unit.id === post.unit.id,
      );
      if (!isHeld || isReached) return [];
      const from = Math.max(one.from, post.from);
      const to = post.to === null ? end : Math.min(end, post.to);
      const id = `${post.id}~${one.id}`;
      return [{ ...post, id, from, to, standsInFor: { id: one.user, name } }];
    });
  });
}
