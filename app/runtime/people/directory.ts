import type { JsonObject } from "../../engine/json";
import { kindOn, type ModelAdoption, type VillageKind } from "../../engine/model/adoption";
import type {
  UnitRecord,
  AdoptionRecord,
  AssignmentRecord,
  PeopleSnapshot,
  SubstitutionRecord,
  UserRecord,
} from "../../engine/people-ports";
import {
  isInForce,
  isInScope,
  type Assignment,
  type Person,
  type RoleId,
  type UnitId,
  type Whereabouts,
} from "../../engine/person";
import type { Day, Instant } from "../../engine/time/types";
import { isFor, isSubstituting, substitutePosts } from "./substitute-posts";
import { createUnitTree, type UnitTree } from "./unit-tree";

export interface Place {
  /** Twelve digits. */
  code: string;
  name: string;
}

/** What a package says that its matters' place is. */
export type PlaceKind = "village" | "station";

/** Who can be asked about a place right now. */
export interface Duty {
  name: string;
  unitName: string;
  phone: string;
}

/** Who is who and what lies where, as of the last change. Immutable; a change makes a new one. */
export interface Directory extends UnitTree {
  /** All accounts, disabled ones too, by login. */
  users: readonly UserRecord[];
  adoptions: readonly AdoptionRecord[];
  findUser(id: string): UserRecord | undefined;
  /** Every post of an account, past and to come as well, whether or not it is disabled. */
  postsOf(user: string): readonly Assignment[];
  findLogin(login: string): UserRecord | undefined;
  /** The person behind an account, with all assignments; undefined where it is unknown or disabled. */
  findPerson(user: string): Person | undefined;
  /** The villages, or the areas of stations, in a person's reach by the assignments in force, by code. */
  placesOf(person: Person, now: Instant, kind?: PlaceKind): Place[];
  /** Users with one of the roles in whose scope the matter lies, disabled ones left out. */
  holders(ask: { roles: readonly RoleId[]; matter: Whereabouts; now: Instant }): string[];
  /** The nearest station over a place and its officers; null where no station with a duty phone covers it. */
  duty(place: string, now: Instant): Duty | null;
  modelAdoptions: readonly ModelAdoption[];
  /** The kind of the village at a place on a day; null where none was approved. */
  kindAt(place: string, day: Day): string | null;
  /** Kinds that the village at a place has had and will have, by day. */
  kindsOf(place: string): readonly VillageKind[];
  /** Aggregate facts of a unit and the day they are of; undefined where nobody has filled them in. */
  findFacts(unit: UnitId): { facts: JsonObject; day: Day } | undefined;
  /** All that were ever said, the latest first. */
  substitutions: readonly SubstitutionRecord[];
  /** The accounts for whom a person stands in now in matters of a package; without a package in any. */
  standsInFor(user: string, ask: { package?: string; now: Instant }): string[];
}

/** Arranges a snapshot for looking up. Pure. */
export function createDirectory(snapshot: PeopleSnapshot): Directory {
  const tree = createUnitTree(snapshot.units);
  const users = [...snapshot.users].sort((a, b) => (a.login < b.login ? -1 : 1));
  const byId = new Map(users.map((user) => [user.id, user]));
  const byLogin = new Map(users.map((user) => [user.login, user]));
  const held = groupBy(snapshot.assignments, (assignment) => assignment.user);
  const villages = placesIn(snapshot.units, "village");
  const stations = placesIn(snapshot.units, "station");
  const facts = new Map(snapshot.unitFacts.map((known) => [known.unit, known]));
  const villageOf = (place: string): UnitId =>
    tree.upFrom(place).find((unit) => unit.kind === "village")?.id ?? place;

  function assignmentsOf(user: string): Assignment[] {
    return (held.get(user) ?? []).flatMap((record) => toAssignment(record, tree));
  }
  const substitutions = [...snapshot.substitutions].sort((a, b) => b.from - a.from);
  const placesOfOthers = (user: string): Assignment[] =>
    substitutePosts(substitutions, { user, nameOf: (id) => byId.get(id)?.name, assignmentsOf });
  const persons = new Map(
    users
      .filter((user) => user.disabledAt === null)
      .map(({ id, name }) => [
        id,
        { id, name, assignments: [...assignmentsOf(id), ...placesOfOthers(id)] },
      ]),
  );

  function holders(ask: { roles: readonly RoleId[]; matter: Whereabouts; now: Instant }): string[] {
    const fits = (assignment: Assignment) =>
      ask.roles.includes(assignment.role) &&
      isInForce(assignment, ask.now) &&
      isInScope(assignment, ask.matter);
    return [...persons.values()]
      .filter((person) => person.assignments.some(fits))
      .map((person) => person.id);
  }

  return {
    ...tree,
    users,
    adoptions: snapshot.adoptions,
    modelAdoptions: snapshot.modelAdoptions,
    findUser: (id) => byId.get(id),
    postsOf: assignmentsOf,
    findLogin: (login) => byLogin.get(login),
    findPerson: (user) => persons.get(user),

    placesOf(person, now, kind = "village") {
      const inForce = person.assignments.filter((assignment) => isInForce(assignment, now));
      return (kind === "village" ? villages : stations)
        .filter(({ id, code }) =>
          inForce.some((assignment) => isInScope(assignment, { place: code, owner: id })),
        )
        .map(({ code, name }) => ({ code, name }))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
    },

    holders,

    duty(place, now) {
      const station = tree
        .unitsCovering(place)
        .find((unit) => unit.kind === "station" && unit.dutyPhone !== null);
      if (!station || station.dutyPhone === null) return null;
      const officers = [...persons.values()].filter((person) =>
        person.assignments.some(
          (assignment) =>
            assignment.role === "officer" &&
            assignment.unit.id === station.id &&
            isInForce(assignment, now),
        ),
      );
      const name = officers.map((person) => person.name).join("、");
      return { name, unitName: station.name, phone: station.dutyPhone };
    },

    kindAt: (place, day) => kindOn(snapshot.villageKinds, villageOf(place), day),
    kindsOf: (place) =>
      snapshot.villageKinds
        .filter(({ unit }) => unit === villageOf(place))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
    findFacts: (unit) => facts.get(unit),
    substitutions,
    standsInFor: (user, { package: id, now }) =>
      substitutions
        .filter((one) => one.substitute === user && isSubstituting(one, now))
        .filter(({ packages }) => id === undefined || isFor(packages, id))
        .map((one) => one.user),
  };
}

/** Nothing where the unit is gone: a power over nobody knows what is no power. */
function toAssignment(record: AssignmentRecord, tree: UnitTree): Assignment[] {
  const unit = tree.findScope(record.unit);
  if (!unit) return [];
  const { id, role, from, to } = record;
  return [{ id, role, unit, from, to }];
}

/** What may be a matter's place, with the unit that it belongs to. */
function placesIn(units: readonly UnitRecord[], kind: PlaceKind): (Place & { id: UnitId })[] {
  return units
    .filter((unit) => unit.kind === kind)
    .flatMap(({ id, name, covers }) =>
      (kind === "village" ? covers : covers.slice(0, 1).map(areaCode)).map((code) => ({
        id,
        name,
        code,
      })),
    );
}

/** The place that stands for a station's area: the township's digits, then zeros. */
function areaCode(prefix: string): string {
  return prefix.slice(0, 9).padEnd(12, "0");
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
