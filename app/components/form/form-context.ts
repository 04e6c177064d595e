import type { FormContextType, Registry, RJSFSchema } from "@rjsf/utils";

/** What every template and widget may know about the whole form. */
export interface FormContext {
  /** What is wrong with a field, by the field's id. */
  faults: ReadonlyMap<string, string>;
  /** 一、二、三 … before the questions of the first step, by the field's id. */
  numbers: ReadonlyMap<string, string>;
  /** Names of list items that are already known (李长顺（申请人）), by the item's field id. */
  itemNames: ReadonlyMap<string, string>;
}

/** The form context inside rjsf, which types it as anything. */
export function formContextOf(
  registry: Registry<unknown, RJSFSchema, FormContextType>,
): FormContext {
  return registry.formContext as FormContext;
}
