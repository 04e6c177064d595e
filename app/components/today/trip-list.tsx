import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { Trip } from "../../runtime/api";
import { DueChip } from "../due-chip";
import styles from "./trip-list.module.css";

/** What is to be done in one village, as stops of the trip: the step first, then what it is about. */
export function TripList({ trip }: { trip: Trip }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className={styles.trip}>
      <div className={styles.head}>
        <h2>{trip.placeName}</h2>
        <p>{t("today.count", { count: trip.tasks.length })}</p>
      </div>
      <ol className={styles.stops}>
        {trip.tasks.map((task) => (
          <li key={task.caseId}>
            <Link to={`/cases/${task.caseId}`} className={styles.title}>
              {say(task.label)}
            </Link>
            <span className={styles.due}>
              <DueChip due={task.due} />
            </span>
            <span className={styles.about}>
              {say(task.title)}
              <span className={styles.number}>{task.number ?? say(task.process)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
