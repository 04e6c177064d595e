import { bringFields } from "../../engine/definition/bring-fields";
import { namePart } from "../../engine/definition/name-part";
import { placeInPart } from "../../engine/definition/place-in-part";
import {
  MOST_CHARACTERS,
  readPart,
  type PartText,
  type TextPosition,
} from "../../engine/definition/read-part";
import { problem, toCounty, type Problem } from "../../engine/check/problem";
import { refuse, type ErrorCode } from "../../engine/errors";
import { FORBIDDEN_KEYS, isObject, sameJson, type Json } from "../../engine/json";
import { keysOf, pointerTo } from "../../engine/json-pointer";
import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import { fromKeyed, toKeyed } from "../../engine/variant/keyed-view";
import { makePatch } from "../../engine/variant/make-patch";
import { memberAt } from "../../engine/variant/patch";
import type { DefinitionDocument } from "../../engine/workflow-source";
import type { Validator } from "../../engine/validation/validator";
import { patched, proposed } from "./draft-document";
import type { Edited } from "./edit-draft";
import type { Ground } from "./ground";
import { compiled, problemsOf, type CheckParts } from "./publish-checks";

/** One part of a definition as somebody wrote it. */
export interface PartEdit {
  /** JSON pointer in the keyed view: `/workflow/rules/bothAgree`, `/forms/intake`. A new name adds a part. */
  part: string;
  /** The part as JSON; null removes it. */
  text: string | null;
}

/** A problem of edited parts, where it lies in the text of one of them, or in which other part. */
export interface PartProblem extends Problem {
  /** Index of the edit in whose text it lies; null where it lies elsewhere. */
  edit: number | null;
  at: TextPosition | null;
  /** What the place is called; null for a text that cannot be read. */
  place: Text | null;
}

export type JudgedParts =
  | { ok: true; edited: Edited; document: DefinitionDocument; warnings: PartProblem[] }
  | { ok: false; refusal: Refusal; problems: PartProblem[]; document: DefinitionDocument | null };

export interface JudgeInput {
  ground: Ground;
  /** What the draft already changes. */
  before: Edited;
  edits: readonly PartEdit[];
  validator: Validator;
}

/** So many parts are changed in one go. */
const MOST_PARTS = 20;

/**
 * Puts edited parts into what a draft already changes, and judges the definition that comes out as it would run:
 * what the package opens and what is statutory, floors, every check. Pure. Refuses the family `definition/…` with each
 * problem's pointer, and `change/parent-changed`; all edits stand or none.
 */
export function judgeParts(parts: CheckParts, input: JudgeInput): JudgedParts {
  const { ground, before, edits, validator } = input;
  const size = edits.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  if (size > MOST_CHARACTERS) {
    return stop(refuse("definition/too-large", { size, limit: MOST_CHARACTERS }));
  }
  if (edits.length === 0 || edits.length > MOST_PARTS)
    return stop(refuse("definition/unknown-part"));
  const read = edits.map(({ text }) => (text === null ? null : readPart(text)));
  const unreadable = unreadableIn(edits, read);
  if (unreadable !== undefined) return unreadable;
  const held = patched(ground.parent, before.patch);
  if (!held.ok) return stop(held.refusal);
  const written = withParts(held.value, edits, read);
  if (!written.ok) return stop(refuse("definition/unknown-part"));
  const { forms } = held.value;
  const document = bringFields(written.document, { parent: ground.parent, before: forms });
  const place = locatorFor({ edits, read, document });
  const locate = (found: Problem): PartProblem => place(toCounty(found));
  const fail = (code: ErrorCode, found: readonly Problem[]): JudgedParts =>
    failed(code, onlyOnce(found.map(locate)), document);
  if (written.problems.length > 0) return fail("definition/breaks", written.problems);

  const patch = makePatch(ground.parent as unknown as Json, document as unknown as Json);
  const edited = { patch, exemptions: before.exemptions };
  const made = proposed(ground, { id: "draft", ...edited }, validator);
  if (!made.ok) {
    const of = (code: ErrorCode) => made.problems.filter((one) => one.code === code);
    const [fixed, statutory] = [of("variant/not-allowed"), of("variant/statutory")];
    if (statutory.length > 0) return fail("definition/statutory", [...statutory, ...fixed]);
    if (fixed.length > 0) return fail("definition/not-open", fixed);
    return fail("definition/breaks", made.problems);
  }
  const found = problemsOf(parts, { document: made.document, told: ground.told });
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return fail("definition/breaks", errors);
  const ready = compiled(parts, made.document);
  if (!("machine" in ready)) {
    const { message } = ready;
    const fault = { ...problem("definition/breaks", "/workflow"), message };
    return fail("definition/breaks", [fault]);
  }
  // What the definition said before the edit is no news of it.
  const warnings = found.map(locate).filter(({ edit }) => edit !== null);
  return { ok: true, edited, document: made.document, warnings };
}

/** True where edits leave a draft as it was. */
export function isSameEdit(before: Edited, after: Edited): boolean {
  return sameJson(before.patch as unknown as Json, after.patch as unknown as Json);
}

type ReadText = PartText | null;

