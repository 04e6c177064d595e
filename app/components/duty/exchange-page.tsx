import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import type { ExchangeView } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import styles from "./asking-page.module.css";
import { ExchangePerson } from "./exchange-person";
import { ShiftHead } from "./shift-head";
import { shortDay } from "./shift-text";

interface ExchangePageProps {
  view: ExchangeView;
  commandId: string;
  refused?: ShownRefusal;
}

/** Gives one shift away: whom one can ask, what would conflict with each, and one press that asks. */
export function ExchangePage({ view, commandId, refused }: ExchangePageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { shift, people } = view;
  const can = people.flatMap((person) => {
    const ways = person.ways.filter(({ isPossible }) => isPossible);
    return ways.length === 0 ? [] : [{ ...person, ways }];
  });
  const cannot = people.filter(({ row }) => can.every((person) => person.row !== row));
  const [from, to] = [shortDay(view.from, language), shortDay(view.to, language)];
  return (
    <PageFrame
      section="duty"
      width="text"
      back={{ to: `/duty/${view.caseId}`, label: t("duty.span", { from, to }) }}
      where={view.stationName}
    >
      <h1 className={styles.title}>{t("exchange.title")}</h1>
      {refused && <Gate sentence={refused.message} reasons={refused.reasons} alert />}
      <ShiftHead view={view} title={t("exchange.given")} />
      <p className={styles.lead}>{t("exchange.lead")}</p>
      <Form method="post" className={styles.form}>
        <CsrfField />
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="row" value={shift.row} />
        <input type="hidden" name="day" value={shift.day} />
        <input type="hidden" name="was" value={shift.stored} />
        {can.length > 0 && (
          <TextField
            id="reason"
            name="reason"
            maxLength={100}
            label={t("exchange.reason")}
            hint={t("exchange.reasonHint")}
          />
        )}
        <div className={styles.people}>
          {can.map((person) => (
            <ExchangePerson key={person.row} person={person} view={view} />
          ))}
        </div>
        {can.length === 0 && <p className={styles.nobody}>{t("exchange.nobody")}</p>}
      </Form>
      {cannot.length > 0 && (
        <details className={styles.others}>
          <summary>{t("exchange.others", { count: cannot.length })}</summary>
          <Card plain>
            <div className={styles.people}>
              {cannot.map((person) => (
                <ExchangePerson key={person.row} person={person} view={view} />
              ))}
            </div>
          </Card>
        </details>
      )}
    </PageFrame>
  );
}
