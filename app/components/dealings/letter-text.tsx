import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage } from "../../i18n/use-say";
import type { Letter } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./dealings.module.css";

/** A question or an order as it was written, and what was answered; while it is open, by when. */
export function LetterText({ letter }: { letter: Omit<Letter, "id" | "can"> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, from, to, text, when, until, overdue, answer } = letter;
  const whom = to.length === 0 ? t("dealing.whoever") : to.join(t("worklist.between"));
  return (
    <>
      <p className={styles.line}>
        <b>{t(`dealing.kind.${kind}`)}</b>
        <span>{t("dealing.fromTo", { from, to: whom })}</span>
        {answer === null && (
          <span className={overdue ? styles.over : styles.open}>
            <Icon name={overdue ? "over" : "ring"} />
            {overdue ? t("dealing.overdue") : t("dealing.open")}
          </span>
        )}
      </p>
      <p className={styles.text}>{text}</p>
      <p className={styles.quiet}>
        {when}
        {until && `·${t("dealing.until", { day: showDay(until, language) })}`}
      </p>
      {answer && (
        <div className={styles.answer}>
          {answer.takenBack ? (
            <p>{t("dealing.takenBack", { by: answer.by })}</p>
          ) : (
            <p className={styles.text}>{answer.text}</p>
          )}
          <p className={styles.quiet}>
            {answer.by}·{answer.when}
          </p>
        </div>
      )}
    </>
  );
}
