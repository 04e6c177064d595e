import { useTranslation } from "react-i18next";
import { isWeekend, showDay, showDayOfYear, weekdayOf } from "../../engine/time/zone";
import { useLanguage } from "../../i18n/use-say";
import type { Countdown, CountedDay } from "../../runtime/api";
import { Unbroken } from "../paper/unbroken";
import styles from "./notice-calendar.module.css";

interface NoticeCalendarProps {
  countdown: Countdown;
  /** How much time is left, in words. */
  words: string;
}

/** The days of a notice in weeks, and beneath them how they were counted. */
export function NoticeCalendar({ countdown, words }: NoticeCalendarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { weeks, total, holidays, workedWeekends } = countdown;
  const days = weeks.flat().filter((day) => day !== null);
  const [first, last] = [days[0], days.at(-1)];
  const show = (day: CountedDay | undefined) => (day ? showDay(day.day, language) : "");
  const text = { from: show(first), until: show(last), total, left: words };
  return (
    <>
      {weeks.length > 0 && (
        <div className={styles.calendar} role="img" aria-label={t("notice.calendarText", text)}>
          {t("notice.weekdays")
            .split(" ")
            .map((name) => (
              <b key={name}>{name}</b>
            ))}
          {weeks.flatMap((week, row) =>
            week.map((day, column) =>
              day ? (
                <Day key={day.day} day={day} />
              ) : (
                // A day outside the notice keeps its place in the week.
                <span key={`${row}/${column}`} />
              ),
            ),
          )}
        </div>
      )}
      <p className={styles.hint}>
        {t("notice.total", { total, off: holidays ? t("notice.offAndRest") : t("notice.offRest") })}
        {workedWeekends.map((day) => (
          <Unbroken
            key={day}
            text={t("notice.worked", {
              day: showDayOfYear(day, language),
              weekday: weekdayOf(day) === 6 ? t("notice.saturday") : t("notice.sunday"),
            })}
          />
        ))}
      </p>
    </>
  );
}

function Day({ day: { day, number, is, past, today } }: { day: CountedDay }) {
  const { t } = useTranslation();
  const word = today
    ? t("notice.today")
    : is === "published"
      ? t("notice.published")
      : is === "last"
        ? t("notice.last")
        : number === null
          ? t("notice.off")
          : t("notice.nth", { number });
  const isOn = number !== null;
  const look = [
    is === "off" && styles.off,
    isOn && styles.on,
    past && styles.past,
    today && (isOn ? styles.now : styles.restToday),
    is === "last" && styles.last,
    is === "off" && !isWeekend(day) && styles.holiday,
  ];
  return (
    <span className={look.filter(Boolean).join(" ")}>
      {Number(day.slice(8))}
      <small>{word}</small>
    </span>
  );
}
