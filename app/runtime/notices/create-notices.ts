import type { Instant } from "../../engine/time/types";
import type { NoticesApi } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { createAttemptLimits } from "./attempt-limits";
import { CODE_LIMIT, follow } from "./follow";
import type { NoticeParts } from "./notice-parts";
import { OBJECTION_LIMIT, previewObjection, readObjectionForm, sendObjection } from "./objections";
import { readCaseNotice } from "./officer-notices";
import { readBoard, readNotice } from "./read-notices";

/** Public notices over the matters of an installation. `wall` is time as it passes, for the limits. */
export function createNotices(
  parts: CaseParts & Pick<NoticeParts, "service" | "models">,
  wall: () => Instant,
): NoticesApi {
  const all: NoticeParts = {
    ...parts,
    objections: createAttemptLimits(wall, OBJECTION_LIMIT),
    codes: createAttemptLimits(wall, CODE_LIMIT),
  };
  return {
    board: (village) => readBoard(all, village),
    notice: (id) => readNotice(all, id),
    objectionForm: (id, ask) => readObjectionForm(all, id, ask),
    previewObjection: (input) => previewObjection(all, input),
    object: (input) => sendObjection(all, input),
    follow: (ask) => follow(all, ask),
    caseNotice: (session, caseId, id) => readCaseNotice(all, session, { caseId, id }),
  };
}
