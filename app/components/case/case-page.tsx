import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import type {
  CaseView,
  Correspondence as Dealings,
  DecisionPanel,
  LadderView,
  OperationsView,
} from "../../runtime/api";
import { ButtonLink } from "../button";
import { Correspondence, waitsForReader } from "../dealings/correspondence";
import { Decisions } from "../decision/decisions";
import { Gate } from "../gate";
import { JumpAsked } from "../operations/jump-asked";
import { OperationBar } from "../operations/operation-bar";
import { Standings } from "../operations/standings";
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
import { NextStep } from "./next-step";
import { Notices } from "./notices";
import { Papers } from "./papers";

interface CasePageProps {
  view: CaseView;
  ladders: readonly LadderView[];
  decisions: readonly DecisionPanel[];
  operations: OperationsView;
  dealings: Dealings;
  /** What the step just taken did. */
  said: Text | null;
  commandId: string;
  /** Why a call was not made. */
  refusal?: ShownRefusal;
  /** Where the same matter is led through step by step, for a process that has such a page. */
  guide?: { to: string; label: string };
}

/** A matter: what is next, by when, why not (if not), what happened. In this order. */
export function CasePage(props: CasePageProps) {
  const { view, ladders, decisions, dealings, operations, said, commandId, refusal, guide } = props;
  const { t } = useTranslation();
  const waits = waitsForReader(dealings);
  const between = <Correspondence view={view} dealings={dealings} commandId={commandId} />;
  const signatures = decisions.flatMap(({ mine }) => mine);
  const canAct =
    signatures.length > 0 || view.offers.some((offer) => !offer.refusal && !offer.onlyRoles);
  return (
    <PageFrame section="cases" back={{ to: "/cases", label: t("nav.cases") }} where={view.number}>
      <Said text={said} />
      <MatterHead view={view} />
      <div className={styles.columns}>
        <div className={styles.next}>
          {refusal && (
            <Gate sentence={refusal.message} reasons={refusal.reasons} code={refusal.code} alert />
          )}
          {view.status === "open" ? (
            <NextStep view={view} signatures={signatures} />
          ) : (
            <Ended view={view} />
          )}
          <Standings view={view} standings={operations.standings} />
          <OperationBar caseId={view.id} view={operations} />
          <JumpAsked caseId={view.id} asked={operations.asked} />
          <Decisions caseId={view.id} decisions={decisions} />
          {waits && between}
          <BlockedSteps view={view} />
          {view.canCall && <DutyCall view={view} commandId={commandId} lead={!canAct} />}
        </div>
        <div className={styles.side}>
          {guide && (
            <ButtonLink wide to={guide.to}>
              {guide.label}
            </ButtonLink>
          )}
          <Deadlines deadlines={view.deadlines} />
          <Ladders ladders={ladders} />
          <Papers id={view.id} papers={view.papers} />
          <Notices id={view.id} notices={view.notices} />
          <LinkedMatters view={view} />
        </div>
        <div className={styles.past}>
          {!waits && between}
          <History view={view} />
          <KnownAnswers answers={view.answers} />
        </div>
      </div>
    </PageFrame>
  );
}
