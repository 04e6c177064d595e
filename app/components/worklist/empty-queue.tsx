import { useTranslation } from "react-i18next";
import type { QueueName } from "../../runtime/api";
import styles from "./empty-queue.module.css";

/** Says in words that nothing waits here, and where to look instead. */
export function EmptyQueue({ queue }: { queue: QueueName }) {
  const { t } = useTranslation();
  return <p className={styles.empty}>{t(`worklist.empty.${queue}`)}</p>;
}
