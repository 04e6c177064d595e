import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { DayLog, Trip } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Icon } from "../icon";
import styles from "./day-cards.module.css";

/** So many papers are named; the others stand on their matters' pages. */
const MOST_PAPERS = 8;

/** What can be printed before leaving, each with the matter that it belongs to. */
export function PapersToBring({ trips }: { trips: readonly Trip[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const papers = trips
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ caseId, title, papers: own }) =>
      own.map((paper) => ({ caseId, about: title, paper })),
    );
  if (papers.length === 0) return null;
  return (
    <details className={styles.card}>
      <summary>
        <Icon name="print" />
        <b>{t("today.papers", { count: papers.length })}</b>
      </summary>
      <ul className={styles.papers}>
        {papers.slice(0, MOST_PAPERS).map(({ caseId, about, paper }) => (
          <li key={`${caseId} ${paper.name}`}>
            <Link to={`/cases/${caseId}/papers/${paper.name}`}>{say(paper.title)}</Link>
            <span>{say(about)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The day's log: what noted itself, and where the log stands. */
export function LogCard({ log: { log, lines } }: { log: DayLog }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className={styles.card}>
      <div className={styles.log}>
        <p>
          <b>{t("today.log")}</b>
          <span>
            {log
              ? t("today.logState", { state: say(log.state) })
              : lines.length > 0
                ? t("today.logLines", { count: lines.length })
                : t("today.logEmpty")}
          </span>
        </p>
        <ButtonLink kind="text" to={log ? `/cases/${log.caseId}` : "/today/log"}>
          <Icon name="pen" />
          {t(log ? "today.seeLog" : "today.writeLog")}
        </ButtonLink>
      </div>
      {lines.length > 0 && (
        <ol className={styles.lines}>
          {lines.map((line, index) => (
            <li key={`${line.caseId} ${index}`}>
              <span>{line.time}</span>
              {say(line.text)}
              {line.village === "" ? "" : `·${line.village}`}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
