import { refuse } from "../errors";
import type { JsonObject } from "../json";
import { once } from "../once";
import type { FieldFault, Refusal } from "../refusal";
import type { Validator } from "../validation/validator";
import type { FormSource } from "../workflow-source";
import { allProperties, openConditional } from "./conditional-schema";
import { compilePruning } from "./prune-answers";

/** A form of a package, ready to judge what a person entered. */
export interface Form {
  name: string;
  source: FormSource;
  /**
   * Drops what the chosen branches do not own, writes values as they are stored and validates them.
   * Refuses with `form/invalid` and one fault a field. Throws as `prepare` does.
   */
  accept(entered: JsonObject): { ok: true; value: JsonObject } | { ok: false; refusal: Refusal };
  /** Top-level properties, conditional ones included. */
  properties: ReadonlySet<string>;
  /**
   * Compiles the schema, which else happens when the form is first filled in: a package has dozens, and each
   * costs milliseconds. Throws `form/schema` (RefusalError) where it cannot be compiled; `check` finds that before.
   */
  prepare(): void;
}

/** A form that is compiled when it is first used. */
export function createForm(name: string, source: FormSource, validator: Validator): Form {
  const judge = once(() => {
    const prune = compilePruning(source.schema, validator);
    return { prune, check: validator.compile(openConditional(source.schema)) };
  });
  return {
    name,
    source,
    properties: new Set(Object.keys(allProperties(source.schema))),
    prepare: () => void judge(),
    accept(entered) {
      const { prune, check } = judge();
      const faults: FieldFault[] = [];
      const value = prune(entered, faults);
      faults.push(...check(value));
      if (faults.length === 0) return { ok: true, value };
      return {
        ok: false,
        refusal: refuse("form/invalid", { count: faults.length }, { fields: faults }),
      };
    },
  };
}
