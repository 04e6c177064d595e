import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage } from "../../i18n/use-say";
import type { Countdown, NoticeHead } from "../../runtime/api";
import styles from "./countdown-card.module.css";
import { NoticeCalendar } from "./notice-calendar";
import { useTimeLeft } from "./use-time-left";

interface CountdownCardProps {
  notice: Pick<NoticeHead, "from" | "until" | "left" | "provisional">;
  /** Without it only the figure is shown. */
  countdown: Countdown | null;
}

/** How long a notice is still shown: the figure, the words, and the days themselves. */
export function CountdownCard({ notice, countdown }: CountdownCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { until, left, provisional } = notice;
  const words = useTimeLeft(left, countdown?.includesToday ?? false);
  return (
    <section className={styles.card} aria-label={t("notice.calendar")}>
      <div className={styles.head}>
        {left !== null && <span className={styles.figure}>{left}</span>}
        <p>
          <b>{words}</b>
          <span>
            {until === null
              ? t("notice.stoppedHelp")
              : t("notice.until", { day: showDay(until, language) })}
          </span>
        </p>
      </div>
      {provisional && until && (
        <p className={styles.provisional}>{t("notice.provisional", { year: until.slice(0, 4) })}</p>
      )}
      {countdown && until && <NoticeCalendar countdown={countdown} words={words} />}
    </section>
  );
}
