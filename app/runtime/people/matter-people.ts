import { toColleague, type Colleague, type People } from "../../engine/people";
import type { Whereabouts } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { Directory } from "./directory";

/** One matter for whose people it is asked. */
export interface MatterOfPeople extends Whereabouts {
  /** Its package. */
  workflow: string;
  now: Instant;
  /** Accounts that the roster has on duty for its place now, the nearest first; nobody where it was not asked. */
  onDuty?: readonly string[] | undefined;
}

/** The people of a directory as one matter sees them: with the posts that reach it now. */
export function matterPeople(directory: Directory, matter: MatterOfPeople): People {
  const { now, workflow, onDuty = [] } = matter;
  const find = (id: string): Colleague | undefined => {
    const person = directory.findPerson(id);
    const one = person && toColleague(person, matter, now);
    const standsInFor = directory.standsInFor(id, { package: workflow, now });
    return one && (standsInFor.length === 0 ? one : { ...one, standsInFor });
  };
  return {
    find,
    holders: (role) =>
      directory
        .holders({ roles: [role], matter, now })
        .sort()
        .flatMap((id) => find(id) ?? []),
    onDuty: (role) =>
      onDuty
        .flatMap((id) => find(id) ?? [])
        .filter(({ posts }) => posts.some((post) => post.role === role)),
  };
}
