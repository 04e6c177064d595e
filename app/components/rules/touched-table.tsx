import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { TouchedMatters } from "../../runtime/api";
import styles from "./touched-table.module.css";

interface TouchedTableProps {
  /** Null: the parameter sets no deadline. */
  touched: TouchedMatters | null;
  /** The value that is looked at, as people read it. */
  value: string;
}

/** The real matters in whose running deadline a parameter counts: when it ends, and when it would. */
export function TouchedTable({ touched, value }: TouchedTableProps) {
  const { t } = useTranslation();
  const say = useSay();
  if (touched === null) return <p className={styles.note}>{t("rules.touchedRule")}</p>;
  const { count, rows } = touched;
  if (count === 0) return <p className={styles.note}>{t("rules.touchedNone")}</p>;
  return (
    <section>
      <h2 className={styles.title}>{t("rules.touched", { count })}</h2>
      <table className={styles.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{t("rules.matter")}</th>
            <th role="columnheader">{t("rules.dueNow")}</th>
            <th role="columnheader">{t("rules.dueThen", { value })}</th>
            <th role="columnheader">{t("rules.dueThis")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const now = row.now ? say(row.now) : t("rules.stands");
            const then = row.then ? say(row.then) : "—";
            return (
              <tr role="row" key={row.caseId}>
                <td role="cell">
                  <Link to={`/cases/${row.caseId}`}>{`${row.placeName} ${say(row.title)}`}</Link>
                  <span>{say(row.since)}</span>
                </td>
                <td role="cell" data-label={t("rules.dueNow")}>
                  {now}
                </td>
                <td
                  role="cell"
                  data-label={t("rules.dueThen", { value })}
                  className={now === then ? undefined : styles.other}
                >
                  {then}
                </td>
                <td role="cell" data-label={t("rules.dueThis")}>
                  {t("rules.asBefore", { day: now })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {count > rows.length && (
        <p className={styles.note}>{t("rules.otherRows", { count: count - rows.length })}</p>
      )}
      <p className={styles.note}>{t("rules.touchedNote")}</p>
    </section>
  );
}
