import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { SubstitutionRow } from "../../runtime/api";
import { CsrfField } from "../csrf-field";
import { SubmitButton } from "../submit-button";
import styles from "./substitutes.module.css";

/** Who stands in for whom, from when until when, and the button that ends it. */
export function SubstitutionList({ rows }: { rows: readonly SubstitutionRow[] }) {
  const { t } = useTranslation();
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <ul className={styles.list}>
      {rows.map((row) => {
        const { id, from, to, packages, reason, byLeave, state, mayEnd } = row;
        const what = [
          packages.length === 0
            ? t("substitutes.all")
            : packages.map(say).join(t("worklist.between")),
          byLeave ? t("substitutes.byLeave") : reason,
        ];
        return (
          <li key={id}>
            <p className={styles.who}>
              <b>{t("substitutes.line", { substitute: row.substituteName, user: row.userName })}</b>
              <em>{t(`substitutes.${state}`)}</em>
            </p>
            <p className={styles.when}>{t("substitutes.span", { from: say(from), to: say(to) })}</p>
            <p className={styles.what}>{what.filter((one) => one !== "").join("·")}</p>
            {mayEnd && (
              <Form method="post" action="/me/substitutes">
                <CsrfField />
                <input type="hidden" name="id" value={id} />
                <SubmitButton kind="text" mini name="intent" value="end">
                  {t("substitutes.end")}
                </SubmitButton>
              </Form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
