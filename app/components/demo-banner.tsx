import { useTranslation } from "react-i18next";
import styles from "./demo-banner.module.css";
import { useFrameData } from "./frame-data";

/** Says on every page of a demonstration that people and places are invented. It cannot be closed. */
export function DemoBanner() {
  const { t } = useTranslation();
  if (!useFrameData()?.demo) return null;
  return (
    <div className={styles.demo} role="note">
      {t("demo")}
    </div>
  );
}
