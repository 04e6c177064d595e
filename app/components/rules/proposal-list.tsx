import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ProposalRow } from "../../runtime/api";
import styles from "./proposal-list.module.css";

/** Changes on their way: what they change, how far they have come, and which of them wait for the reader. */
export function ProposalList({ rows }: { rows: readonly ProposalRow[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <p className={styles.status}>
            <span>{say(row.status)}</span>
            {row.isMine && <b>{t("rules.waitsForYou")}</b>}
          </p>
          <p className={styles.title}>
            <Link to={`/rules/changes/${row.id}`}>{row.summary.map(say).join(" ")}</Link>
          </p>
          <p className={styles.facts}>
            {[say(row.packageTitle), say(row.scope), row.by, say(row.day)].join("·")}
          </p>
        </li>
      ))}
    </ul>
  );
}
