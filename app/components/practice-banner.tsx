import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFrameData } from "./frame-data";
import styles from "./practice-banner.module.css";

/** Says on every page that this is practice, and where it ends. */
export function PracticeBanner() {
  const { t } = useTranslation();
  if (!useFrameData()?.practising) return null;
  return (
    <div className={styles.practice} role="note">
      <b>{t("practice.title")}</b>
      <span>{t("practice.now")}</span>
      <Link to="/practice">{t("practice.end")}</Link>
    </div>
  );
}
