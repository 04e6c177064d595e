import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { StepForm } from "../../runtime/api";
import { DueChip } from "../due-chip";
import type { Section } from "../navigation";
import { PageFrame } from "../page-frame";
import { CheckAnswers } from "./check-answers";
import styles from "./step-page.module.css";
import { StepFields } from "./step-fields";
import type { StepReply } from "./step-reply";

interface StepPageProps {
  step: StepForm;
  reply: StepReply | undefined;
  back: { to: string; label: string };
  /** The entry of the navigation; by default matters, or registering one. */
  section?: Section;
}

/** One step: its form, or, before a consequential one is taken, its answers once more. */
export function StepPage({ step, reply, back, section }: StepPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const isCheck = reply?.view === "check";
  const { matter } = step;
  const of = [matter?.number, matter && say(matter.title), isCheck && say(step.title)];
  return (
    <PageFrame section={section ?? (step.caseId ? "cases" : "start")} back={back}>
      <p className={styles.help}>{of.filter(Boolean).join("·")}</p>
      <header className={styles.head}>
        <h1>{isCheck ? t("step.check") : say(step.title)}</h1>
        <DueChip due={step.due} />
      </header>
      <p className={styles.help}>
        {isCheck ? t("step.checkHelp") : step.help ? say(step.help) : null}
      </p>
      {isCheck ? (
        <CheckAnswers step={step} reply={reply} />
      ) : (
        <StepFields step={step} reply={reply} />
      )}
    </PageFrame>
  );
}
