import { refuse } from "../../engine/errors";
import { own } from "../../engine/json";
import { MOST_IN_BATCH } from "../../engine/operations/batch";
import { OPERATIONS, sourceOf } from "../../engine/operations/operation-source";
import type { Refusal } from "../../engine/refusal";
import type { Workflow } from "../../engine/workflow";
import type { Answer } from "../../engine/decision/decision";
import type { BatchInput, BatchOutcome, Result, Session, StepAnswer } from "../api";
import { openReading, type CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import { matterTitle } from "../cases/reading";

type Item = BatchInput["matters"][number];

/**
 * Does the same to each of the matters, one after the other: each is decided alone, and a refusal of one keeps none of
 * the others. Whether a package allows it is looked up in each one's own definition. Sent twice it is done once: the
 * command of each matter has its name from the batch's.
 */
export async function runBatch(
  parts: CaseParts & { service: CaseService },
  session: Session,
  input: BatchInput,
): Promise<BatchOutcome[]> {
  const known = new Map(input.matters.map((one) => [one.caseId, one]));
  if (known.size > MOST_IN_BATCH) {
    const refusal = refuse("batch/too-many", { most: MOST_IN_BATCH });
    return [...known.keys()].map((caseId) => notDone(caseId, refusal));
  }
  const outcomes: BatchOutcome[] = [];
  for (const item of known.values()) outcomes.push(await runOne(parts, session, { input, item }));
  return outcomes;
}

async function runOne(
  parts: CaseParts & { service: CaseService },
  session: Session,
  { input, item }: { input: BatchInput; item: Item },
): Promise<BatchOutcome> {
  const { caseId } = item;
  const opened = await openReading(parts, { reader: session, caseId });
  if (!opened.ok) return notDone(caseId, opened.refusal);
  const { workflow, matter } = opened.value;
  const of = { caseId, number: matter.number, title: matterTitle(opened.value) };
  const sent = await send(parts.service, session, { workflow, input, item });
  if (sent.ok)
    return {
      ...of,
      number: sent.value.number ?? of.number,
      done: sent.value.message,
      refusal: null,
    };
  const { refusal, reasons } = sent;
  return { ...of, done: null, refusal, ...(reasons === undefined ? {} : { reasons }) };
}

function notDone(caseId: string, refusal: Refusal): BatchOutcome {
  return { caseId, number: null, title: null, done: null, refusal };
}

function send(
  service: CaseService,
  { person }: Session,
  { workflow, input, item }: { workflow: Workflow; input: BatchInput; item: Item },
): Promise<Result<StepAnswer>> {
  const { caseId, expectedSeq, task = "" } = item;
  const [kind, first = "", path = "", event = ""] = input.what.split("~");
  const base = { caseId, expectedSeq, commandId: `${input.batchId}:${caseId}` };
  const state = workflow.machine.states.get(path)?.meta;
  const isHere = first === workflow.id;
  if (kind === "event" && isHere && own(state?.events ?? {}, event)?.batch === true) {
    return service.event(person, { ...base, event, form: input.form });
  }
  if (kind === "vote" && isHere && state?.decision?.batch === true) {
    const { reason } = input;
    const answer = input.answer as Answer;
    return service.vote(person, { ...base, task, answer, ...(reason === "" ? {} : { reason }) });
  }
  const operation = OPERATIONS.find((name) => name === first);
  if (kind === "operation" && operation !== undefined) {
    if (sourceOf(workflow.source.operations, operation)?.batch === true) {
      const { to, reason, text, until } = input;
      return service.operate(person, {
        ...{ ...base, operation },
        ...(task === "" ? {} : { task }),
        ...(to.length === 0 ? {} : { to }),
        ...(reason === "" ? {} : { reason }),
        ...(text === "" ? {} : { text }),
        ...(until === "" ? {} : { until }),
      });
    }
  }
  return Promise.resolve({ ok: false, refusal: refuse("batch/not-allowed") });
}
