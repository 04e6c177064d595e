import { operationsFor, type OperationOffer } from "../../engine/operations/operations-for";
import type { Result } from "../api";
import { openReading, type CaseParts, type Reader } from "../cases/case-parts";
import type { Reading } from "../cases/reading";

/** One matter before one reader, with the people who could act on it and what the reader may do beside its steps. */
export interface OperationReading extends Reading {
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
  const operations = operationsFor(reading);
  return { ok: true, value: { ...reading, operations } };
}
