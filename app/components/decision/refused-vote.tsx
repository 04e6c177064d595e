import { useTranslation } from "react-i18next";
import type { TypedVote } from "./typed-vote";
import { useSay } from "../../i18n/use-say";
import type { Text } from "../../engine/text";
import type { DecisionPanel } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import stepStyles from "../step/step-page.module.css";
import { Decisions } from "./decisions";

interface RefusedVoteProps extends ShownRefusal {
  matter: { id: string; number: string | null; title: Text };
  decisions: readonly DecisionPanel[];
  /** What had been typed when the signature was no longer asked for. */
  typed: TypedVote | undefined;
}

/** A signature that cannot be given: why, how the decision stands, and what had been typed. */
export function RefusedVote({ matter, decisions, typed, ...refusal }: RefusedVoteProps) {
  const { t } = useTranslation();
  const say = useSay();
  const reason = typed?.reason ?? "";
  return (
    <PageFrame
      section="cases"
      width="text"
      back={{ to: `/cases/${matter.id}`, label: t("step.toMatter") }}
    >
      <div className={stepStyles.list}>
        <header>
          <p className={stepStyles.help}>
            {[matter.number, say(matter.title)].filter(Boolean).join("·")}
          </p>
          <h1>{t("decision.cannot")}</h1>
        </header>
        <Gate sentence={refusal.message} reasons={refusal.reasons} code={refusal.code} alert />
        {reason !== "" && (
          <Card title={t("step.typed")}>
            <p>{reason}</p>
          </Card>
        )}
        <Decisions caseId={matter.id} decisions={decisions} />
        <ButtonLink to={`/cases/${matter.id}`}>{t("step.seeMatter")}</ButtonLink>
      </div>
    </PageFrame>
  );
}
