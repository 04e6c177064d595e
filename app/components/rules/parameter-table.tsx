import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ParameterRow } from "../../runtime/api";
import styles from "./parameter-table.module.css";

interface ParameterTableProps {
  package: string;
  unit: string;
  rows: readonly ParameterRow[];
}

/** Every parameter of one package: what it is now, what it may be, on what ground, where it is used. */
export function ParameterTable({ package: id, unit, rows }: ParameterTableProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <table className={styles.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{t("rules.parameter")}</th>
          <th role="columnheader">{t("rules.value")}</th>
          <th role="columnheader">{t("rules.range")}</th>
          <th role="columnheader">{t("rules.standard")}</th>
          <th role="columnheader">{t("rules.usedIn")}</th>
          <th role="columnheader">{t("rules.legal")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.name}>
            <td role="cell" className={styles.title}>
              <Link to={`/rules/${id}/parameters/${row.name}?unit=${unit}`}>{say(row.title)}</Link>
              {row.notes.map((note) => (
                <span key={note.zh} className={styles.note}>
                  {say(note)}
                </span>
              ))}
            </td>
            <td role="cell" className={styles.value}>
              <b>{say(row.value)}</b>
              {row.isChanged && <span className={styles.tag}>{t("rules.changed")}</span>}
              {row.byModel.map(({ model, value }) => (
                <span key={model.zh} className={styles.model}>
                  {`${say(model)} ${say(value)}`}
                </span>
              ))}
            </td>
            <td role="cell" className={styles.range}>
              <span className={styles.label}>{t("rules.range")}</span>
              {row.isOpen ? (row.range ? say(row.range) : "—") : t("rules.fixed")}
            </td>
            <td role="cell" className={styles.standard}>
              <span className={styles.label}>{t("rules.standard")}</span>
              {say(row.standard)}
            </td>
            <td role="cell" className={styles.uses}>
              <span className={styles.label}>{t("rules.usedIn")}</span>
              {row.uses.map(say).join(t("rules.and")) || "—"}
            </td>
            <td role="cell" className={styles.legal}>
              <span className={styles.label}>{t("rules.legal")}</span>
              {row.legal ? say(row.legal) : "—"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
