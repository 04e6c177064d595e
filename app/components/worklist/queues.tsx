import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { QueueName, Worklist } from "../../runtime/api";
import { useFrameData } from "../frame-data";
import styles from "./queues.module.css";

interface QueuesProps extends Pick<Worklist, "queues"> {
  /** The one that is shown; `concerns` is what is asked beside the tasks (与我有关). */
  queue: QueueName | "concerns";
}

/** The ways of looking at what waits, each with its count. What is overdue is counted in seal red. */
export function Queues({ queues, queue }: QueuesProps) {
  const { t } = useTranslation();
  const [first, ...rest] = queues;
  const waiting = useFrameData()?.signedIn?.waiting ?? 0;
  return (
    <nav className={styles.queues} aria-label={t("worklist.queues")}>
      {first && <QueueLink {...first} queue={queue} />}
      <Link to="/cases/dealings" aria-current={queue === "concerns" ? "page" : undefined}>
        {t("dealing.concerns")} <b>{waiting > 99 ? t("dealing.most") : waiting}</b>
      </Link>
      {rest.map((one) => (
        <QueueLink key={one.name} {...one} queue={queue} />
      ))}
    </nav>
  );
}

function QueueLink({
  name,
  title,
  count,
  orMore,
  queue,
}: Worklist["queues"][number] & Pick<QueuesProps, "queue">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Link
      to={`/cases?queue=${name}`}
      aria-current={name === queue ? "page" : undefined}
      className={name === "overdue" && count > 0 ? styles.overdue : undefined}
    >
      {say(title)} <b>{orMore ? t("worklist.most", { count }) : count}</b>
    </Link>
  );
}
