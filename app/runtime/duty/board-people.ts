import { isInForce, type Assignment, type Person, type RoleId } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import type { Directory } from "../people/directory";

/** What stands on a card for a role, in the order of the board. Other roles have no card. */
const POSTS: readonly { role: RoleId; title: Text }[] = [
  { role: "stationChief", title: { zh: "所长", en: "Chief" } },
  { role: "officer", title: { zh: "民警", en: "Officer" } },
  { role: "auxiliary", title: { zh: "协勤", en: "Auxiliary" } },
  { role: "mediator", title: { zh: "调解员", en: "Mediator" } },
];

/** Somebody with a card, and what it says they are. */
export interface BoardPerson {
  id: string;
  name: string;
  role: RoleId;
  post: Text;
}

/** A unit whose people have a board. */
export interface BoardUnit {
  id: string;
  name: string;
  kind: "station" | "village";
  dutyPhone: string | null;
}

/** The station or village of this id; undefined for any other. */
export function findBoardUnit(directory: Directory, id: string): BoardUnit | undefined {
  const unit = directory.findUnit(id);
  if (unit?.kind !== "station" && unit?.kind !== "village") return undefined;
  const station = unit.kind === "station" ? unit : stationOver(directory, unit.covers[0] ?? "");
  return { id, name: unit.name, kind: unit.kind, dutyPhone: station?.dutyPhone ?? null };
}

/** The station that answers for a place. */
export function stationOver(directory: Directory, place: string) {
  return directory.unitsCovering(place).find((unit) => unit.kind === "station");
}

/**
 * Who has a card on the board of a unit: at a station its own people and those of its villages, in a village its own
 * and the station's. By post, then by name.
 */
export function boardPeople(directory: Directory, unit: BoardUnit, now: Instant): BoardPerson[] {
  const covers = directory.findUnit(unit.id)?.covers ?? [];
  const station = unit.kind === "village" ? stationOver(directory, covers[0] ?? "")?.id : unit.id;
  const belongs = ({ unit: held }: Assignment): boolean =>
    held.id === unit.id ||
    held.id === station ||
    (unit.kind === "station" &&
      held.kind === "village" &&
      held.covers.some((code) => covers.some((prefix) => code.startsWith(prefix))));
  return directory.users
    .flatMap(({ id }) => directory.findPerson(id) ?? [])
    .flatMap((person) => {
      const held = person.assignments.filter((one) => isInForce(one, now) && belongs(one));
      const post = POSTS.find(({ role }) => held.some((one) => one.role === role));
      const isMediator = post?.role === "mediator";
      // A village knows its mediators; at the station they have no card.
      if (post === undefined || (isMediator && unit.kind === "station")) return [];
      return [{ id: person.id, name: person.name, role: post.role, post: post.title }];
    })
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.name < b.name ? -1 : 1));
}

/** A person's own card: the post that stands on it; undefined for those who have none. */
export function findOwnPost(person: Person, now: Instant): Text | undefined {
  const roles = person.assignments.filter((one) => isInForce(one, now)).map(({ role }) => role);
  return POSTS.find(({ role }) => roles.includes(role))?.title;
}

function orderOf({ role }: BoardPerson): number {
  return POSTS.findIndex((post) => post.role === role);
}
