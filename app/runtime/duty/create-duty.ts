import type { DutyApi } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { readBoard, turnCard } from "./whereabouts";

/** Where people are and what is theirs today, over the matters of an installation. */
export function createDuty(parts: CaseParts): DutyApi {
  return {
    whereabouts: (unit) => readBoard(parts, unit),
    setWhereabouts: (session, input) => turnCard(parts, session.person, input),
  };
}
