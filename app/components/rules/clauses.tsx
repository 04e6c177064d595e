import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ExampleView } from "../../runtime/api";
import styles from "./clauses.module.css";
import { TruthSign } from "./truth-word";

/** The clauses that decided, each with its sign. */
export function Clauses({ clauses }: Pick<ExampleView, "clauses">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className={styles.clauses} aria-label={t("ruleEditor.because")}>
      {clauses.map(({ truth, text }) => (
        <li key={text.zh}>
          <TruthSign truth={truth} />
          <span>
            <span className={styles.sign}>{t(`ruleEditor.truth.${truth}`)}</span>
            {say(text)}
          </span>
        </li>
      ))}
    </ul>
  );
}
