import { refuse } from "../../engine/errors";
import { decisionsFor } from "../../engine/decision/decisions-for";
import { refuseVoter } from "../../engine/steps/vote-step";
import type { DecisionPanel, Result, VoteForm } from "../api";
import { noteRead, openReading, type CaseParts, type Reader } from "./case-parts";
import { uuidv7 } from "./new-id";
import { matterTitle } from "./reading";
import { answerSections } from "./view-answers";
import { decisionPanels } from "./view-decisions";
import { stateChip } from "./view-due";

/** What people decide together in a matter. Refuses as `caseView` does. */
export async function readDecisions(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<DecisionPanel[]>> {
  const opened = await openReading(parts, { reader, caseId });
  return opened.ok
    ? { ok: true, value: decisionPanels(opened.value, opened.value.people) }
    : opened;
}

/** The page of one signature. Refuses what `vote` would refuse whatever is answered. */
export async function readVoteForm(
  parts: CaseParts,
  reader: Reader,
  ask: { caseId: string; task: string },
): Promise<Result<VoteForm>> {
  const opened = await openReading(parts, { reader, caseId: ask.caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { matter } = reading;
  const refusal = refuseVoter(reading, ask.task);
  if (refusal !== null) return { ok: false, refusal };
  const view = decisionsFor(reading).find(({ signers }) =>
    signers.some(({ task }) => task?.id === ask.task),
  );
  const signer = view?.signers.find(({ task }) => task?.id === ask.task);
  const decision = decisionPanels(reading, reading.people).find(({ path }) => path === view?.path);
  if (view === undefined || signer === undefined || decision === undefined) {
    return { ok: false, refusal: refuse("case/no-task") };
  }
  await noteRead(parts, { reader, act: "form.read", caseId: matter.id, what: view.path });
  return {
    ok: true,
    value: {
      caseId: matter.id,
      task: ask.task,
      expectedSeq: matter.seq,
      commandId: uuidv7(reading.now),
      matter: { number: matter.number, title: matterTitle(reading) },
      asked: signer.asked,
      answers: signer.answers,
      paper: view.source.paper ?? null,
      decision,
      due: stateChip(reading, view.path),
      known: answerSections(reading.data, reading.answers),
    },
  };
}
