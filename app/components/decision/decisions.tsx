import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { DecisionPanel as Panel } from "../../runtime/api";
import { Card } from "../card";
import { DecisionPanel } from "./decision-panel";
import styles from "./decision-panel.module.css";

/** What people decide together in a matter: what is open in full, what came out before folded. */
export function Decisions({ caseId, decisions }: { caseId: string; decisions: readonly Panel[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const open = decisions.filter(({ is }) => is === "open");
  const past = decisions.filter(({ is }) => is !== "open");
  return (
    <>
      {open.map((decision) => (
        <Card key={decision.path} title={say(decision.title)}>
          <DecisionPanel caseId={caseId} decision={decision} />
        </Card>
      ))}
      {past.length > 0 && (
        <Card title={t("decision.before")} plain>
          <div className={styles.past}>
            {past.map((decision) => (
              <details key={decision.path}>
                <summary>
                  <b>{say(decision.title)}</b>
                  <span>{say(decision.standing)}</span>
                </summary>
                <DecisionPanel caseId={caseId} decision={decision} />
              </details>
            ))}
          </div>
        </Card>
      )}
    </>
  );
}
