import type { RuleGroupType, RuleType } from "react-querybuilder";
import type { Condition, ConditionGroup, ConditionItem, RuleField } from "../../runtime/api";

/** How a field is named in the builder: by its path and by what stands for absence. */
export function fieldKey({ path, fallback }: Pick<RuleField, "path" | "fallback">): string {
  return fallback === undefined ? path : `${path} ${JSON.stringify(fallback)}`;
}

/** The parts that stay whole are rows without controls. */
export const FIXED = "fixed:";
/** Whether a text is empty: in the rule a comparison with the empty text, in the builder one of its own. */
const EMPTY: Readonly<Record<string, Condition["comparison"]>> = { blank: "is", written: "isNot" };
/** Comparisons that need nothing to compare with. */
export const ALONE: ReadonlySet<string> = new Set(["holds", "fails", ...Object.keys(EMPTY)]);
/** Comparisons with several values. */
export const SEVERAL: ReadonlySet<string> = new Set(["oneOf", "noneOf"]);

/** Rows and groups as the builder holds them; `fixed` gets each part that stays whole, in order. */
export function toQuery(group: ConditionGroup, fixed: unknown[]): RuleGroupType {
  const rules = group.items.map((item): RuleType | RuleGroupType => {
    if ("join" in item) return toQuery(item, fixed);
    if ("fixed" in item) {
      fixed.push(item.fixed);
      return { field: `${FIXED}${fixed.length - 1}`, operator: "holds", value: "", disabled: true };
    }
    const start = { field: fieldKey(item), operator: item.comparison };
    if (item.value === "") return { ...start, operator: emptyName(item.comparison), value: "" };
    return item.other === undefined
      ? { ...start, valueSource: "value", value: item.value ?? "" }
      : { ...start, valueSource: "field", value: item.other };
  });
  return { combinator: group.join, rules };
}

/** The counterpart of `toQuery`. A row that is not finished has no value. */
export function fromQuery(
  { combinator, rules }: RuleGroupType,
  known: { fields: ReadonlyMap<string, RuleField>; fixed: readonly unknown[] },
): ConditionGroup {
  const items = rules.map((rule): ConditionItem => {
    if ("rules" in rule) return fromQuery(rule, known);
    const { field, operator, value } = rule;
    if (field.startsWith(FIXED)) {
      const logic = known.fixed[Number(field.slice(FIXED.length))];
      return { fixed: (logic ?? null) as never };
    }
    const { path = field, fallback } = known.fields.get(field) ?? {};
    const isEmpty = Object.hasOwn(EMPTY, operator);
    const comparison = isEmpty ? EMPTY[operator] : (operator as Condition["comparison"]);
    const start = { path, ...(fallback === undefined ? {} : { fallback }) };
    const row: Condition = { ...start, comparison: comparison ?? "is" };
    if (isEmpty) return { ...row, value: "" };
    if (ALONE.has(operator)) return row;
    if (rule.valueSource === "field") return { ...row, other: String(value) };
    const written = shaped(value, operator);
    return written === undefined ? row : { ...row, value: written };
  });
  return { join: combinator === "or" ? "or" : "and", items };
}

function emptyName(comparison: Condition["comparison"]): string {
  return comparison === "is" ? "blank" : "written";
}

/** Undefined where nothing is written yet. */
function shaped(value: unknown, operator: string): Condition["value"] | undefined {
  const list = (Array.isArray(value) ? value : value === "" ? [] : [value]) as string[];
  return SEVERAL.has(operator) && list.length > 0 ? list : list[0];
}

/** True where every row says what it compares with. */
export function isFinished({ items }: ConditionGroup): boolean {
  const isWhole = (item: ConditionItem): boolean => {
    if ("join" in item) return isFinished(item);
    if ("fixed" in item || ALONE.has(item.comparison)) return true;
    return item.other !== undefined ? item.other !== "" : item.value !== undefined;
  };
  return items.length > 0 && items.every(isWhole);
}
