import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ScopeChoice } from "../../runtime/api";
import { Button } from "../button";
import styles from "./scope-chooser.module.css";
import { ScopeFields } from "./scope-fields";

/** Chooses for which villages a page is looked at; it leads to the same page. Nothing where there is no model. */
export function ScopeChooser({ choice }: { choice: ScopeChoice }) {
  const { t } = useTranslation();
  if (choice.models.length === 0) return null;
  return (
    <Form method="get" className={styles.chooser}>
      <input type="hidden" name="unit" value={choice.county.id} />
      <ScopeFields page={choice} key={choice.model} />
      <Button mini>{t("definition.show")}</Button>
    </Form>
  );
}
