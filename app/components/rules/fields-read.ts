import type { ConditionGroup, RuleField, RuleVerdict } from "../../runtime/api";

/** The fields that a rule reads, each once: what an example of it has to give. Parameters have their values already. */
export function fieldsRead(
  fields: readonly RuleField[],
  { rows, examples }: Pick<RuleVerdict, "rows" | "examples">,
): RuleField[] {
  const paths = new Set([
    ...(rows === null ? [] : pathsOf(rows)),
    ...examples.flatMap(({ values }) => values.map(({ path }) => path)),
  ]);
  return [...paths].flatMap((path) => {
    const field = fields.find((one) => one.path === path);
    return field === undefined ? [] : [field];
  });
}

function pathsOf({ items }: ConditionGroup): string[] {
  return items.flatMap((item) => {
    if ("join" in item) return pathsOf(item);
    if ("fixed" in item) return [];
    return [item.path, ...(item.other === undefined ? [] : [item.other])];
  });
}
