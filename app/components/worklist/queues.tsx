import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { Worklist } from "../../runtime/api";
import styles from "./queues.module.css";

/** The ways of looking at what waits, each with its count. What is overdue is counted in seal red. */
export function Queues({ queues, queue }: Pick<Worklist, "queues" | "queue">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <nav className={styles.queues} aria-label={t("worklist.queues")}>
      {queues.map(({ name, title, count, orMore }) => (
        <Link
          key={name}
          to={`/cases?queue=${name}`}
          aria-current={name === queue ? "page" : undefined}
          className={name === "overdue" && count > 0 ? styles.overdue : undefined}
        >
          {say(title)} <b>{orMore ? t("worklist.most", { count }) : count}</b>
        </Link>
      ))}
    </nav>
  );
}
