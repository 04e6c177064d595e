import type { RoleId, UnitId } from "../../../engine/person";

/** An invented person and the posts held. */
export interface DemoPerson {
  login: string;
  name: string;
  posts: { role: RoleId; unit: UnitId }[];
}

/** One line a person: login, name, then role and unit of each post. */
export function person(login: string, name: string, ...posts: [RoleId, UnitId][]): DemoPerson {
  return { login, name, posts: posts.map(([role, unit]) => ({ role, unit })) };
}
