import type { Roles } from "../../engine/check/roles";
import type { UnitId } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import { dayOf, showDay } from "../../engine/time/zone";
import type { PeopleDesk, PersonRow, UnitRow } from "../api";
import type { Directory } from "./directory";
import { UNIT_KINDS } from "./units";

interface Viewing {
  directory: Directory;
  roles: Roles;
  now: Instant;
  reach: ReadonlySet<UnitId>;
}

/** The people with a post in an administrator's units, and what posts there can be. */
export function viewPeople({ directory, roles, now, reach }: Viewing, self: string): PeopleDesk {
  const people = directory.users.flatMap(({ id, login, name, disabledAt }): PersonRow[] => {
    const posts = directory.postsOf(id).filter(({ unit }) => reach.has(unit.id));
    if (posts.length === 0) return [];
    return [
      {
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
      },
    ];
  });
  const units = directory.units
    .filter(({ id }) => reach.has(id))
    .map(({ id, name }) => ({ id, name }));
  const titles = Object.entries(roles).map(([id, { title }]) => ({ id, title }));
  return { people, units, roles: titles };
}

const KINDS: Readonly<Record<(typeof UNIT_KINDS)[number], Text>> = {
  province: { zh: "省", en: "Province" },
  city: { zh: "市", en: "City" },
  county: { zh: "县", en: "County" },
  station: { zh: "派出所", en: "Police station" },
  township: { zh: "乡镇", en: "Township" },
  justiceOffice: { zh: "司法所", en: "Justice office" },
  policeArea: { zh: "警务区", en: "Police area" },
  village: { zh: "村", en: "Village" },
};

/** The units that an administrator manages, and the kinds that there are. */
export function viewUnits(
  directory: Directory,
  reach: ReadonlySet<UnitId>,
): { units: UnitRow[]; kinds: { id: string; title: Text }[] } {
  const kinds = UNIT_KINDS.map((id) => ({ id, title: KINDS[id] }));
  const titles = new Map<string, Text>(Object.entries(KINDS));
  const units = directory.units
    .filter(({ id }) => reach.has(id))
    .map(({ id, name, kind, parent, covers, dutyPhone }) => ({
      ...{ id, name, dutyPhone, covers: covers.join("、") },
      kind: titles.get(kind) ?? { zh: kind },
      parentName: parent === null ? null : (directory.findUnit(parent)?.name ?? null),
    }));
  return { units, kinds };
}

function dayText(at: Instant): Text {
  const day = dayOf(at);
  return { zh: showDay(day, "zh"), en: showDay(day, "en") };
}
