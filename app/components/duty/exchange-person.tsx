import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { ExchangePerson as Person, ExchangeView, ExchangeWay } from "../../runtime/api";
import { Button } from "../button";
import styles from "./asking-page.module.css";
import { BroughtList } from "./brought-list";
import { shiftSaid, shortDay } from "./shift-text";

interface ExchangePersonProps {
  person: Person;
  view: ExchangeView;
}

/** Somebody who could be asked, with each way to exchange and what it would bring. */
export function ExchangePerson({ person, view }: ExchangePersonProps) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { kinds } = view;
  return (
    <section className={styles.person}>
      <h2>
        {person.name} <span>{say(person.post)}</span>
        <span className={styles.that}>
          {t("exchange.that", {
            shift: shiftSaid(person.that, { kinds, language }) || t("duty.open"),
          })}
        </span>
      </h2>
      <ul>
        {person.ways.map((way) => (
          <li key={way.day}>
            <Way person={person} way={way} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ person, way, view }: ExchangePersonProps & { way: ExchangeWay }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kinds, shift } = view;
  const how = { kinds, language };
  const said = t(way.day === shift.day ? "exchange.sameDay" : "exchange.otherDay", {
    name: person.name,
    who: shift.isOwn ? t("exchange.you") : shift.name,
    day: shortDay(shift.day, language),
    mine: shiftSaid(shift.stored, how),
    otherDay: shortDay(way.day, language),
    theirs: shiftSaid(way.stored, how),
  });
  return (
    <>
      <p>{said}</p>
      <BroughtList conflicts={way.conflicts} clear={t("exchange.clear")} />
      {way.isPossible && way.isLate && (
        <p className={styles.late}>{t("exchange.late", { hours: view.hoursNeeded })}</p>
      )}
      {way.isPossible ? (
        <Button name="with" value={`${person.row}~${way.day}~${way.stored}`}>
          {t("exchange.ask", { name: person.name })}
        </Button>
      ) : (
        <p className={styles.never}>{t("exchange.never")}</p>
      )}
    </>
  );
}
