import { refuse } from "../engine/errors";
import type { CallInput, Result } from "../runtime/api";
import { textOf } from "./form-data";

/** What 报民警确认 on a matter's page asks for. Refuses `http/malformed`. */
export function readCall(form: FormData, caseId: string): Result<CallInput> {
  const expectedSeq = Number(textOf(form, "expectedSeq"));
  if (textOf(form, "intent") !== "call") return { ok: false, refusal: refuse("http/malformed") };
  if (!Number.isSafeInteger(expectedSeq)) return { ok: false, refusal: refuse("http/malformed") };
  const note = textOf(form, "note").trim();
  const call = { caseId, commandId: textOf(form, "commandId"), expectedSeq };
  return { ok: true, value: { ...call, ...(note ? { note } : {}) } };
}
