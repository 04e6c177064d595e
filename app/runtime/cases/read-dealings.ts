import { decisionsFor } from "../../engine/decision/decisions-for";
import { operationsFor } from "../../engine/operations/operations-for";
import type { DealingsView, Result } from "../api";
import { openReading, type CaseParts, type Reader } from "./case-parts";

/** What people decide together in a matter, and what the reader may do with its tasks. Refuses as `caseView` does. */
export async function readDealings(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<DealingsView>> {
  const opened = await openReading(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  return {
    ok: true,
    value: { decisions: decisionsFor(reading), operations: operationsFor(reading) },
  };
}
