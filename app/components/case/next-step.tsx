import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView, DecisionPanel, Offer } from "../../runtime/api";
import { ButtonLink } from "../button";
import { DueChip } from "../due-chip";
import styles from "./next-step.module.css";

interface NextStepProps {
  view: CaseView;
  /** The signatures that this person is asked for now. */
  signatures: DecisionPanel["mine"];
}

/**
 * What is next, by when, and the button for it. Steps that this person can take stand here; what they
 * cannot is below, with its reasons (`BlockedSteps`).
 */
export function NextStep({ view, signatures }: NextStepProps) {
  const { t } = useTranslation();
  const say = useSay();
  const open = view.offers.filter((offer) => !offer.refusal && !offer.onlyRoles);
  // What is theirs and cannot be taken now stands below, with its reasons.
  const isOthers = signatures.length === 0 && view.offers.every(({ onlyRoles }) => onlyRoles);
  const ordered = [...open].sort((a, b) => Number(b.primary) - Number(a.primary));
  return (
    <section className={styles.next}>
      {view.states.map(({ path, title, help, waits, due }, index) => (
        <div key={path} className={styles.state}>
          <div className={styles.head}>
            <p>{t(index === 0 ? "case.now" : "case.alsoNow")}</p>
            <DueChip due={due} />
          </div>
          <h2>{say(title)}</h2>
          {help && <p className={styles.help}>{say(help)}</p>}
          {waits && <p className={styles.help}>{say(waits)}</p>}
        </div>
      ))}
      {ordered.length + signatures.length > 0 && (
        <div className={styles.actions}>
          {signatures.map(({ task, asked }) => (
            <ButtonLink
              key={task}
              kind="go"
              wide
              to={`/cases/${view.id}/vote/${encodeURIComponent(task)}`}
            >
              {signatures.length === 1
                ? t("decision.sign")
                : t("decision.signAs", { asked: say(asked) })}
            </ButtonLink>
          ))}
          {ordered.map((offer) => (
            <StepLink key={offer.event} caseId={view.id} offer={offer} />
          ))}
        </div>
      )}
      {isOthers && <p className={styles.help}>{t("case.notYours")}</p>}
    </section>
  );
}

function StepLink({ caseId, offer }: { caseId: string; offer: Offer }) {
  const say = useSay();
  return (
    <ButtonLink
      kind={offer.primary ? "go" : "plain"}
      wide
      to={`/cases/${caseId}/do/${offer.event}`}
    >
      {say(offer.label)}
    </ButtonLink>
  );
}
