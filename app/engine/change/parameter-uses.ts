import { isObject, type Json } from "../json";
import type { Text } from "../text";
import type { DefinitionDocument, StateSource } from "../workflow-source";

/** Where a parameter is used, by the titles that people know. */
export interface ParameterUses {
  /** Deadlines that count by it. */
  deadlines: { name: string; title: Text }[];
  /** States in which those deadlines run. */
  states: { path: string; title: Text }[];
  /** Rules that read it, by themselves or through a fact. */
  rules: { name: string; title: Text }[];
  facts: { name: string; title: Text }[];
}

/** Everything of a definition that a parameter has to do with. Pure. */
export function usesOf(document: DefinitionDocument, parameter: string): ParameterUses {
  const { deadlines = {}, rules = {}, facts = {}, machine } = document.workflow;
  const counted = Object.entries(deadlines)
    .filter(([, { count }]) => typeof count === "object" && count.parameter === parameter)
    .map(([name, { title }]) => ({ name, title }));
  const reading = factsReading(facts, `params.${parameter}`);
  const paths = [`params.${parameter}`, ...reading.map((name) => `facts.${name}`)];
  return {
    deadlines: counted,
    states: statesWith(machine, new Set(counted.map(({ name }) => name))),
    rules: Object.entries(rules)
      .filter(([, { when }]) => paths.some((path) => reads(when, path)))
      .map(([name, { title }]) => ({ name, title })),
    facts: reading.flatMap((name) => {
      const fact = facts[name];
      return fact === undefined ? [] : [{ name, title: fact.title }];
    }),
  };
}

/** Facts that read a path, and those that read such a fact. */
function factsReading(facts: Readonly<Record<string, { value: Json }>>, path: string): string[] {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [name, { value }] of Object.entries(facts)) {
      const paths = [path, ...[...found].map((known) => `facts.${known}`)];
      if (paths.some((one) => reads(value, one))) found.add(name);
    }
  }
  return [...found];
}

/** True where an expression names a path, or something within it. */
export function reads(logic: Json, path: string): boolean {
  if (typeof logic === "string") return logic === path || logic.startsWith(`${path}.`);
  if (Array.isArray(logic)) return logic.some((part) => reads(part, path));
  return isObject(logic) && Object.values(logic).some((part) => reads(part, path));
}

function statesWith(
  machine: StateSource,
  deadlines: ReadonlySet<string>,
  path = "",
): ParameterUses["states"] {
  return Object.entries(machine.states ?? {}).flatMap(([name, state]) => {
    const here = path === "" ? name : `${path}.${name}`;
    const names = [...Object.keys(state.after ?? {}), state.meta?.due ?? ""];
    const own = names.some((one) => deadlines.has(one))
      ? [{ path: here, title: state.meta?.title ?? { zh: name } }]
      : [];
    return [...own, ...statesWith(state, deadlines, here)];
  });
}
