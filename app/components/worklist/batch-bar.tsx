import { useTranslation } from "react-i18next";
import type { WorklistRow } from "../../runtime/api";
import { Button } from "../button";
import styles from "./batch-bar.module.css";

/** Leads to the page for all that is ticked; nothing is drawn where nothing can be. */
export function BatchBar({ rows }: { rows: readonly WorklistRow[] }) {
  const { t } = useTranslation();
  if (!rows.some((row) => row.batch)) return null;
  return (
    <p className={styles.bar}>
      <span>{t("batch.pickHint")}</span>
      <Button>{t("batch.pick")}</Button>
    </p>
  );
}
