import { useTranslation } from "react-i18next";
import { useFrameData } from "./frame-data";
import styles from "./waiting-count.module.css";

/** How much waits for the reader's answer or to be read, beside an entry of the navigation; nothing where nothing does. */
export function WaitingCount() {
  const { t } = useTranslation();
  const count = useFrameData()?.signedIn?.waiting ?? 0;
  if (count === 0) return null;
  const shown = count > 99 ? t("dealing.most") : String(count);
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{shown}</span>
      <span className={styles.spoken}>{t("dealing.waiting", { shown })}</span>
    </span>
  );
}
