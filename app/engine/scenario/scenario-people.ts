import { toColleague, type Colleague, type People } from "../people";
import type { Whereabouts } from "../person";
import type { Instant } from "../time/types";
import { own } from "../json";
import { personOf } from "./scenario-person";
import type { Scenario } from "./scenario";

/** The people of a story are all who exist in it. */
export function scenarioPeople(scenario: Scenario, where: Whereabouts, now: Instant): People {
  const find = (key: string): Colleague | undefined => {
    const source = own(scenario.people, key);
    if (source === undefined) return undefined;
    const one = toColleague(personOf(scenario, key), where, now);
    const { standsInFor } = source;
    return one === undefined || standsInFor === undefined ? one : { ...one, standsInFor };
  };
  return {
    find,
    holders: (role) =>
      Object.keys(scenario.people)
        .flatMap((key) => find(key) ?? [])
        .filter((one) => one.posts.some((post) => post.role === role)),
  };
}
