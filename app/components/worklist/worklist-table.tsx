import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { WorklistRow } from "../../runtime/api";
import { DueChip } from "../due-chip";
import styles from "./worklist-table.module.css";

/** What waits, due first. A table on a desk; on a phone each row becomes a stop of the trip. */
export function WorklistTable({ rows }: { rows: readonly WorklistRow[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const canTick = rows.some((row) => row.batch);
  // Below 720 px rows are laid out anew, and CSS would take their meaning as a table from them.
  return (
    <table className={styles.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {canTick && (
            <th role="columnheader">
              <span className={styles.unseen}>{t("batch.pick")}</span>
            </th>
          )}
          <th role="columnheader">{t("worklist.number")}</th>
          <th role="columnheader">{t("worklist.matter")}</th>
          <th role="columnheader">{t("worklist.place")}</th>
          <th role="columnheader">{t("worklist.state")}</th>
          <th role="columnheader">{t("worklist.assignee")}</th>
          <th role="columnheader">{t("worklist.due")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.rows}>
        {rows.map((row) => (
          <tr role="row" key={row.caseId}>
            {canTick && (
              <td role="cell" className={styles.tick}>
                {row.batch && (
                  <label>
                    <input
                      type="checkbox"
                      name="case"
                      value={row.caseId}
                      aria-label={t("batch.tick", { title: say(row.title) })}
                    />
                  </label>
                )}
              </td>
            )}
            <td role="cell" className={styles.number}>
              {row.number ?? t("worklist.noNumber")}
            </td>
            <td role="cell" className={styles.title}>
              <Link to={`/cases/${row.caseId}`} className={styles.link}>
                {say(row.title)}
              </Link>
              {row.inPlaceOf.length > 0 && (
                <em className={styles.inPlace}>
                  {t("substitutes.inPlaceOf", {
                    names: row.inPlaceOf.join(t("worklist.between")),
                  })}
                </em>
              )}
            </td>
            <td role="cell" className={styles.place}>
              {row.placeName}
            </td>
            <td role="cell" className={styles.state}>
              {row.stateTitles.map(say).join(t("worklist.between"))}
              {row.notes?.map((note) => (
                <span key={note.zh} className={styles.note}>
                  {say(note)}
                </span>
              ))}
            </td>
            <td role="cell" className={styles.assignee}>
              {row.assigneeNames.length > 0
                ? row.assigneeNames.join(t("worklist.between"))
                : t("worklist.anybody")}
            </td>
            <td role="cell" className={styles.due}>
              <DueChip due={row.due} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
