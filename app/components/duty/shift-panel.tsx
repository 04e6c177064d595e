import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import type { RosterView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { weekdayWord } from "../today/weekday-word";
import styles from "./roster-page.module.css";
import { shiftSaid, shortDay } from "./shift-text";

interface ShiftPanelProps {
  view: RosterView;
  row: string;
  day: string;
  today: string;
}

/** What can be asked for about one shift of the roster in force: an exchange or a leave. */
export function ShiftPanel({ view, row, day, today }: ShiftPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const person = view.rows.find(({ id }) => id === row);
  const cell = person?.cells.find((one) => one.day === day);
  if (!person || !cell || !mayAskFor(view, row)) return null;
  const here = `/duty/${view.caseId}`;
  const ask = `row=${row}&day=${day}`;
  const said = shiftSaid(cell.stored, { kinds: view.kinds, language }) || t("duty.open");
  const isPassed = day < today;
  const isOff = cell.look === "off" || cell.look === "apart" || cell.look === "open";
  return (
    <section className={styles.editor} id="edit">
      <h2>
        {person.name} {shortDay(day, language)} {weekdayWord(day, language)}
      </h2>
      <p>
        <b>{said}</b>
      </p>
      {isPassed && <p className={styles.keys}>{t("exchange.passed")}</p>}
      {!isPassed && isOff && <p className={styles.keys}>{t("exchange.off")}</p>}
      <div className={styles.acts}>
        {!isPassed && !isOff && (
          <ButtonLink kind="go" to={`${here}/exchange?${ask}`}>
            {t("exchange.swap")}
          </ButtonLink>
        )}
        {!isPassed && <ButtonLink to={`${here}/leave?${ask}`}>{t("exchange.leave")}</ButtonLink>}
        <ButtonLink kind="text" to={here} preventScrollReset>
          {t("exchange.close")}
        </ButtonLink>
      </div>
    </section>
  );
}

/** True where the reader may ask for an exchange or a leave of this line. */
export function mayAskFor({ mayAsk, mine }: RosterView, row: string): boolean {
  return mayAsk.others || (mayAsk.own && row === mine);
}
