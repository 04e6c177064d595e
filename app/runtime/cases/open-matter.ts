import type { Case, Opening } from "../../engine/case";
import type { EventCommand } from "../../engine/command";
import { refuse } from "../../engine/errors";
import type { Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { Result } from "../api";
import type { Definitions } from "../definitions";
import type { Directory, Place, PlaceKind } from "../people/directory";
import { linkOpenedBy, type Child } from "./decide-step";
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
 * The linked matter that an event opens, or null where it opens none. In the parent's village with the parent's
 * owner, or its parent unit; in another village, which the person must reach, with the station there.
 * Refuses `case/unknown-place`.
 */
export async function openLinked(
  { definitions, directory }: OpeningParts,
  ask: { workflow: Workflow; matter: Case; command: EventCommand; person: Person; at: Instant },
): Promise<Result<Child | null>> {
  const { workflow, matter, command, person, at } = ask;
  const link = linkOpenedBy(workflow, matter, command.event);
  if (link === null) return { ok: true, value: null };
  const code = link.placeFor(command.form);
  const place =
    code === null || code === matter.place.code
      ? matter.place
      : directory()
          .placesOf(person, at)
          .find((known) => known.code === code);
  if (place === undefined) {
    return { ok: false, refusal: refuse("case/unknown-place", { place: code }) };
  }
  const resolved = await definitions.resolve({
    package: link.package,
    place: place.code,
    day: dayOf(at),
  });
  if (!resolved.ok) return resolved;
  const { id, hash } = resolved.value;
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
