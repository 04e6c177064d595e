import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Card } from "../card";
import styles from "./link-list.module.css";

/** Matters this one came from or opened. One that this person may not read has no link, only how it stands. */
export function LinkedMatters({ links }: Pick<CaseView, "links">) {
  const { t } = useTranslation();
  const say = useSay();
  if (links.length === 0) return null;
  return (
    <Card title={t("case.links")} plain>
      <ul className={styles.links}>
        {links.map(({ caseId, number, title, state, side }, index) => {
          const words = (
            <span>
              {say(title)}
              <span className={styles.small}>
                {[t(`case.${side}`), number, say(state)].filter(Boolean).join("·")}
              </span>
            </span>
          );
          return (
            <li key={caseId ?? index}>
              {caseId ? <Link to={`/cases/${caseId}`}>{words}</Link> : <p>{words}</p>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
