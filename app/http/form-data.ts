import { parseEdit, type FormEdit } from "../engine/form/edit-form";
import { readPostedForm } from "../engine/form/posted-form";
import { refuse } from "../engine/errors";
import { FORBIDDEN_KEYS, isObject, type JsonObject } from "../engine/json";
import type { FieldFault } from "../engine/refusal";
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
}

/**
 * Reads the post of a step's page. The form comes field by field, or, from the page that shows the
 * answers once more, as one JSON text. Refuses `http/malformed`, `http/unreadable-field`,
 * `http/too-many-fields`, `http/photo-type`.
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
  const photo = await readPhoto(formData.get("enteredForPhoto"));
  if (!photo.ok) return photo;
  const name = textOf(formData, "enteredForName").trim();
  const originalDay = textOf(formData, "enteredForDay").trim();
  const isEntered = name !== "" || originalDay !== "" || photo.value !== null;
  return {
    ok: true,
    value: {
      intent,
      form: answers.form,
      isChecked,
      commandId: textOf(formData, "commandId"),
      expectedSeq,
      place: textOf(formData, "place"),
      enteredFor: isEntered ? { name, originalDay, photo: photo.value } : null,
    },
  };
}

/**
 * Whose paper was entered, and its day: one without the other is refused (`form/invalid`), at the field that
 * is missing. The fields stand outside the package's form, so that their ids are their pointers.
 */
export function checkEnteredFor(enteredFor: EnteredForInput | null): Result<null> {
  const missing: FieldFault[] = [];
  if (enteredFor?.name === "") {
    const message = { zh: "写上纸上是谁签的名", en: "Write who signed the paper" };
    missing.push({ pointer: "enteredForName", code: "form/required", message });
  }
  if (enteredFor && !/^\d{4}-\d\d-\d\d$/.test(enteredFor.originalDay)) {
    const message = { zh: "写上原件的日期", en: "Write the date on the original" };
    missing.push({ pointer: "enteredForDay", code: "form/required", message });
  }
  if (missing.length === 0) return { ok: true, value: null };
  const refusal = refuse("form/invalid", { count: missing.length }, { fields: missing });
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

/** First bytes of the pictures that phones take. The type that the browser names is not believed. */
const pictures: readonly { type: string; starts: readonly number[] }[] = [
  { type: "image/jpeg", starts: [0xff, 0xd8, 0xff] },
  { type: "image/png", starts: [0x89, 0x50, 0x4e, 0x47] },
];

async function readPhoto(
  file: FormDataEntryValue | null,
): Promise<Result<{ bytes: Uint8Array; type: string } | null>> {
  if (file === null || typeof file === "string" || file.size === 0)
    return { ok: true, value: null };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = pictures.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  if (!found) return { ok: false, refusal: refuse("http/photo-type") };
  return { ok: true, value: { bytes, type: found.type } };
}
