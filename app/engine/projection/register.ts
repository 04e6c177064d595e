import type { RegisterLine } from "../case";
import type { Rule } from "../workflow";
import type { RegisterSource } from "../workflow-source";
import { compileTemplate, type TemplateContext } from "./template";

/** What stands in the book for a matter under protection. */
export const WITHHELD = "不公开";

/** A register made ready: gives its line. */
export interface Register {
  name: string;
  fill(context: TemplateContext): RegisterLine;
}

/**
 * The registers in which each event writes a line, or a correction. Books are kept in Chinese; masking happens
 * when they are read.
 */
export function compileRegisters(
  registers: Readonly<Record<string, RegisterSource>>,
  rules: ReadonlyMap<string, Rule>,
): ReadonlyMap<string, Register[]> {
  const byEvent = new Map<string, Register[]>();
  for (const [name, source] of Object.entries(registers)) {
    const register = compileRegister(name, source, rules);
    const add = (event: string, one: Register): void => {
      byEvent.set(event, [...(byEvent.get(event) ?? []), one]);
    };
    const corrected = new Set(source.corrections ?? []);
    for (const event of new Set(source.on)) if (!corrected.has(event)) add(event, register);
    for (const event of corrected) add(event, correctionsOf(register));
  }
  return byEvent;
}

function correctionsOf(register: Register): Register {
  return {
    name: register.name,
    fill: (context) => ({ ...register.fill(context), correction: true }),
  };
}

function compileRegister(
  name: string,
  source: RegisterSource,
  rules: ReadonlyMap<string, Rule>,
): Register {
  const columns = Object.entries(source.columns).map(([key, { value, withheldWhen }]) => ({
    key,
    value: compileTemplate(value),
    withheldWhen,
  }));
  const guards = new Set(columns.flatMap(({ withheldWhen }) => withheldWhen ?? []));
  return {
    name,
    fill(context) {
      const withholding = [...guards].filter((guard) => isWithheld(rules.get(guard), context));
      const cells: Record<string, string> = {};
      for (const { key, value, withheldWhen } of columns) {
        const hidden = withheldWhen !== undefined && withholding.includes(withheldWhen);
        cells[key] = hidden ? WITHHELD : value(context, "zh");
      }
      return { register: name, cells };
    },
  };
}

/** Fails closed: a rule that cannot be decided, or is not there, withholds as well. */
function isWithheld(rule: Rule | undefined, context: TemplateContext): boolean {
  const absent = rule?.source.absent;
  return rule?.logic.judge(context.scope, absent === undefined ? {} : { absent }).truth !== false;
}
