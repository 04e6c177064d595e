import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import type { OwnShift, RosterView } from "../../runtime/api";
import { weekdayWord } from "../today/weekday-word";
import styles from "./shift-head.module.css";
import { shiftSaid, shortDay } from "./shift-text";

interface ShiftHeadProps {
  view: { shift: OwnShift; kinds: RosterView["kinds"] };
  title: string;
}

/** The shift that something is asked for: day, word, hours, and whose it is where it is not one's own. */
export function ShiftHead({ view: { shift, kinds }, title }: ShiftHeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { day, stored, span, isOwn, name } = shift;
  return (
    <section className={styles.head} aria-label={title}>
      <p>{isOwn ? title : `${title}${t("colon")}${name}`}</p>
      <h2>
        {shortDay(day, language)} {weekdayWord(day, language)}{" "}
        <b>{shiftSaid(stored, { kinds, language }) || t("duty.open")}</b>
      </h2>
      {span !== "" && <p>{span}</p>}
    </section>
  );
}
