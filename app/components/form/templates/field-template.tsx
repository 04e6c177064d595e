import type { FieldTemplateProps } from "@rjsf/utils";
import { useTranslation } from "react-i18next";
import fieldStyles from "../../field.module.css";
import { formContextOf } from "../form-context";
import styles from "../form.module.css";
import { FieldFault } from "../field-fault";
import { hintId } from "../widgets/control-props";

/** Widgets that are several controls: their question is a legend, not the label of one control. */
const SEVERAL: ReadonlySet<unknown> = new Set(["radio", "checkboxes"]);

/**
 * One question: label, what is wrong with the answer, control, hint, in this order. Lists and groups draw
 * their own frame (see `list-template`, `group-template`).
 */
export function FieldTemplate(props: FieldTemplateProps) {
  const { id, label, schema, uiSchema, required, registry, children } = props;
  const { t } = useTranslation();
  const widget: unknown = uiSchema?.["ui:widget"];
  const context = formContextOf(registry);
  if (widget === "hidden") return children;
  const isList = schema.type === "array" && widget === undefined;
  if (schema.type === "object" || isList) return children;
  const number = context.numbers.get(id);
  const help: unknown = uiSchema?.["ui:help"];
  const question = (
    <>
      {number && <span className={fieldStyles.number}>{number}</span>}
      {label}
      {!required && <span className={fieldStyles.optional}>{t("form.optional")}</span>}
    </>
  );
  const answer = (
    <>
      <FieldFault id={id} faults={context.faults} />
      {children}
      {schema.description && schema.description !== t("form.optional") && (
        <p className={fieldStyles.hint} id={hintId(id)}>
          {schema.description}
        </p>
      )}
      {typeof help === "string" && <p className={fieldStyles.hint}>{help}</p>}
    </>
  );
  if (widget === "checkbox") return <div className={fieldStyles.field}>{answer}</div>;
  return SEVERAL.has(widget) ? (
    <fieldset className={fieldStyles.field}>
      <legend className={`${fieldStyles.label} ${styles.legend}`}>{question}</legend>
      {answer}
    </fieldset>
  ) : (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {question}
      </label>
      {answer}
    </div>
  );
}
