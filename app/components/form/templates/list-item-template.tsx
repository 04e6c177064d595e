import type { ArrayFieldItemTemplateProps } from "@rjsf/utils";
import { useTranslation } from "react-i18next";
import { editName } from "../../../engine/form/edit-form";
import { Button } from "../../button";
import { formContextOf } from "../form-context";
import styles from "../form.module.css";

/** One card of a list: whose or which it is, its questions, and taking it out again. */
export function ListItemTemplate(props: ArrayFieldItemTemplateProps) {
  const { children, buttonsProps, index, registry, parentUiSchema } = props;
  const { t } = useTranslation();
  const { path } = buttonsProps.fieldPathId;
  const options = parentUiSchema?.["ui:options"] ?? {};
  const { itemNames, faults } = formContextOf(registry);
  const itemLabel: unknown = options["itemLabel"];
  const plain = typeof itemLabel === "string" && !itemLabel.includes("{{") ? itemLabel : "";
  const id = buttonsProps.fieldPathId.$id;
  const name = itemNames.get(id) ?? t("form.item", { label: plain, number: index + 1 }).trim();
  const isFaulty = [...faults.keys()].some((faulty) => faulty.startsWith(`${id}/`));
  return (
    <section className={isFaulty ? `${styles.card} ${styles.faulty}` : styles.card}>
      <header className={styles.cardHead}>
        <h3>{name}</h3>
        {buttonsProps.hasRemove && (
          <Button
            kind="text"
            mini
            name="intent"
            value={editName({ edit: "remove", pointer: `/${path.join("/")}` })}
            formNoValidate
            onClick={buttonsProps.onRemoveItem}
            aria-label={t("form.removeItem", { name })}
          >
            {t("form.remove")}
          </Button>
        )}
      </header>
      {children}
    </section>
  );
}
