import { decisionsFor } from "../../engine/decision/decisions-for";
import { operationsFor } from "../../engine/operations/operations-for";
import type { DealingsView, Result } from "../api";
import { matterPeople } from "../people/matter-people";
import { openReading, type CaseParts, type Reader } from "./case-parts";

/** What people decide together in a matter, and what the reader may do with its tasks. Refuses as `caseView` does. */
export async function readDealings(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<DealingsView>> {
  const opened = await openReading(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const { workflow, matter, person, now } = opened.value;
  const where = { place: matter.place.code, owner: matter.owner.id, now };
  const people = matterPeople(parts.directory(), where);
  return {
    ok: true,
    value: {
      decisions: decisionsFor({ workflow, matter, person, now }),
      operations: operationsFor({ workflow, matter, person, people, now }),
    },
  };
}
