import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { LeaveView } from "../../runtime/api";
import { Button } from "../button";
import { TextField } from "../field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { weekdayWord } from "../today/weekday-word";
import styles from "./asking-page.module.css";
import { LeaveOptions } from "./leave-options";
import { ShiftHead } from "./shift-head";
import { shiftSaid, shortDay } from "./shift-text";

interface LeavePageProps {
  view: LeaveView;
  commandId: string;
  refused?: ShownRefusal;
}

/** Asks for leave: which days, then who could stand in and what would conflict with each. */
export function LeavePage({ view, commandId, refused }: LeavePageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [from, to] = [shortDay(view.from, language), shortDay(view.to, language)];
  const isSaid = view.asked.kind !== "";
  return (
    <PageFrame
      section="duty"
      width="text"
      back={{ to: `/duty/${view.caseId}`, label: t("duty.span", { from, to }) }}
      where={view.stationName}
    >
      <h1 className={styles.title}>{t("exchange.leaveTitle")}</h1>
      {refused && <Gate sentence={refused.message} reasons={refused.reasons} alert />}
      {!isSaid && <ShiftHead view={view} title={t("exchange.leaveTitle")} />}
      <p className={styles.lead}>{t("exchange.leaveLead")}</p>
      <Asked view={view} />
      {isSaid && view.days.length === 0 && (
        <p className={styles.nobody}>{t("exchange.notOnRoster", { from, to })}</p>
      )}
      {isSaid && view.days.length > 0 && (
        <>
          <section className={styles.days} id="options">
            <h2>{t("exchange.days")}</h2>
            <ul>
              {view.days.map(({ day, stored }) => (
                <li key={day}>
                  <span>
                    {shortDay(day, language)} {weekdayWord(day, language)}
                  </span>
                  <b>{shiftSaid(stored, { kinds: view.kinds, language }) || t("duty.open")}</b>
                </li>
              ))}
            </ul>
          </section>
          <LeaveOptions view={view} commandId={commandId} />
        </>
      )}
    </PageFrame>
  );
}

/** The questions that the server needs before it can say who could stand in: a plain GET form. */
function Asked({ view: { shift, leaveKinds, asked } }: Pick<LeavePageProps, "view">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Form method="get" action="#options">
      <input type="hidden" name="row" value={shift.row} />
      <input type="hidden" name="day" value={shift.day} />
      <div className={styles.people}>
        <fieldset className={styles.choices}>
          <legend>{t("exchange.kind")}</legend>
          {leaveKinds.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name="kind"
                value={value}
                required
                defaultChecked={value === asked.kind}
              />
              {say(label)}
            </label>
          ))}
        </fieldset>
      </div>
      <p className={styles.hint}>{t("exchange.kindHint")}</p>
      <div className={styles.spans}>
        <TextField
          id="from"
          name="from"
          type="date"
          label={t("exchange.from")}
          defaultValue={asked.from}
        />
        <TextField id="to" name="to" type="date" label={t("exchange.to")} defaultValue={asked.to} />
        <TextField
          id="workedDay"
          name="workedDay"
          type="date"
          label={t("exchange.workedDay")}
          defaultValue={asked.workedDay}
        />
      </div>
      <p className={styles.see}>
        <Button kind={asked.kind === "" ? "go" : "plain"}>{t("exchange.see")}</Button>
      </p>
    </Form>
  );
}
