import type { Roles } from "../../engine/check/roles";
import { own } from "../../engine/json";
import type { UnitRecord, UserRecord } from "../../engine/people-ports";
import { VILLAGER, type Assignment, type UnitId } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import { dayOf, showDay } from "../../engine/time/zone";
import type { PeopleAsk, PeopleDesk, PersonRow, UnitsDesk } from "../api";
import type { Directory } from "./directory";
import { kindsBeneath, type UnitKind } from "./units";

interface Viewing {
  directory: Directory;
  roles: Roles;
  now: Instant;
  reach: ReadonlySet<UnitId>;
}

/** So many people stand on one page. */
const PAGE = 50;

/**
 * The people with a post in an administrator's units, one page of those who were looked for, by account; and what
 * posts there can be. Nobody is looked for by a number of theirs: none is kept.
 */
export function viewPeople(viewing: Viewing, self: string, ask: PeopleAsk = {}): PeopleDesk {
  const { directory, roles, reach } = viewing;
  const search = (ask.search ?? "").trim().slice(0, LONGEST_SEARCH);
  const found = directory.users
    .map((user) => ({
      user,
      posts: directory.postsOf(user.id).filter(({ unit }) => reach.has(unit.id)),
    }))
    .filter(({ user, posts }) => posts.length > 0 && isFound(user, posts, search))
    .sort((a, b) => (a.user.login < b.user.login ? -1 : 1));
  const after = ask.after ?? "";
  const rest = found.filter(({ user }) => user.login > after);
  const page = rest.slice(0, PAGE);
  const units = directory.units
    .filter(({ id }) => reach.has(id))
    .map(({ id, name }) => ({ id, name }));
  return {
    people: page.map(({ user, posts }) => personRow(viewing, { user, posts, self })),
    ...{ count: found.length, search, units },
    next: rest.length > PAGE ? (page.at(-1)?.user.login ?? null) : null,
    // Villagers have no account: whoever objects or asks does so without a name.
    roles: Object.entries(roles)
      .filter(([id]) => id !== VILLAGER)
      .map(([id, { title }]) => ({ id, title })),
  };
}

const LONGEST_SEARCH = 64;

function isFound(user: UserRecord, posts: readonly Assignment[], search: string): boolean {
  const wanted = search.toLowerCase();
  const texts = [user.name, user.login, ...posts.map(({ unit }) => unit.name)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function personRow(
  { roles, now }: Viewing,
  { user, posts, self }: { user: UserRecord; posts: readonly Assignment[]; self: string },
): PersonRow {
  const { id, login, name, disabledAt } = user;
  return {
    ...{ login, name, isDisabled: disabledAt !== null, isSelf: id === self },
    posts: posts.map((post) => ({
      id: post.id,
      role: roles[post.role]?.title ?? { zh: post.role },
      unitName: post.unit.name,
      from: dayText(post.from),
      // The end is the first moment that no longer belongs to it.
      to: post.to === null ? null : dayText(post.to - 1),
      isOpen: post.to === null || post.to > now,
    })),
  };
}

const KINDS: Readonly<Record<UnitKind, Text>> = {
  province: { zh: "省", en: "Province" },
  city: { zh: "市", en: "City" },
  county: { zh: "县", en: "County" },
  station: { zh: "派出所", en: "Police station" },
  township: { zh: "乡镇", en: "Township" },
  justiceOffice: { zh: "司法所", en: "Justice office" },
  policeArea: { zh: "警务区", en: "Police area" },
  village: { zh: "村", en: "Village" },
};

/** What a kind of unit is called. */
export function kindTitle(kind: string): Text {
  return own<Text>(KINDS, kind) ?? { zh: kind };
}

/** The units that an administrator manages, and what can be added beneath one of them. */
export function viewUnits(
  directory: Directory,
  { reach, under }: { reach: ReadonlySet<UnitId>; under: string | undefined },
): UnitsDesk {
  const mine = directory.units.filter(({ id }) => reach.has(id));
  const holders = mine.filter(({ kind }) => kindsBeneath(kind).length > 0);
  const isTop = ({ parent }: UnitRecord): boolean => parent === null || !reach.has(parent);
  const chosen = holders.find(({ id }) => id === under) ?? holders.find(isTop) ?? holders[0];
  return {
    units: mine.map(({ id, name, kind, parent, covers, dutyPhone }) => ({
      ...{ id, name, dutyPhone, covers: covers.join("、"), kind: kindTitle(kind) },
      parentName: parent === null ? null : (directory.findUnit(parent)?.name ?? null),
      mayHold: kindsBeneath(kind).length > 0,
    })),
    adding:
      chosen === undefined
        ? null
        : {
            under: { id: chosen.id, name: chosen.name },
            kinds: kindsBeneath(chosen.kind).map((id) => ({ id, title: KINDS[id] })),
          },
  };
}

function dayText(at: Instant): Text {
  const day = dayOf(at);
  return { zh: showDay(day, "zh"), en: showDay(day, "en") };
}
