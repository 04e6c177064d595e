import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { RosterView, ShiftRequest } from "../../runtime/api";
import { Button, ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import { CellForm } from "./cell-form";
import { ConflictList } from "./conflict-list";
import { MyShifts } from "./my-shifts";
import { PersonForm } from "./person-form";
import { RequestCard } from "./request-card";
import { RosterDay } from "./roster-day";
import { RosterGrid } from "./roster-grid";
import styles from "./roster-page.module.css";
import { RosterTrainings } from "./roster-trainings";
import { ShiftPanel } from "./shift-panel";
import { shortDay } from "./shift-text";

interface RosterPageProps {
  view: RosterView;
  /** Exchanges and leaves that were asked for from it and wait for somebody. */
  requests: ShiftRequest[];
  /** What is being changed: a day of somebody, or somebody's whole line. */
  editing: { row: string; day: string | null } | null;
  /** The day that a phone shows. */
  on: string;
  today: string;
  commandId: string;
  said: Text | null;
  refused?: ShownRefusal;
}

/** A roster of more days takes the page's whole width. */
const WIDE = 10;

/** Steps that are about single cells stand in the grid itself. */
const IN_GRID: ReadonlySet<string> = new Set([
  ...["fillShifts", "explain", "lockDays", "askSwap", "askLeave"],
]);

/** A roster: the grid, what is wrong with it and how to mend it, and the next step. */
export function RosterPage(props: RosterPageProps) {
  const { view, requests, editing, on, today, commandId, said, refused } = props;
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const [from, to] = [shortDay(view.from, language), shortDay(view.to, language)];
  const chosen = editing?.day ? `${editing.row} ${editing.day}` : null;
  return (
    <PageFrame
      section="duty"
      back={{ to: "/duty", label: t("duty.back") }}
      where={view.stationName}
    >
      <Said text={said} />
      <div className={styles.head}>
        <div>
          <h1>{t("duty.span", { from, to })}</h1>
          <p className={styles.state}>
            {t("duty.state", { version: view.version, state: say(view.state) })}
            {view.changes > 0 && `·${t("duty.changes", { count: view.changes })}`}
          </p>
        </div>
        <Steps view={view} commandId={commandId} />
      </div>
      {refused && <Gate sentence={refused.message} reasons={refused.reasons} alert />}
      {requests.length > 0 && (
        <section className={styles.requests} aria-label={t("exchange.requests")}>
          {requests.map((request) => (
            <RequestCard
              key={request.caseId}
              {...{ request, commandId }}
              back={`/duty/${view.caseId}`}
            />
          ))}
        </section>
      )}
      <div className={view.days.length > WIDE ? styles.month : styles.columns}>
        <div className={styles.main}>
          <div className={styles.wide}>
            <RosterGrid view={view} chosen={chosen} />
            <p className={styles.keys}>
              {t("duty.rule")}
              {view.mayAsk.own && t(view.mayAsk.others ? "exchange.hintOthers" : "exchange.hint")}
            </p>
            <RosterTrainings view={view} />
          </div>
          {editing === null && view.mayAsk.own && <MyShifts view={view} today={today} />}
          {editing === null && <RosterDay view={view} day={on} />}
        </div>
        <aside className={styles.side}>
          {editing?.day && view.mayEdit && (
            <CellForm view={view} row={editing.row} day={editing.day} commandId={commandId} />
          )}
          {editing?.day && !view.mayEdit && (
            <ShiftPanel view={view} row={editing.row} day={editing.day} today={today} />
          )}
          {editing && !editing.day && (
            <PersonForm view={view} row={editing.row} commandId={commandId} />
          )}
          {view.offers.length > 0 && <ConflictList view={view} commandId={commandId} />}
        </aside>
      </div>
    </PageFrame>
  );
}

/** A proposal has a page of its own; other questions are the package's forms. */
function pageOf({ caseId }: RosterView, event: string): string {
  return event === "askProposal" ? `/duty/${caseId}/proposal` : `/cases/${caseId}/do/${event}`;
}

/** What can be done with the roster as a whole. Without questions it is one press. */
function Steps({ view, commandId }: { view: RosterView; commandId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const offers = view.offers.filter(({ event }) => !IN_GRID.has(event)).slice(0, 5);
  return (
    <Form method="post" action={`/duty/${view.caseId}`} className={styles.acts}>
      <CsrfField />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="seq" value={view.seq} />
      {view.paper && (
        <ButtonLink mini to={`/cases/${view.caseId}/papers/${view.paper}`}>
          {t("duty.print")}
        </ButtonLink>
      )}
      {offers.map(({ event, label, hasForm }, index) =>
        hasForm ? (
          <ButtonLink key={event} mini kind={index === 0 ? "go" : "plain"} to={pageOf(view, event)}>
            {say(label)}
          </ButtonLink>
        ) : (
          <Button key={event} mini kind={index === 0 ? "go" : "plain"} name="step" value={event}>
            {say(label)}
          </Button>
        ),
      )}
      {view.paper && (
        <ButtonLink mini kind="text" to={`/cases/${view.caseId}`}>
          {t("duty.matter")}
        </ButtonLink>
      )}
    </Form>
  );
}
