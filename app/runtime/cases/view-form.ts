import { allProperties } from "../../engine/form/conditional-schema";
import { findEventForm, shownSchema } from "../../engine/form/event-form";
import type { Form } from "../../engine/form/form";
import { localiseSchema, localiseUi } from "../../engine/form/localise-schema";
import { parseInto } from "../../engine/form/write-form";
import { at, isObject, own, type Json, type JsonObject } from "../../engine/json";
import { isGroup, itemSchemaOf } from "../../engine/projection/visibility";
import type { Scope } from "../../engine/scope";
import { scopeValue } from "../../engine/steps/situation";
import type { Language } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import type { EventMeta } from "../../engine/workflow-source";
import type { DueChip, StepForm } from "../api";
import { withItemNames, type ItemNames } from "./item-names";
import type { Place } from "../people/directory";
import { legalText } from "./legal-text";
import { answerRows, type AnswerReader } from "./view-answers";
import { withVillages } from "./village-choices";

/** What the form of one step is drawn from. */
export interface FormInput {
  workflow: Workflow;
  /** `start`, or an event. */
  event: string;
  meta: EventMeta;
  caseId: string | null;
  matter: StepForm["matter"];
  expectedSeq: number;
  commandId: string;
  places: StepForm["places"];
  /** What fields for a village offer. */
  villages: readonly Place[];
  due: DueChip | null;
  /** Over what the reader may see: values come from here. */
  scope: Scope;
  names: ItemNames;
  /** For whom what is only shown is written out; absent where nothing is known yet. */
  answers?: AnswerReader;
  language: Language;
}

/** The form of a step with everything that is known already. A step without a form gets an empty one. Pure. */
export function stepForm(input: FormInput): StepForm {
  const { workflow, event, meta, scope, names, language } = input;
  const form = findEventForm(workflow, meta);
  const legal = legalText(workflow, meta);
  const help = form?.source.help ?? meta.help ?? meta.noForm;
  const data = dataOf(scope);
  const ui = form?.source.ui ?? {};
  const named =
    form === undefined
      ? ui
      : withItemNames(ui, {
          source: form.source,
          dataSchema: workflow.document.data,
          data,
          names,
        });
  return {
    caseId: input.caseId,
    package: workflow.id,
    event,
    matter: input.matter,
    title: form?.source.title ?? meta.label,
    label: meta.label,
    ...(help === undefined ? {} : { help }),
    schema: withVillages(localiseSchema(form?.source.schema ?? EMPTY, language), input.villages),
    ui: localiseUi(named, language),
    formData: form === undefined ? {} : knownAnswers(form, scope),
    shown: shownRows(input),
    confirm: meta.confirm ?? false,
    places: input.places,
    expectedSeq: input.expectedSeq,
    commandId: input.commandId,
    ...(legal === undefined ? {} : { legal }),
    due: input.due,
  };
}

const EMPTY: JsonObject = { type: "object", properties: {}, additionalProperties: false };

/** The fields that this step only shows, in words, from what the reader may see. */
function shownRows({ workflow, meta, scope, answers }: FormInput): StepForm["shown"] {
  const form = meta.form === undefined ? undefined : workflow.forms.get(meta.form);
  const schema = form && shownSchema(form, meta.fields);
  if (form === undefined || schema === undefined || answers === undefined) return [];
  const { into, ui } = form.source;
  return answerRows(schema, existing(form, into, dataOf(scope)), answers, ui);
}

function dataOf(scope: Scope): JsonObject {
  const data = scope["data"];
  return isObject(data) ? data : {};
}

/** What stands in the form at first: what the matter holds already, then what the form prefills. */
function knownAnswers(form: Form, scope: Scope): JsonObject {
  const { schema, into, prefill } = form.source;
  const known = declared(schema, existing(form, into, dataOf(scope)));
  let answers = isObject(known) ? known : {};
  for (const [path, from] of Object.entries(prefill ?? {})) {
    if (at(answers, path) !== undefined) continue;
    const value = scopeValue(scope, from);
    const part = partAt(schema, path);
    const fitting = value === undefined || part === undefined ? undefined : declared(part, value);
    if (fitting !== undefined) answers = withValue(answers, path.split("."), fitting);
  }
  return answers;
}

function existing(form: Form, into: string, data: JsonObject): JsonObject {
  const target = parseInto(into);
  switch (target.kind) {
    case "merge":
      return data;
    case "set": {
      const value = at(data, target.path);
      return isObject(value) ? value : {};
    }
    case "append":
      return {};
    case "each": {
      const list = at(data, target.path);
      const key = target.path.split(".").pop() ?? target.path;
      return form.properties.has(key) && Array.isArray(list) ? { [key]: list } : {};
    }
  }
}

/** Only what a form declares: a form never shows more of a matter than it asks about. */
function declared(schema: JsonObject, value: Json): Json | undefined {
  const items = itemSchemaOf(schema);
  if (items !== undefined) {
    return Array.isArray(value) ? value.map((item) => declared(items, item) ?? {}) : undefined;
  }
  if (!isGroup(schema)) return isObject(value) ? undefined : value;
  if (!isObject(value)) return undefined;
  const kept = Object.entries(allProperties(schema)).flatMap(([key, child]): [string, Json][] => {
    const member = own(value, key);
    const part = member === undefined || !isObject(child) ? undefined : declared(child, member);
    return part === undefined ? [] : [[key, part]];
  });
  return Object.fromEntries(kept);
}

function partAt(schema: JsonObject, path: string): JsonObject | undefined {
  return path.split(".").reduce<JsonObject | undefined>((here, key) => {
    const child = here === undefined ? undefined : own(allProperties(here), key);
    return isObject(child) ? child : undefined;
  }, schema);
}

function withValue(object: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return object;
  const inner = own(object, key);
  const next = rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value);
  return { ...object, [key]: next };
}
