import { isInForce, type RoleId, type UnitId } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { Directory } from "../people/directory";

/** Somebody with a post in a unit, and the roles held there. */
export interface PostHolder {
  id: string;
  name: string;
  roles: ReadonlySet<RoleId>;
}

/** Who holds a post where, now: one walk over everybody, however many units are asked for afterwards. */
export function postsByUnit(directory: Directory, now: Instant): ReadonlyMap<UnitId, PostHolder[]> {
  const found = new Map<UnitId, Map<string, { id: string; name: string; roles: Set<RoleId> }>>();
  for (const { id } of directory.users) {
    const person = directory.findPerson(id);
    for (const held of person?.assignments ?? []) {
      if (person === undefined || !isInForce(held, now)) continue;
      const here = found.get(held.unit.id) ?? new Map();
      found.set(held.unit.id, here);
      const holder = here.get(id) ?? { id, name: person.name, roles: new Set<RoleId>() };
      here.set(id, holder);
      holder.roles.add(held.role);
    }
  }
  return new Map([...found].map(([unit, holders]) => [unit, [...holders.values()]]));
}
