import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./matter-head.module.css";
import { PhaseBar } from "./phase-bar";

/** What the matter is called, where it belongs, how far it has come, and whether it rests. */
export function MatterHead({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { number, title, placeName, ownerName, workflowTitle, phases, paused } = view;
  const facts = [number, placeName, say(workflowTitle), ownerName !== placeName && ownerName];
  return (
    <header>
      <h1>{say(title)}</h1>
      <p className={styles.facts}>{facts.filter(Boolean).join("·")}</p>
      <PhaseBar phases={phases} />
      {paused && (
        <p className={styles.paused}>
          <Icon name="pause" />
          {t("case.paused", { day: showDay(paused.since, language), reason: paused.reason })}
        </p>
      )}
    </header>
  );
}
