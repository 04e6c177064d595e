import { isBoundedForm } from "../engine/form/bounded-form";
import { parseEdit, type FormEdit } from "../engine/form/edit-form";
import { readPostedForm } from "../engine/form/posted-form";
import { photoType } from "../engine/form/photo";
import { refuse } from "../engine/errors";
import { FORBIDDEN_KEYS, isObject, type JsonObject } from "../engine/json";
import type { FieldFault } from "../engine/refusal";
import { isDay } from "../engine/time/zone";
import type { EnteredForInput, Result } from "../runtime/api";

/**
 * What the pressed button wants: `check` shows the answers once more, `back` returns from there,
 * `update` draws the form anew (fields that depend on an answer), an edit adds or removes an item.
 */
export type Intent = "send" | "check" | "back" | "update" | FormEdit;

/** A step as its page posted it. */
export interface PostedStep {
  intent: Intent;
  form: JsonObject;
  /** Sent from the page that showed the answers once more. */
  isChecked: boolean;
  commandId: string;
  expectedSeq: number;
  place: string;
  enteredFor: EnteredForInput | null;
  /** Who is named to act next, by account, and who was looked for among those offered. */
  next: string[];
  search: string;
}

/**
 * Reads the post of a step's page. The form comes field by field, or, from the page that shows the
 * answers once more, as one JSON text. Refuses `http/malformed`, `http/unreadable-field`,
 * `http/too-many-fields`, and with `form/too-deep` what no page could draw again. The photo is not looked at: see `checkEnteredFor`.
 */
export async function readStep(formData: FormData): Promise<Result<PostedStep>> {
  const intent = readIntent(textOf(formData, "intent") || "send");
  const expectedSeq = Number(textOf(formData, "expectedSeq"));
  if (intent === null || !Number.isSafeInteger(expectedSeq)) {
    return { ok: false, refusal: refuse("http/malformed") };
  }
  const isChecked = formData.has("answers");
  const answers = isChecked
    ? readAnswers(textOf(formData, "answers"))
    : readPostedForm(texts(formData));
  if (!answers.ok) return answers;
  if (!isBoundedForm(answers.form)) return { ok: false, refusal: refuse("form/too-deep") };
  const enteredFor = await readPaperFields(formData);
  const { name, originalDay, photo } = enteredFor;
  const isEntered = name !== "" || originalDay !== "" || photo !== null;
  return {
    ok: true,
    value: {
      intent,
      form: answers.form,
      isChecked,
      commandId: textOf(formData, "commandId"),
      expectedSeq,
      place: textOf(formData, "place"),
      enteredFor: isEntered ? enteredFor : null,
      next: [...new Set(formData.getAll("next").map(String))].filter((id) => id !== ""),
      search: textOf(formData, "search"),
    },
  };
}

/** The fields about a paper original as they were posted: who signed it, its day, its photo. Not looked at. */
export async function readPaperFields(formData: FormData): Promise<Required<EnteredForInput>> {
  return {
    name: textOf(formData, "enteredForName").trim(),
    originalDay: textOf(formData, "enteredForDay").trim(),
    photo: await readPhoto(formData.get("enteredForPhoto")),
  };
}

/**
 * Whose paper was entered, its day and its photo. Refused at the field that is missing or wrong: with the photo's
 * own code (`case/photo-type`, `case/photo-too-large`) where it is the only one, else `form/invalid`. The fields
 * stand outside the package's form, so that their ids are their pointers.
 */
export function checkEnteredFor(enteredFor: EnteredForInput | null): Result<null> {
  if (enteredFor === null) return { ok: true, value: null };
  const faults: FieldFault[] = [];
  if (enteredFor.name === "") {
    const message = { zh: "写上纸上是谁签的名", en: "Write who signed the paper" };
    faults.push({ pointer: "enteredForName", code: "form/required", message });
  }
  if (!isDay(enteredFor.originalDay)) {
    const message = { zh: "写上原件的日期", en: "Write the date on the original" };
    faults.push({ pointer: "enteredForDay", code: "form/required", message });
  }
  const photo = enteredFor.photo ? photoType(enteredFor.photo.bytes) : { ok: true as const };
  if (!photo.ok) {
    const { code, message } = photo.refusal;
    faults.push({ pointer: "enteredForPhoto", code, message });
    if (faults.length === 1) return { ok: false, refusal: { ...photo.refusal, fields: faults } };
  }
  if (faults.length === 0) return { ok: true, value: null };
  const refusal = refuse("form/invalid", { count: faults.length }, { fields: faults });
  return { ok: false, refusal };
}

/** A posted text; "" where it is missing or a file. */
export function textOf(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === "string" ? value : "";
}

function readIntent(text: string): Intent | null {
  switch (text) {
    case "send":
    case "check":
    case "back":
    case "update":
      return text;
    default:
      return parseEdit(text);
  }
}

function* texts(formData: FormData): Iterable<[string, string]> {
  for (const [name, value] of formData) if (typeof value === "string") yield [name, value];
}

/** JSON by way of a hidden field: a person with tools can put anything there. */
function readAnswers(text: string): { ok: true; form: JsonObject } | ReturnType<typeof malformed> {
  try {
    const form: unknown = JSON.parse(text, (key, value: unknown) => {
      if (FORBIDDEN_KEYS.has(key)) throw new Error("a key that no form has");
      return value;
    });
    return isObject(form) ? { ok: true, form } : malformed();
  } catch {
    return malformed();
  }
}

function malformed() {
  return { ok: false as const, refusal: refuse("http/malformed") };
}

async function readPhoto(
  file: FormDataEntryValue | null,
): Promise<Required<EnteredForInput>["photo"]> {
  if (file === null || typeof file === "string" || file.size === 0) return null;
  return { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type };
}
