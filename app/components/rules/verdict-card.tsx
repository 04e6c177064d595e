import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ExampleView } from "../../runtime/api";
import { Clauses } from "./clauses";
import { TruthSign } from "./truth-word";
import styles from "./verdict-card.module.css";

/** How one example comes out, and by which clauses. */
export function VerdictCard({ example }: { example: ExampleView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { title, found, clauses } = example;
  return (
    <section className={styles.card} aria-live="polite">
      <header>
        <TruthSign truth={found} />
        <p>
          {t("ruleEditor.verdict", { name: say(title), truth: t(`ruleEditor.truth.${found}`) })}
        </p>
      </header>
      <Clauses clauses={clauses} />
    </section>
  );
}
