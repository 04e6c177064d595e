import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { TrialMatter, TrialStop } from "../../runtime/api";
import styles from "./trial-matter-card.module.css";

/** One matter on both ways: as it was, as it would have been; differing stops are underlined, then the differences. */
export function TrialMatterCard({ matter }: { matter: TrialMatter }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className={styles.card}>
      <header>
        <h2>{`${matter.placeName} ${say(matter.title)}`}</h2>
        <span>{t("trial.began", { day: say(matter.began) })}</span>
        <Link to={`/cases/${matter.caseId}`}>{t("trial.open")}</Link>
      </header>
      <div className={styles.ways}>
        <Way title={t("trial.was")} stops={matter.was} />
        <Way title={t("trial.is")} hint={t("trial.isHint")} stops={matter.is} />
      </div>
      {matter.rows.length > 0 && (
        <table className={styles.rows} role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader">{t("trial.what")}</th>
              <th role="columnheader">{t("trial.wasThen")}</th>
              <th role="columnheader">{t("trial.isThen")}</th>
              <th role="columnheader">{t("trial.because")}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {matter.rows.map((row) => (
              <tr role="row" key={row.what.zh}>
                <th role="rowheader" scope="row">
                  {say(row.what)}
                </th>
                <td role="cell" data-label={t("trial.wasThen")}>
                  {say(row.was)}
                </td>
                <td role="cell" data-label={t("trial.isThen")} className={styles.is}>
                  {say(row.is)}
                </td>
                <td role="cell" data-label={t("trial.because")}>
                  {say(row.because)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Way({
  title,
  hint,
  stops,
}: {
  title: string;
  hint?: string;
  stops: readonly TrialStop[];
}) {
  const say = useSay();
  return (
    <div>
      <h3>
        {title} {hint && <span>{hint}</span>}
      </h3>
      <ol className={styles.stream}>
        {stops.map((stop, index) => (
          <li key={index} className={stop.differs ? styles.differs : undefined}>
            <b>{say(stop.title)}</b>
            {stop.detail.map((line) => (
              <span key={line.zh}>{say(line)}</span>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
