import { useTranslation } from "react-i18next";
import { useFrameData } from "../frame-data";
import styles from "./paper-sheet.module.css";

/** At the head of every sheet that is no real one: invented data, or practice. */
export function SheetRemark({ also = "" }: { also?: string | false }) {
  const { t } = useTranslation();
  const frame = useFrameData();
  const remarks = [frame?.practising && t("practice.paper"), frame?.demo && t("demo"), also];
  return <p className={styles.remark}>{remarks.filter(Boolean).join(" · ")}</p>;
}
