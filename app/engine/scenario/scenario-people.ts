import { toColleague, type Colleague, type People } from "../people";
import type { Whereabouts } from "../person";
import type { Instant } from "../time/types";
import { own } from "../json";
import { personOf } from "./scenario-person";
import type { Scenario } from "./scenario";

/** What a story has said of its people beside their posts, by their keys. */
export interface KnownPeople {
  /** On duty, the nearest first. */
  onDuty: readonly string[];
}

/** The people of a story are all who exist in it. */
export function scenarioPeople(
  scenario: Scenario,
  { where, now, known }: { where: Whereabouts; now: Instant; known: KnownPeople },
): People {
  const find = (key: string): Colleague | undefined => {
    const source = own(scenario.people, key);
    if (source === undefined) return undefined;
    const one = toColleague(personOf(scenario, key), where, now);
    const { standsInFor } = source;
    return one === undefined || standsInFor === undefined ? one : { ...one, standsInFor };
  };
  const withRole = (keys: readonly string[], role: string): Colleague[] =>
    keys
      .flatMap((key) => find(key) ?? [])
      .filter((one) => one.posts.some((post) => post.role === role));
  return {
    find,
    holders: (role) => withRole(Object.keys(scenario.people), role),
    onDuty: (role) => withRole(known.onDuty, role),
  };
}
