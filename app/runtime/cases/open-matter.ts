import type { Case, Opening } from "../../engine/case";
import type { EventCommand } from "../../engine/command";
import { refuse } from "../../engine/errors";
import type { Ancestor } from "../../engine/links/ancestry";
import type { Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { Result } from "../api";
import type { Definitions } from "../definitions";
import type { Directory, Place, PlaceKind } from "../people/directory";
import { linkOpenedBy, type Child, type Linked, type LinkOpened } from "./decide-step";
import { newCaseId } from "./new-id";

/** What a new matter is and whose, settled before its first step. */
export interface Opened {
  workflow: Workflow;
  opening: Opening;
}

export interface OpeningParts {
  definitions: Definitions;
  directory: () => Directory;
}

export interface LinkingParts extends OpeningParts {
  /** What stands above a matter: what opened it, what opened that, the nearest first. */
  ancestors(caseId: string): Promise<readonly Ancestor[]>;
}

/**
 * A matter that a person opens at a place of theirs. Refuses `case/unknown-place`, `case/linked-only`,
 * `runtime/unknown-package`, `model/not-in-model`. (What a step opens is not asked: a model that uses the one package uses the other, as
 * `check` holds.)
 */
export async function openMatter(
  { definitions, directory }: OpeningParts,
  ask: { caseId: string; package: string; place: string; person: Person; at: Instant },
): Promise<Result<Opened>> {
  const { caseId, person, at } = ask;
  const found = findPlace(directory(), ask);
  const place = found?.place;
  const owner = place && ownerOf(directory(), place.code, person);
  if (place === undefined || owner === undefined) {
    return { ok: false, refusal: refuse("case/unknown-place", { place: ask.place }) };
  }
  const what = { package: ask.package, place: place.code, day: dayOf(at) };
  const resolved = await definitions.resolve(what);
  if (!resolved.ok) return resolved;
  const mayBegin = definitions.models.startsAt(what);
  if (!mayBegin.ok) return mayBegin;
  const workflow = resolved.value;
  const { linkedOnly = false, title } = workflow.source;
  if (found?.kind !== (workflow.source.place ?? "village")) {
    return { ok: false, refusal: refuse("case/unknown-place", { place: ask.place }) };
  }
  if (linkedOnly) {
    return { ok: false, refusal: refuse("case/linked-only", { title }) };
  }
  const opening = { caseId, workflow: workflow.id, hash: workflow.hash, place, owner };
  return { ok: true, value: { workflow, opening } };
}

/**
 * The linked matters that an event opens, or null where it opens none. In the parent's village with the parent's
 * owner, or its parent unit; in another place, which the person must reach, with the station there.
 * Refuses `case/unknown-place`.
 */
export async function openLinked(
  parts: LinkingParts,
  ask: { workflow: Workflow; matter: Case; command: EventCommand; person: Person; at: Instant },
): Promise<Result<Linked | null>> {
  const { workflow, matter, command } = ask;
  const link = linkOpenedBy(workflow, matter, command.event);
  if (link === null) return { ok: true, value: null };
  const children: Child[] = [];
  for (const code of link.placesFor(command.form)) {
    const child = await openChild(parts, { ...ask, link, code });
    if (!child.ok) return child;
    children.push(child.value);
  }
  return { ok: true, value: { children, ancestors: await parts.ancestors(matter.id) } };
}

async function openChild(
  { definitions, directory }: OpeningParts,
  ask: { matter: Case; person: Person; at: Instant; link: LinkOpened; code: string | null },
): Promise<Result<Child>> {
  const { matter, person, at, link, code } = ask;
  const isHere = code === null || code === matter.place.code;
  const found = isHere ? undefined : findPlace(directory(), { person, at, place: code });
  const place = isHere ? matter.place : found?.place;
  const unknown = refuse("case/unknown-place", { place: code });
  if (place === undefined) return { ok: false, refusal: unknown };
  const resolved = await definitions.resolve({
    package: link.package,
    place: place.code,
    day: dayOf(at),
  });
  if (!resolved.ok) return resolved;
  const { id, hash, source } = resolved.value;
  if (found !== undefined && found.kind !== (source.place ?? "village")) {
    return { ok: false, refusal: unknown };
  }
  const caseId = newCaseId(place.code, at);
  const station = place === matter.place ? undefined : ownerOf(directory(), place.code, person);
  const same = station ?? matter.owner;
  const parent = link.owner === "parent" ? parentOf(directory(), same.id) : undefined;
  const opening = { caseId, workflow: id, hash, place, owner: parent ?? same };
  return { ok: true, value: { workflow: resolved.value, opening } };
}

const PLACE_KINDS: readonly PlaceKind[] = ["village", "station"];

/** A place in the person's reach, and of which kind it is. */
function findPlace(
  directory: Directory,
  { person, at, place: code }: { person: Person; at: Instant; place: string },
): { kind: PlaceKind; place: Place } | undefined {
  return PLACE_KINDS.flatMap((kind) =>
    directory.placesOf(person, at, kind).map((place) => ({ kind, place })),
  ).find(({ place }) => place.code === code);
}

/** The station answers for what happens in its villages; where none covers the place, whoever opens it. */
function ownerOf(
  directory: Directory,
  place: string,
  person: Person,
): Opening["owner"] | undefined {
  const station = directory.unitsCovering(place).find((unit) => unit.kind === "station");
  const unit = station ?? person.assignments[0]?.unit;
  return unit && { id: unit.id, name: unit.name };
}

function parentOf(directory: Directory, owner: string): Opening["owner"] | undefined {
  const parent = directory.findUnit(directory.findUnit(owner)?.parent ?? "");
  return parent && { id: parent.id, name: parent.name };
}
