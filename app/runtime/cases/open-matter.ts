import type { Case, Opening } from "../../engine/case";
import { refuse } from "../../engine/errors";
import type { Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { Result } from "../api";
import type { Definitions } from "../definitions";
import type { Directory } from "../people/directory";
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

/** A matter that a person opens at a place of theirs. Refuses `case/unknown-place`, `runtime/unknown-package`. */
export async function openMatter(
  { definitions, directory }: OpeningParts,
  ask: { caseId: string; package: string; place: string; person: Person; at: Instant },
): Promise<Result<Opened>> {
  const { caseId, person, at } = ask;
  const place = directory()
    .placesOf(person, at)
    .find(({ code }) => code === ask.place);
  const owner = place && ownerOf(directory(), place.code, person);
  if (place === undefined || owner === undefined) {
    return { ok: false, refusal: refuse("case/unknown-place", { place: ask.place }) };
  }
  const resolved = await definitions.resolve({
    package: ask.package,
    place: place.code,
    day: dayOf(at),
  });
  if (!resolved.ok) return resolved;
  const workflow = resolved.value;
  const opening = { caseId, workflow: workflow.id, hash: workflow.hash, place, owner };
  return { ok: true, value: { workflow, opening } };
}

/** The linked matter that an event opens, or null where it opens none. Same place; same or parent owner. */
export async function openLinked(
  { definitions, directory }: OpeningParts,
  ask: { workflow: Workflow; matter: Case; event: string; at: Instant },
): Promise<Result<Child | null>> {
  const { workflow, matter, event, at } = ask;
  const link = linkOpenedBy(workflow, matter, event);
  if (link === null) return { ok: true, value: null };
  const place = matter.place;
  const resolved = await definitions.resolve({
    package: link.package,
    place: place.code,
    day: dayOf(at),
  });
  if (!resolved.ok) return resolved;
  const { id, hash } = resolved.value;
  const caseId = newCaseId(place.code, at);
  const parent = link.owner === "parent" ? parentOf(directory(), matter.owner.id) : undefined;
  const opening = { caseId, workflow: id, hash, place, owner: parent ?? matter.owner };
  return { ok: true, value: { workflow: resolved.value, opening } };
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
