import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { BroughtConflict } from "../../runtime/api";
import styles from "./brought-list.module.css";

interface BroughtListProps {
  conflicts: readonly BroughtConflict[];
  /** What is said where there are none. */
  clear?: string;
}

/** What a change of the roster would bring, before it is asked for: letter, rule, day, numbers, and what can be done. */
export function BroughtList({ conflicts, clear }: BroughtListProps) {
  const { t } = useTranslation();
  const say = useSay();
  if (conflicts.length === 0) return clear ? <p className={styles.clear}>{clear}</p> : null;
  return (
    <ul className={styles.list}>
      {conflicts.map(({ key, mark, weight, title, when, clauses, remedy }) => (
        <li key={key} className={styles[weight]}>
          <em>{mark}</em>
          <div>
            <p>
              <b>{say(title)}</b> <span>{say(when)}</span>
              <span className={styles.tag}>{t(weight === "hard" ? "duty.must" : "duty.may")}</span>
            </p>
            <p>
              {clauses
                .filter(({ holds }) => !holds)
                .map(({ text }) => say(text))
                .join(t("semicolon"))}
            </p>
            <p className={styles.remedy}>{say(remedy)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
