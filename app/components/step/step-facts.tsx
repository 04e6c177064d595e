import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { StepForm } from "../../runtime/api";
import { Card } from "../card";
import styles from "./step-page.module.css";

/** Beside the form: by which day, and the law behind the step. */
export function StepFacts({ step }: { step: Pick<StepForm, "due" | "legal"> }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const day = step.due?.day;
  if (!day && !step.legal) return null;
  return (
    <aside className={styles.aside}>
      <Card>
        <dl className={styles.facts}>
          {day && (
            <>
              <dt>{t("step.due")}</dt>
              <dd>{showDay(day, language)}</dd>
            </>
          )}
          {step.legal && (
            <>
              <dt>{t("step.legal")}</dt>
              <dd>{say(step.legal)}</dd>
            </>
          )}
        </dl>
      </Card>
    </aside>
  );
}
