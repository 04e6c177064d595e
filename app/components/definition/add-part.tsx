import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DefinitionPage } from "../../runtime/api";
import { Button } from "../button";
import { TextField } from "../field";
import styles from "./add-part.module.css";

/** Names a new part, whose text is then written; nothing is there before it is kept. */
export function AddPart({
  page,
  map,
  group,
}: {
  page: DefinitionPage;
  /** The map that it will stand in. */
  map: string;
  group: string;
}) {
  const { t } = useTranslation();
  return (
    <details className={styles.add}>
      <summary>{t("definition.add")}</summary>
      <Form method="get">
        <input type="hidden" name="unit" value={page.county.id} />
        <input type="hidden" name="model" value={page.model ?? ""} />
        <input type="hidden" name="in" value={map} />
        <TextField
          id={`add${map}`}
          name="new"
          label={t("joins.label", {
            name: t("definition.addTo", { group }),
            text: t("definition.addName"),
          })}
          hint={t("definition.addHint")}
          required
          pattern="[a-z][A-Za-z0-9]*"
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button mini>{t("definition.add")}</Button>
      </Form>
    </details>
  );
}
