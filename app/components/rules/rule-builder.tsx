import { useMemo, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { QueryBuilder, type RuleGroupType } from "react-querybuilder";
import type { ConditionGroup, RuleField, RuleVerdict } from "../../runtime/api";
import {
  AddGroup,
  AddRow,
  ComparisonControl,
  FieldControl,
  JoinControl,
  RemoveGroup,
  RemoveRow,
  RowValue,
  SourceControl,
  type BuilderContext,
} from "./builder-controls";
import { FIXED, fieldKey, fromQuery, toQuery } from "./builder-query";
import styles from "./rule-builder.module.css";

interface RuleBuilderProps {
  /** What it begins with; afterwards it keeps its own. */
  rows: ConditionGroup;
  fields: readonly RuleField[];
  fixed: RuleVerdict["fixed"];
  onChange: (rows: ConditionGroup) => void;
}

const CONTROLS = {
  combinatorSelector: JoinControl,
  fieldSelector: FieldControl,
  operatorSelector: ComparisonControl,
  valueSourceSelector: SourceControl,
  valueEditor: RowValue,
  addRuleAction: AddRow,
  addGroupAction: AddGroup,
  removeRuleAction: RemoveRow,
  removeGroupAction: RemoveGroup,
  notToggle: null,
  dragHandle: null,
};

const CLASSES = {
  queryBuilder: styles.builder ?? "",
  ruleGroup: styles.group ?? "",
  header: styles.header ?? "",
  body: styles.body ?? "",
  rule: styles.row ?? "",
  betweenRules: styles.between ?? "",
};

const COMPARED = new Set(["number", "date", "text"]);

/** The conditions of a rule row by row. Loaded where there are scripts; without, the rule is read and written as text. */
export function RuleBuilder({ rows, fields, fixed, onChange }: RuleBuilderProps) {
  const { t } = useTranslation();
  const [kept] = useState<unknown[]>(() => []);
  const [query, setQuery] = useState<RuleGroupType>(() => toQuery(rows, kept));
  const byKey = useMemo(() => new Map(fields.map((one) => [fieldKey(one), one])), [fields]);
  const context: BuilderContext = { fields, byKey, fixed: fixed.map(({ said }) => said) };
  const names = fields.map((field) => ({ name: fieldKey(field), label: field.title.zh }));
  const whole = kept.map((_, index) => ({ name: `${FIXED}${index}`, label: "" }));
  return (
    <div
      className={styles.frame}
      style={{ "--first": JSON.stringify(t("ruleEditor.when")) } as CSSProperties}
    >
      <QueryBuilder
        query={query}
        fields={[...names, ...whole]}
        context={context}
        controlElements={CONTROLS}
        controlClassnames={CLASSES}
        suppressStandardClassnames
        showCombinatorsBetweenRules
        listsAsArrays
        combinators={[
          { name: "and", label: t("ruleEditor.and") },
          { name: "or", label: t("ruleEditor.or") },
        ]}
        getOperators={(name) => [
          ...(byKey.get(name)?.comparisons ?? []).map(({ id, label }) => ({
            name: id as string,
            label: label.zh,
          })),
          { name: "written", label: "" },
          { name: "blank", label: "" },
        ]}
        getDefaultOperator={(name) => byKey.get(name)?.comparisons[0]?.id ?? "is"}
        getDefaultValue={() => ""}
        getValueSources={(name, operator) => {
          const isOther = COMPARED.has(byKey.get(name)?.kind ?? "") && ORDERED.has(operator);
          return isOther ? ["value", "field"] : ["value"];
        }}
        accessibleDescriptionGenerator={() => ""}
        onQueryChange={(next: RuleGroupType) => {
          setQuery(next);
          onChange(fromQuery(next, { fields: byKey, fixed: kept }));
        }}
      />
    </div>
  );
}

/** Comparisons that may be made with another field. */
const ORDERED = new Set(["is", "isNot", "less", "atMost", "more", "atLeast"]);
