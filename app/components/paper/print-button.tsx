import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { Icon } from "../icon";
import styles from "./paper-page.module.css";

/** Opens the browser's print dialog. Without scripts a sentence says where that is. */
export function PrintButton({ copies = 1 }: { copies?: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.print}>
      <Button kind="go" type="button" onClick={() => window.print()}>
        <Icon name="print" />
        {copies > 1 ? t("paper.copies", { count: copies }) : t("paper.print")}
      </Button>
      <noscript>
        <span className={styles.hint}>{t("paper.hint")}</span>
      </noscript>
    </span>
  );
}
