import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { QueueSweep } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./sweeps-page.module.css";

/** One queue of one county: how it goes in a word and a shape, then the figures. */
export function QueueLine({ sweep }: { sweep: QueueSweep }) {
  const { t } = useTranslation();
  const say = useSay();
  const { queue, is, due, retrying, parked, done, failed, lastLook, next } = sweep;
  const isWell = is === "well" && parked === 0;
  const word =
    is === "well"
      ? t(parked > 0 ? "sweeps.hasParked" : "sweeps.isWell")
      : t(is === "late" ? "sweeps.isLate" : "sweeps.isStuck");
  const figures: [string, string][] = [
    [t("sweeps.lastLook"), lastLook === null ? t("sweeps.none") : say(lastLook)],
    [t("sweeps.next"), next === null ? t("sweeps.none") : say(next)],
    [t("sweeps.due"), String(due)],
    [t("sweeps.retrying"), String(retrying)],
    [t("sweeps.parked"), String(parked)],
    [t("sweeps.tries"), t("sweeps.triesOf", { done, failed })],
  ];
  return (
    <section className={styles.queue}>
      <h3 className={styles.name}>
        <span>{t(queue === "timers" ? "sweeps.timers" : "sweeps.outbox")}</span>
        <span className={isWell ? styles.well : styles.trouble}>
          <Icon name={isWell ? "yes" : "over"} />
          {word}
        </span>
      </h3>
      <dl className={styles.figures}>
        {figures.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
