import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Card } from "../card";
import { Gate } from "../gate";
import styles from "./blocked-steps.module.css";

/** Steps that cannot be taken as things stand, each with its reasons; then those that are other people's. */
export function BlockedSteps({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const say = useSay();
  const refused = view.offers.filter((offer) => offer.refusal && !offer.onlyRoles);
  const others = view.offers.filter((offer) => offer.onlyRoles);
  if (refused.length === 0 && others.length === 0) return null;
  return (
    <Card title={t("case.blocked")} plain>
      <div className={styles.blocked}>
        {refused.map(({ event, label, refusal }) => (
          <details key={event} className={styles.refused}>
            <summary>
              <b>{say(label)}</b>
              {refusal && <span>{say(refusal.sentence)}</span>}
            </summary>
            {refusal && <Gate sentence={refusal.sentence} reasons={refusal.reasons} />}
            {refusal?.linked && <Waiting links={view.links} ids={refusal.linked} />}
          </details>
        ))}
        {others.map(({ event, label, onlyRoles = [] }) => (
          <p key={event} className={styles.others}>
            <b>{say(label)}</b>
            <span>{t("case.byRoles", { roles: onlyRoles.map(say).join(t("case.and")) })}</span>
          </p>
        ))}
      </div>
    </Card>
  );
}

/** The linked matters that a step waits for, as far as this person may open them. */
function Waiting({ links, ids }: { links: CaseView["links"]; ids: readonly string[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const waiting = links.filter(({ caseId }) => caseId !== null && ids.includes(caseId));
  if (waiting.length === 0) return null;
  return (
    <ul className={styles.waiting} aria-label={t("links.waitsFor")}>
      {waiting.map(({ caseId, number, title, state }) => (
        <li key={caseId}>
          <Link to={`/cases/${caseId ?? ""}`}>
            {[number, say(title), state && say(state)].filter(Boolean).join(" · ")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
