import type { CaseStatus } from "../../engine/case";
import { papersOffered } from "../../engine/projection/paper";
import { listUnitMatters } from "../../storage/unit-matters";
import type { Session } from "../api";
import { wholeScope } from "../cases/reading";
import { stationOver } from "../duty/board-people";
import { codeOf, villagesUnder } from "../models/read-force";
import { ADOPTION_PACKAGE, openAdoption, type AdoptionParts } from "./adoption-reading";

/** So many adoptions of one station are looked through, the newest first. */
const MOST_READ = 20;

/** What runs stands before what ran out. */
const STATUSES: readonly CaseStatus[] = ["open", "ended"];

/** The newest plan for a unit's villages that a reader may open, by model: the matter whose paper it is. */
export async function readPlans(
  parts: AdoptionParts,
  session: Session,
  unit: string,
): Promise<Record<string, string>> {
  const directory = parts.directory();
  const here = new Set(villagesUnder(directory, unit).map(codeOf));
  const stations = new Set([...here].flatMap((code) => stationOver(directory, code)?.id ?? []));
  const plans: Record<string, string> = {};
  for (const status of STATUSES) {
    for (const owner of stations) {
      const ask = { package: ADOPTION_PACKAGE, owner, status, limit: MOST_READ };
      for (const caseId of await listUnitMatters(parts.database, ask)) {
        const opened = await openAdoption(parts, session, caseId);
        if (!opened.ok || opened.value.model === null) continue;
        const { model, reading, villages } = opened.value;
        const papers = papersOffered(reading.workflow, reading.matter, wholeScope(reading));
        const isHere = villages.every((village) => here.has(codeOf(village)));
        if (isHere && papers.some(({ name }) => name === "plan")) plans[model.id] ??= caseId;
      }
    }
  }
  return plans;
}
