import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { HandoverRow } from "../../runtime/api";
import { DueChip } from "../due-chip";
import styles from "./handover-rows.module.css";

/** One line a matter: where it stands, by when, and who takes it. On a phone each line stands by itself. */
export function HandoverRows({ rows }: { rows: readonly HandoverRow[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <table className={styles.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{t("handovers.number")}</th>
          <th role="columnheader">{t("handovers.matter")}</th>
          <th role="columnheader">{t("handovers.state")}</th>
          <th role="columnheader">{t("handovers.due")}</th>
          <th role="columnheader">{t("handovers.to")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.number} className={row.recused ? styles.recused : undefined}>
            <td role="cell" className={styles.number}>
              {row.number}
            </td>
            <td role="cell" className={styles.title}>
              {row.caseId ? (
                <Link to={`/cases/${row.caseId}`}>{row.title ? say(row.title) : row.kind}</Link>
              ) : (
                row.kind
              )}
            </td>
            <td role="cell">{row.what}</td>
            <td role="cell" className={styles.due}>
              {row.due ? <DueChip due={row.due} /> : t("handovers.closed")}
            </td>
            <td role="cell" className={styles.to}>
              <b>{row.toName}</b>
              {row.recused && <em>{t("handovers.recused")}</em>}
              {row.stays && <em>{t("handovers.stays")}</em>}
              {row.due && row.withNames.length > 0 && !row.withNames.includes(row.toName) && (
                <span>
                  {t("handovers.now", { names: row.withNames.join(t("worklist.between")) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
