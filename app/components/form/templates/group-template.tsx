import type { ObjectFieldTemplateProps } from "@rjsf/utils";
import { fieldId, fieldName } from "../../../engine/form/field-name";
import { FieldFault } from "../field-fault";
import { formContextOf } from "../form-context";
import styles from "../form.module.css";

/** Questions that belong together. The outermost group and the items of a list have no frame of their own. */
export function GroupTemplate(props: ObjectFieldTemplateProps) {
  const { fieldPathId, title, description, properties, registry, required } = props;
  const { faults } = formContextOf(registry);
  const { path, $id: id } = fieldPathId;
  const questions = properties.map(({ name, content }) => (
    <div key={name} data-field={fieldId([...path, name])}>
      {content}
    </div>
  ));
  if (path.length === 0) return <div>{questions}</div>;
  const isItem = typeof path.at(-1) === "number";
  // An item is there even if nothing in it is filled in; so is a group that must be.
  const mark = (isItem || required) && (
    <input type="hidden" name={fieldName(id, "group")} value="" />
  );
  if (isItem) {
    return (
      <div>
        {mark}
        {questions}
      </div>
    );
  }
  return (
    <fieldset className={styles.group} id={id} tabIndex={-1}>
      <legend className={styles.groupTitle}>{title}</legend>
      {mark}
      <FieldFault id={id} faults={faults} />
      {description && <p className={styles.groupHint}>{description}</p>}
      {questions}
    </fieldset>
  );
}
