import { isInForce, touches, type Assignment, type Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { Directory } from "./directory";
import { mayBeSubstituted } from "./substitute-posts";

/** Posts of one's own, not those used in somebody's place. */
export function ownPosts(person: Person, now: Instant): Assignment[] {
  return person.assignments.filter(
    (post) => post.standsInFor === undefined && isInForce(post, now),
  );
}

/** True where a person is the chief of the station in which somebody serves. */
export function isChiefOf(chief: Person, person: Person, now: Instant): boolean {
  const led = ownPosts(chief, now).filter(({ role }) => role === "stationChief");
  return ownPosts(person, now).some(({ unit }) =>
    led.some(
      (post) =>
        post.unit.within.includes(unit.id) || unit.covers.some((code) => touches(post.unit, code)),
    ),
  );
}

/** Who may stand in for somebody: colleagues of the same station or unit who hold one of the same posts. */
export function possibleSubstitutes(directory: Directory, person: Person, now: Instant): Person[] {
  const posts = ownPosts(person, now).filter(({ role }) => mayBeSubstituted(role));
  return directory.users.flatMap(({ id }) => {
    const other = id === person.id ? undefined : directory.findPerson(id);
    if (other === undefined) return [];
    const fits = ownPosts(other, now).some((held) =>
      posts.some(
        ({ role, unit }) =>
          held.role === role && groupOf(directory, held) === groupOf(directory, { unit }),
      ),
    );
    return fits ? [other] : [];
  });
}

/** The station that a post belongs to, or its unit where it belongs to none. */
function groupOf(directory: Directory, { unit }: Pick<Assignment, "unit">): string {
  if (unit.kind !== "village") return unit.id;
  const over = directory.unitsCovering(unit.covers[0] ?? "").find(({ kind }) => kind === "station");
  return over?.id ?? unit.id;
}
