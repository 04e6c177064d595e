import { refuse } from "../engine/errors";
import { editForm } from "../engine/form/edit-form";
import type { JsonObject } from "../engine/json";
import type { BatchInput, Result } from "../runtime/api";
import { readStep, textOf } from "./form-data";
import { readPostedOperation } from "./read-operation";

/** What the page of several matters posted, for it to show again. */
export interface PostedBatch {
  answers: JsonObject;
  cases: string[];
  to: string[];
  search: string;
  reason: string;
  text: string;
  until: string;
  answer: string;
}

/**
 * Reads the post of the page of several matters: `input` is null where its button only draws the page anew. Refuses
 * as `readStep` does, and `batch/nothing`.
 */
export async function readBatch(
  form: FormData,
  what: string,
): Promise<Result<{ posted: PostedBatch; input: BatchInput | null }>> {
  const step = await readStep(form);
  if (!step.ok) return step;
  const { intent } = step.value;
  const { to, search, reason, text, until } = readPostedOperation(form);
  const cases = [...new Set(form.getAll("case").map(String))];
  const typed = { to, reason, text, until, answer: textOf(form, "answer") };
  const drawn = typeof intent === "string" ? step.value.form : editForm(step.value.form, intent);
  const posted = { ...typed, answers: drawn, cases, search };
  if (intent !== "send") return { ok: true, value: { posted, input: null } };
  if (cases.length === 0) return { ok: false, refusal: refuse("batch/nothing") };
  const matters = cases.map((caseId) => ({
    caseId,
    expectedSeq: Number(textOf(form, `seq:${caseId}`)),
    task: textOf(form, `task:${caseId}`),
  }));
  const batchId = textOf(form, "commandId");
  const input = { ...typed, batchId, what, matters, form: step.value.form };
  return { ok: true, value: { posted, input } };
}
