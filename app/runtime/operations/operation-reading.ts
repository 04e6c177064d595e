import { operationsFor, type OperationOffer } from "../../engine/operations/operations-for";
import type { People } from "../../engine/people";
import type { Result } from "../api";
import { openReading, type CaseParts, type Reader } from "../cases/case-parts";
import type { Reading } from "../cases/reading";
import { matterPeople } from "../people/matter-people";

/** One matter before one reader, with the people who could act on it and what the reader may do beside its steps. */
export interface OperationReading extends Reading {
  people: People;
  operations: readonly OperationOffer[];
}

/** Refuses as `openReading` does. */
export async function openOperations(
  parts: CaseParts,
  ask: { reader: Reader; caseId: string },
): Promise<Result<OperationReading>> {
  const opened = await openReading(parts, ask);
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { workflow, matter, person, now } = reading;
  const where = { place: matter.place.code, owner: matter.owner.id };
  const people = matterPeople(parts.directory(), where, now);
  const operations = operationsFor({ workflow, matter, person, people, now });
  return { ok: true, value: { ...reading, people, operations } };
}
