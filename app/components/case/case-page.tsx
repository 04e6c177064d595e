import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import type { CaseView, DecisionPanel, LadderView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Decisions } from "../decision/decisions";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import { BlockedSteps } from "./blocked-steps";
import styles from "./case-page.module.css";
import { Deadlines } from "./deadlines";
import { DutyCall } from "./duty-call";
import { Ended } from "./ended";
import { History } from "./history";
import { KnownAnswers } from "./known-answers";
import { Ladders } from "./ladders";
import { LinkedMatters } from "./linked-matters";
import { MatterHead } from "./matter-head";
import { MoveForms } from "./move-forms";
import { NextStep } from "./next-step";
import { Notices } from "./notices";
import { Papers } from "./papers";

/** What a refused move leaves on the page. */
export interface KeptMove {
  refusal: ShownRefusal;
  move: string;
  reason: string;
  to: string;
}

interface CasePageProps {
  view: CaseView;
  ladders: readonly LadderView[];
  decisions: readonly DecisionPanel[];
  /** What the step just taken did. */
  said: Text | null;
  commandId: string;
  kept?: KeptMove;
  /** Where the same matter is led through step by step, for a process that has such a page. */
  guide?: string;
}

/** A matter: what is next, by when, why not (if not), what happened. In this order. */
export function CasePage({
  view,
  ladders,
  decisions,
  said,
  commandId,
  kept,
  guide,
}: CasePageProps) {
  const { t } = useTranslation();
  const signatures = decisions.flatMap(({ mine }) => mine);
  const canAct =
    signatures.length > 0 || view.offers.some((offer) => !offer.refusal && !offer.onlyRoles);
  return (
    <PageFrame section="cases" back={{ to: "/cases", label: t("nav.cases") }} where={view.number}>
      <Said text={said} />
      <MatterHead view={view} />
      <div className={styles.columns}>
        <div className={styles.next}>
          {kept && (
            <Gate
              sentence={kept.refusal.message}
              reasons={kept.refusal.reasons}
              code={kept.refusal.code}
              alert
            />
          )}
          {view.status === "open" ? (
            <NextStep view={view} signatures={signatures} />
          ) : (
            <Ended view={view} />
          )}
          <Decisions caseId={view.id} decisions={decisions} />
          <BlockedSteps view={view} />
          {view.canCall && <DutyCall view={view} commandId={commandId} lead={!canAct} />}
        </div>
        <div className={styles.side}>
          {guide && (
            <ButtonLink wide to={guide}>
              {t("adopt.guided")}
            </ButtonLink>
          )}
          <Deadlines deadlines={view.deadlines} />
          <Ladders ladders={ladders} />
          <Papers id={view.id} papers={view.papers} />
          <Notices id={view.id} notices={view.notices} />
          <LinkedMatters links={view.links} />
          <MoveForms view={view} commandId={commandId} kept={kept} />
        </div>
        <div className={styles.past}>
          <History view={view} />
          <KnownAnswers answers={view.answers} />
        </div>
      </div>
    </PageFrame>
  );
}
