import type { DataWrite } from "../case";
import { at, type JsonObject } from "../json";
import type { Refusal } from "../refusal";
import type { Scope } from "../scope";
import type { Workflow } from "../workflow";
import type { FieldRules } from "../workflow-source";
import { findEventForm, keptFields } from "./event-form";
import { applyWrites, parseInto, writeForm } from "./write-form";

export type Answered =
  { ok: true; writes: DataWrite[]; data: JsonObject } | { ok: false; refusal: Refusal };

/**
 * What answering a form does to a matter's data; an event without a form does nothing to it. Pure.
 * Refuses `form/invalid`, `form/unknown-item`.
 */
export function answerForm(ask: {
  workflow: Workflow;
  /** Name of the form; undefined where the event has none. */
  form: string | undefined;
  /** What the event does with its fields. */
  fields?: FieldRules | undefined;
  entered: JsonObject;
  data: JsonObject;
  seq: number;
  /** Gives where stamps are read; without it none are written. */
  scope?: () => Scope;
}): Answered {
  const { workflow, entered, data, seq } = ask;
  const form = findEventForm(workflow, ask);
  if (form === undefined) return { ok: true, writes: [], data };
  const accepted = form.accept(entered);
  if (!accepted.ok) return accepted;
  const written = writeForm({
    into: parseInto(form.source.into),
    value: {
      ...keptFields(form, ask.fields, data),
      ...accepted.value,
      ...stamps(form.source.stamp, ask.scope),
    },
    data,
    dataSchema: workflow.document.data,
    seq,
  });
  if (!written.ok) return written;
  return { ok: true, writes: written.writes, data: applyWrites(data, written.writes) };
}

/** What a person cannot enter about themselves: a rule that keeps reviewers apart must rest on it. */
function stamps(
  stamp: Readonly<Record<string, string>> | undefined,
  scopeOf: (() => Scope) | undefined,
): JsonObject {
  if (stamp === undefined || scopeOf === undefined) return {};
  const scope = scopeOf();
  return Object.fromEntries(
    Object.entries(stamp).flatMap(([field, path]) => {
      const value = at({ ...scope }, path);
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
}
