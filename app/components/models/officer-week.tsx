import { useTranslation } from "react-i18next";
import type { ComparedModel } from "../../runtime/api";
import styles from "./officer-week.module.css";

/** One officer's week under a model, Monday first, and how far it reaches. */
export function OfficerWeek({ week }: { week: NonNullable<ComparedModel["week"]> }) {
  const { t } = useTranslation();
  const { days, served, unserved, visits } = week;
  return (
    <>
      <ol className={styles.week}>
        {days.map(({ kind, villages }, i) => (
          <li
            key={i}
            className={
              kind === "visit" && villages.length > 0
                ? styles.visit
                : kind === "duty"
                  ? styles.duty
                  : undefined
            }
          >
            {villages.length > 0
              ? villages.map((name) => <span key={name}>{name}</span>)
              : t(`models.day.${kind}`)}
          </li>
        ))}
      </ol>
      <p className={styles.words}>
        {unserved > 0
          ? t("models.weekUnserved", { served, unserved })
          : visits > 0
            ? t("models.weekServed", { served, count: visits })
            : t("models.weekStays")}
      </p>
    </>
  );
}
