import type {
  ActionProps,
  CombinatorSelectorProps,
  FieldSelectorProps,
  OperatorSelectorProps,
  ValueEditorProps,
  ValueSourceSelectorProps,
} from "react-querybuilder";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { Text } from "../../engine/text";
import type { RuleField } from "../../runtime/api";
import { Icon } from "../icon";
import { ALONE, FIXED, SEVERAL, fieldKey } from "./builder-query";
import styles from "./rule-builder.module.css";
import { ValueControl } from "./value-control";

/** What the controls know besides their own row. */
export interface BuilderContext {
  fields: readonly RuleField[];
  byKey: ReadonlyMap<string, RuleField>;
  fixed: readonly Text[];
}

const GROUPS = ["data", "facts", "params", "case", "user"] as const;
/** Groups in groups that a rule may have. */
const DEEPEST_GROUP = 2;

function contextOf({ context }: { context?: unknown }): BuilderContext {
  return context as BuilderContext;
}

/** 并且 or 或者 between the rows of a group. */
export function JoinControl({ value, handleOnChange }: CombinatorSelectorProps) {
  const { t } = useTranslation();
  return (
    <select
      className={styles.join}
      aria-label={`${t("ruleEditor.and")} / ${t("ruleEditor.or")}`}
      value={value}
      onChange={({ target }) => handleOnChange(target.value)}
    >
      <option value="and">{t("ruleEditor.and")}</option>
      <option value="or">{t("ruleEditor.or")}</option>
    </select>
  );
}

/** What a row is about; a part that stays whole says its sentence instead. */
export function FieldControl(props: FieldSelectorProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { fields, fixed } = contextOf(props);
  const value = props.value ?? "";
  if (value.startsWith(FIXED)) {
    const said = fixed[Number(value.slice(FIXED.length))];
    return (
      <p className={styles.fixed}>
        <span>{said && say(said)}</span>
        <span className={styles.kept}>{t("ruleEditor.kept")}</span>
      </p>
    );
  }
  return (
    <select
      className={styles.field}
      aria-label={t("ruleEditor.field")}
      value={value}
      onChange={({ target }) => props.handleOnChange(target.value)}
    >
      <FieldOptions fields={fields} />
    </select>
  );
}

/** The fields, divided by where they come from. */
function FieldOptions({ fields }: { fields: readonly RuleField[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return GROUPS.map((group) => {
    const here = fields.filter((field) => field.group === group);
    return here.length === 0 ? null : (
      <optgroup key={group} label={t(`ruleEditor.groups.${group}`)}>
        {here.map((field) => (
          <option key={fieldKey(field)} value={fieldKey(field)}>
            {say(field.title)}
          </option>
        ))}
      </optgroup>
    );
  });
}

/** The comparisons that make sense for the row's field. */
export function ComparisonControl(props: OperatorSelectorProps) {
  const { t } = useTranslation();
  const say = useSay();
  const field = contextOf(props).byKey.get(props.field);
  if (field === undefined) return null;
  return (
    <select
      className={styles.comparison}
      aria-label={t("ruleEditor.comparison")}
      value={props.value}
      onChange={({ target }) => props.handleOnChange(target.value)}
    >
      {field.comparisons.map(({ id, label }) => (
        <option key={id} value={id}>
          {say(label)}
        </option>
      ))}
      {field.kind === "text" && <option value="written">{t("ruleEditor.written")}</option>}
      {field.kind === "text" && <option value="blank">{t("ruleEditor.blank")}</option>}
    </select>
  );
}

/** A value of its own, or another field. */
export function SourceControl({ value, handleOnChange, options }: ValueSourceSelectorProps) {
  const { t } = useTranslation();
  if (options.length < 2) return null;
  return (
    <select
      className={styles.source}
      aria-label={t("ruleEditor.source")}
      value={value}
      onChange={({ target }) => handleOnChange(target.value)}
    >
      <option value="value">{t("ruleEditor.sourceValue")}</option>
      <option value="field">{t("ruleEditor.sourceField")}</option>
    </select>
  );
}

/** What the field is compared with. */
export function RowValue(props: ValueEditorProps) {
  const { t } = useTranslation();
  const { fields, byKey } = contextOf(props);
  const field = byKey.get(props.field);
  if (field === undefined || ALONE.has(props.operator)) return null;
  if (props.valueSource === "field") {
    const others = fields.filter(
      (one) => one.kind === field.kind && one.path !== field.path && one.fallback === undefined,
    );
    const value = String(props.value ?? "");
    return (
      <select
        className={styles.value}
        aria-label={t("ruleEditor.value")}
        value={value}
        onChange={({ target }) => props.handleOnChange(target.value)}
      >
        {!others.some(({ path }) => path === value) && (
          <option value={value}>{t("ruleEditor.choose")}</option>
        )}
        <FieldOptions fields={others} />
      </select>
    );
  }
  return (
    <span className={styles.value}>
      <ValueControl
        key={`${props.field} ${SEVERAL.has(props.operator)}`}
        field={field}
        value={props.value as never}
        several={SEVERAL.has(props.operator)}
        label={t("ruleEditor.value")}
        onChange={(value) => props.handleOnChange(value)}
      />
    </span>
  );
}

/** Adds a row to a group. */
export function AddRow({ handleOnClick }: ActionProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.add} onClick={(event) => handleOnClick(event)}>
      <Icon name="plus" />
      {t("ruleEditor.addRow")}
    </button>
  );
}

/** Adds a group within a group, as deep as a sentence can be read. */
export function AddGroup({ handleOnClick, level }: ActionProps) {
  const { t } = useTranslation();
  if (level >= DEEPEST_GROUP) return null;
  return (
    <button type="button" className={styles.add} onClick={(event) => handleOnClick(event)}>
      <Icon name="plus" />
      {t("ruleEditor.addGroup")}
    </button>
  );
}

/** Takes a row away; the parts that stay whole stay. */
export function RemoveRow({ handleOnClick, ruleOrGroup }: ActionProps) {
  const { t } = useTranslation();
  if ("field" in ruleOrGroup && ruleOrGroup.field.startsWith(FIXED)) return null;
  return (
    <button type="button" className={styles.remove} onClick={(event) => handleOnClick(event)}>
      {t("ruleEditor.remove")}
    </button>
  );
}

/** Takes a group away with its rows; not one in which a part stays whole. */
export function RemoveGroup({ handleOnClick, ruleOrGroup }: ActionProps) {
  const { t } = useTranslation();
  if (JSON.stringify(ruleOrGroup).includes(`"${FIXED}`)) return null;
  return (
    <button type="button" className={styles.remove} onClick={(event) => handleOnClick(event)}>
      {t("ruleEditor.removeGroup")}
    </button>
  );
}
