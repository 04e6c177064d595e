import { toColleague, type Colleague, type People } from "../../engine/people";
import type { Whereabouts } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { Directory } from "./directory";

/** The people of a directory as one matter sees them: with the posts that reach it now. */
export function matterPeople(directory: Directory, matter: Whereabouts, now: Instant): People {
  const find = (id: string): Colleague | undefined => {
    const person = directory.findPerson(id);
    return person && toColleague(person, matter, now);
  };
  return {
    find,
    holders: (role) =>
      directory
        .holders({ roles: [role], matter, now })
        .sort()
        .flatMap((id) => find(id) ?? []),
  };
}
