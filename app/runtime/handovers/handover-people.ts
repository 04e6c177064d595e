import type { Case } from "../../engine/case";
import { at } from "../../engine/json";
import { isInForce, touches, type Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { Directory } from "../people/directory";
import { ownPosts } from "../people/substitute-choices";

/** Leaving a post, and handing work over for a time: what they call the two people, and where each stands. */
export const HANDOVERS = {
  "staff-move": {
    giver: "leaver",
    taker: "replacement.name",
    takerWord: "replacement",
    /** Entering it, what is listed goes to who takes it. */
    moves: "ready",
    returns: null,
    lists: ["makeList", "changeList"],
    ends: "leavePost",
  },
  "staff-move.handover": {
    giver: "giver",
    taker: "taker",
    takerWord: "taker",
    moves: "handed",
    returns: "returned",
    lists: ["start", "changeList"],
    ends: null,
  },
} as const;

export type HandoverKind = keyof typeof HANDOVERS;

/** The kind of a hand-over; undefined for every other matter. */
export function handoverKind(workflow: string): HandoverKind | undefined {
  return Object.hasOwn(HANDOVERS, workflow) ? (workflow as HandoverKind) : undefined;
}

/** The names that stand on a hand-over. */
export function namesOn({ workflow, data }: Pick<Case, "workflow" | "data">): {
  giver: string;
  taker: string;
} {
  const kind = handoverKind(workflow);
  const read = (path: string): string => {
    const value = at(data, path);
    return typeof value === "string" ? value.trim() : "";
  };
  return kind === undefined
    ? { giver: "", taker: "" }
    : { giver: read(HANDOVERS[kind].giver), taker: read(HANDOVERS[kind].taker) };
}

/**
 * The person of a name who serves at a place; of a name that nobody has there, the one of the county. Undefined where
 * there is none, or more than one.
 */
export function findByName(
  directory: Directory,
  { name, place, now }: { name: string; place: string; now: Instant },
): Person | undefined {
  const named = directory.users
    .filter((user) => user.name === name)
    .flatMap(({ id }) => directory.findPerson(id) ?? []);
  const here = named.filter((person) =>
    person.assignments.some((post) => isInForce(post, now) && touches(post.unit, place)),
  );
  const found = here.length > 0 ? here : named.filter((person) => ownPosts(person, now).length > 0);
  return found.length === 1 ? found[0] : undefined;
}

/** The chief of a place; undefined where there is none. */
export function chiefAt(
  directory: Directory,
  { place, owner, now }: { place: string; owner: string; now: Instant },
): Person | undefined {
  const [id] = directory.holders({ roles: ["stationChief"], matter: { place, owner }, now }).sort();
  return id === undefined ? undefined : directory.findPerson(id);
}
