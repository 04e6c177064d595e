import { assignmentsFor, type Person, type RoleId, type UnitId, type Whereabouts } from "./person";
import { own } from "./json";
import type { Instant } from "./time/types";

/** A post that reaches the matter; `for`: it is somebody else's, in whose place it is used (代班). */
export interface ColleaguePost {
  role: RoleId;
  unit: UnitId;
  for?: string;
}

/** Somebody with an account, as far as it matters for one matter: the posts in whose scope it lies. */
export interface Colleague {
  id: string;
  name: string;
  posts: ColleaguePost[];
  /** Those whose tasks of this matter they may take over now (代班). */
  standsInFor?: string[];
}

/**
 * The people who could act on one matter now, as values: the engine never reads a directory. What a step asked is
 * kept in its history entry, and replay answers from there.
 */
export interface People {
  /** Undefined where there is no such account, or none with a post in whose scope the matter lies. */
  find(id: string): Colleague | undefined;
  holders(role: RoleId): readonly Colleague[];
  /** Of those, whom the published roster has on duty for the matter's place now; who is nearest comes first. */
  onDuty(role: RoleId): readonly Colleague[];
}

/** What one step asked, and what it was told. */
export interface PeopleRecord {
  found?: Record<string, Colleague | null>;
  holders?: Record<RoleId, Colleague[]>;
  onDuty?: Record<RoleId, Colleague[]>;
}

export const NOBODY: People = {
  find: () => undefined,
  holders: () => [],
  onDuty: () => [],
};

/** A person before one matter; undefined where no post of theirs reaches it. */
export function toColleague(
  person: Person,
  matter: Whereabouts,
  now: Instant,
): Colleague | undefined {
  const held = assignmentsFor(person, matter, now);
  if (held.length === 0) return undefined;
  const posts = held.map(({ role, unit, standsInFor }): ColleaguePost => {
    const post = { role, unit: unit.id };
    return standsInFor === undefined ? post : { ...post, for: standsInFor.id };
  });
  return { id: person.id, name: person.name, posts };
}

/** The same people, and a note of everything that was asked of them; undefined where nothing was. */
export function recordPeople(people: People): {
  people: People;
  record(): PeopleRecord | undefined;
} {
  const found: Record<string, Colleague | null> = {};
  const holders: Record<RoleId, Colleague[]> = {};
  const onDuty: Record<RoleId, Colleague[]> = {};
  return {
    people: {
      find(id) {
        const one = people.find(id);
        found[id] = one ?? null;
        return one;
      },
      holders(role) {
        const all = people.holders(role);
        holders[role] = [...all];
        return all;
      },
      onDuty(role) {
        const all = people.onDuty(role);
        onDuty[role] = [...all];
        return all;
      },
    },
    record() {
      const record: PeopleRecord = {
        ...(Object.keys(found).length === 0 ? {} : { found }),
        ...(Object.keys(holders).length === 0 ? {} : { holders }),
        ...(Object.keys(onDuty).length === 0 ? {} : { onDuty }),
      };
      return Object.keys(record).length === 0 ? undefined : record;
    },
  };
}

/** Answers as it was answered when the step was taken. */
export function recordedPeople(record: PeopleRecord = {}): People {
  return {
    find: (id) => own(record.found, id) ?? undefined,
    holders: (role) => own(record.holders, role) ?? [],
    onDuty: (role) => own(record.onDuty, role) ?? [],
  };
}
