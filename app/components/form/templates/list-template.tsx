import type { ArrayFieldTemplateProps } from "@rjsf/utils";
import { useTranslation } from "react-i18next";
import { editName } from "../../../engine/form/edit-form";
import { fieldName } from "../../../engine/form/field-name";
import { Button } from "../../button";
import { Icon } from "../../icon";
import { FieldFault } from "../field-fault";
import { formContextOf } from "../form-context";
import styles from "../form.module.css";

/**
 * A list as cards. Adding works before scripts arrive: the button posts the form, and the server draws it
 * again with one more card. A list that may not shrink (`removable: false`) may not grow either.
 */
export function ListTemplate(props: ArrayFieldTemplateProps) {
  const { fieldPathId, title, items, canAdd, onAddClick, registry, required, schema } = props;
  const { t } = useTranslation();
  const { faults } = formContextOf(registry);
  const options = props.uiSchema?.["ui:options"] ?? {};
  const { $id: id, path } = fieldPathId;
  const addLabel: unknown = options["addLabel"];
  const isFixed = options["removable"] === false;
  return (
    <fieldset className={styles.list} id={id} tabIndex={-1}>
      <legend className={styles.groupTitle}>{title}</legend>
      {required && <input type="hidden" name={fieldName(id, "list")} value="" />}
      <FieldFault id={id} faults={faults} />
      {schema.description && <p className={styles.groupHint}>{schema.description}</p>}
      <div className={styles.cards}>{items}</div>
      {canAdd && !isFixed && (
        <Button
          kind="text"
          name="intent"
          value={editName({ edit: "add", pointer: `/${path.join("/")}` })}
          formNoValidate
          onClick={onAddClick}
        >
          <Icon name="plus" />
          {typeof addLabel === "string" ? addLabel : t("form.add", { title })}
        </Button>
      )}
    </fieldset>
  );
}
