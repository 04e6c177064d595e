import type { Counts } from "../engine/decision/decision";
import { refuse } from "../engine/errors";
import type { FieldFault } from "../engine/refusal";
import { toHalfWidth, type Text } from "../engine/text";
import type { Result, VoteInput } from "../runtime/api";
import { checkEnteredFor, readPaperFields, textOf } from "./form-data";

/** What was typed on the page of a signature, for the page to show again. */
export type TypedVote = Record<(typeof TYPED)[number], string>;

const COUNTED = ["eligible", "agree", "reject", "abstain"] as const;
const TYPED = ["answer", "reason", ...COUNTED, "enteredForName", "enteredForDay"] as const;

/** Everything typed, as it was. */
export function typedVote(form: FormData): TypedVote {
  return Object.fromEntries(TYPED.map((name) => [name, textOf(form, name)])) as TypedVote;
}

/**
 * Reads one signature as its page posted it: an answer with its reason, or a meeting's counts with the photo of the
 * sheet. Refused at the field that is missing or wrong; the engine decides the rest.
 */
export async function readVote(
  form: FormData,
  { caseId, task }: { caseId: string; task: string },
): Promise<Result<VoteInput>> {
  const expectedSeq = Number(textOf(form, "expectedSeq"));
  if (!Number.isSafeInteger(expectedSeq)) return { ok: false, refusal: refuse("http/malformed") };
  const base = { caseId, task, expectedSeq, commandId: textOf(form, "commandId") };
  return form.has("eligible") ? readSheet(form, base) : readAnswer(form, base);
}

type Base = Pick<VoteInput, "caseId" | "task" | "expectedSeq" | "commandId">;

function readAnswer(form: FormData, base: Base): Result<VoteInput> {
  const answer = textOf(form, "answer");
  const reason = textOf(form, "reason").trim();
  if (answer !== "agree" && answer !== "reject" && answer !== "abstain") {
    return atFields([missing("answer", { zh: "选一个答复", en: "Choose an answer" })]);
  }
  if (answer === "reject" && reason === "") {
    return atFields([
      missing("reason", {
        zh: "不同意的，写明理由，一句话就够",
        en: "Say why you reject it; one sentence is enough",
      }),
    ]);
  }
  return { ok: true, value: { ...base, answer, ...(reason === "" ? {} : { reason }) } };
}

/** A meeting's sheet: how many may vote, three counts, who signed it, its day and its photo. */
async function readSheet(form: FormData, base: Base): Promise<Result<VoteInput>> {
  const read = COUNTED.map((name) => [name, readCount(textOf(form, name))] as const);
  const faults = read.flatMap(([name, value]) =>
    value === null ? [missing(name, name === "eligible" ? ELIGIBLE : COUNT)] : [],
  );
  const counts = Object.fromEntries(read) as Record<keyof Counts, number>;
  const { eligible, agree, reject, abstain } = counts;
  const cast = agree + reject + abstain;
  if (faults.length === 0 && (cast > eligible || cast === 0)) {
    const { code, message } = refuse("decision/counts", { eligible, cast });
    faults.push({ pointer: "eligible", code, message });
  }
  const enteredFor = await readPaperFields(form);
  const paper = checkEnteredFor(enteredFor);
  if (!paper.ok) faults.push(...(paper.refusal.fields ?? []));
  if (enteredFor.photo === null) faults.push(missing("enteredForPhoto", SHEET));
  if (faults.length > 0) return atFields(faults);
  const answer = agree > reject ? "agree" : "reject";
  return { ok: true, value: { ...base, answer, counts, enteredFor } };
}

const ELIGIBLE: Text = {
  zh: "写应到多少人，用数字",
  en: "How many may vote, as a number",
};
const COUNT: Text = {
  zh: "写多少票，用数字，没有写 0",
  en: "How many votes, as a number; 0 where there are none",
};
const SHEET: Text = {
  zh: "附上表决单的照片",
  en: "Add the photo of the sheet",
};

function readCount(text: string): number | null {
  const digits = toHalfWidth(text).trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

function missing(pointer: string, message: Text): FieldFault {
  return { pointer, code: "form/required", message };
}

function atFields(fields: FieldFault[]): Extract<Result<never>, { ok: false }> {
  return { ok: false, refusal: refuse("form/invalid", { count: fields.length }, { fields }) };
}
