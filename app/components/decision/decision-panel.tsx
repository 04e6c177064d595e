import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { DecisionPanel as Panel } from "../../runtime/api";
import styles from "./decision-panel.module.css";
import { SignerItem } from "./signer-item";

interface DecisionPanelProps {
  caseId: string;
  decision: Panel;
  /** Beside the answer, where the page has said already what a rejection does. */
  beside?: boolean;
}

/** A decision: how it stands in one sentence, what one rejection does, who is asked and who answered what. */
export function DecisionPanel({ caseId, decision, beside }: DecisionPanelProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { title, is, standing, rejection, terms, signers } = decision;
  return (
    <section className={styles.panel} aria-label={say(title)}>
      <p className={styles.standing}>{say(standing)}</p>
      {is === "open" && !beside && <p className={styles.rule}>{say(rejection)}</p>}
      <ol className={styles.signers} aria-label={t("decision.signers")}>
        {signers.map((line) => (
          <SignerItem key={line.slot} caseId={caseId} line={line} />
        ))}
      </ol>
      {is === "open" && (
        <details className={styles.terms}>
          <summary>{t("decision.terms")}</summary>
          <ul>
            {terms.map((term) => (
              <li key={term.zh}>{say(term)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