function stop(refusal: Refusal): JudgedParts {
  return { ok: false, refusal, problems: [], document: null };
}

function unreadableIn(
  edits: readonly PartEdit[],
  read: readonly ReadText[],
): JudgedParts | undefined {
  const problems = read.flatMap((text, edit) =>
    text === null || text.ok
      ? []
      : text.problems.map((found): PartProblem => {
          const pointer = `${edits[edit]?.part ?? ""}${found.pointer}`;
          return { ...found, pointer, edit, place: null };
        }),
  );
  const [first] = problems;
  if (first === undefined) return undefined;
  // The message is filled in already: it says line and character.
  const refusal: Refusal = {
    ...refuse(first.code),
    message: first.message,
    fields: fieldsOf(problems),
  };
  return { ok: false, refusal, problems, document: null };
}

function fieldsOf(problems: readonly PartProblem[]): NonNullable<Refusal["fields"]> {
  return problems.map(({ pointer, code, message }) => ({ pointer, code, message }));
}

function failed(
  code: ErrorCode,
  problems: PartProblem[],
  document: DefinitionDocument,
): JudgedParts {
  const [first] = problems;
  const said: Text = first?.place ?? { zh: "—" };
  const isFixed = code === "definition/not-open" || code === "definition/statutory";
  const shown: Text = isFixed ? said : (first?.message ?? said);
  const params = { count: problems.length, first: shown };
  const refusal = refuse(code, params, { fields: fieldsOf(problems) });
  return { ok: false, refusal, problems, document };
}

/** Puts every edited part into the keyed view of a definition; not `ok` where a part has no place there. */
function withParts(
  held: DefinitionDocument,
  edits: readonly PartEdit[],
  read: readonly ReadText[],
): { ok: true; document: DefinitionDocument; problems: Problem[] } | { ok: false } {
  let view = toKeyed(held as unknown as Json);
  for (const [index, { part }] of edits.entries()) {
    const keys = keysOf(part) ?? [];
    const isForbidden = keys.length === 0 || keys.some((key) => FORBIDDEN_KEYS.has(key));
    const isKnown = TOPS.has(keys[0] ?? "");
    const parent = memberAt(view, keys.slice(0, -1));
    if (isForbidden || !isKnown || !isObject(parent)) return { ok: false };
    const text = read[index];
    if (text?.ok !== true && memberAt(view, keys) === undefined) return { ok: false };
    view = write(view, keys, text?.ok === true ? toKeyed(text.value) : undefined);
  }
  const { document, problems } = fromKeyed(view);
  return { ok: true, document: document as unknown as DefinitionDocument, problems };
}

const TOPS: ReadonlySet<string> = new Set(["workflow", "data", "forms", "papers"]);

/** The view with a value in the place of another, where that stood; undefined removes it. */
function write(view: Json, [key = "", ...rest]: readonly string[], value: Json | undefined): Json {
  if (!isObject(view)) return view;
  const below = rest.length === 0 ? value : write(memberAt(view, [key]) ?? null, rest, value);
  const members = Object.entries(view).flatMap(([name, member]): [string, Json][] => {
    if (name !== key) return [[name, member]];
    return below === undefined ? [] : [[name, below]];
  });
  const isNew = below !== undefined && !Object.hasOwn(view, key);
  return Object.fromEntries<Json>(isNew ? [...members, [key, below]] : members);
}

/** A field that a form brought is found wanting in the data as well: in the text that is one problem. */
function onlyOnce(problems: readonly PartProblem[]): PartProblem[] {
  const said = new Set<string>();
  return problems.filter(({ code, pointer, message, edit, at }) => {
    const where = at === null ? pointer : `${edit} ${at.line} ${at.column}`;
    const name = `${code} ${where} ${message.zh}`;
    return !said.has(name) && said.add(name);
  });
}

/** Finds where a problem lies: in the text of an edit, else by the name of its place. */
function locatorFor(ask: {
  edits: readonly PartEdit[];
  read: readonly ReadText[];
  document: DefinitionDocument;
}): (found: Problem) => PartProblem {
  const { edits, read, document } = ask;
  return (found) => {
    for (const pointer of [found.pointer, ...inForms(document, found.pointer)]) {
      for (const [edit, { part }] of edits.entries()) {
        const text = read[edit];
        const at = text?.ok === true ? placeInPart(text, part, pointer) : undefined;
        if (at !== undefined) return { ...found, edit, at, place: namePart(document, pointer) };
      }
    }
    return { ...found, edit: null, at: null, place: namePart(document, found.pointer) };
  };
}

/** Where forms ask the field that lies at a pointer of the data: a field that a form brought is mended there. */
function inForms({ forms }: DefinitionDocument, pointer: string): string[] {
  const [top, ...keys] = keysOf(pointer) ?? [];
  const name = keys.lastIndexOf("properties");
  if (top !== "data" || name < 0) return [];
  const rest = keys.slice(name);
  return Object.entries(forms).flatMap(([form, { schema }]) => {
    const field = isObject(schema) ? memberAt(schema, rest.slice(0, 2)) : undefined;
    return field === undefined ? [] : [pointerTo("/forms", form, "schema", ...rest)];
  });
}
