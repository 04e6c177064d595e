import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ProposalView } from "../../runtime/api";
import { Card } from "../card";
import styles from "./proposal-log.module.css";

/** What was done with a change, newest first. */
export function ProposalLog({ log }: { log: ProposalView["log"] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t("change.log")}>
      <ol className={styles.log}>
        {[...log].reverse().map(({ text, by, when, note }, index) => (
          <li key={index}>
            <p>
              <b>{say(text)}</b> {by}
            </p>
            <p className={styles.when}>{say(when)}</p>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
