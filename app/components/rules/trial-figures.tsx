import { useTranslation } from "react-i18next";
import type { TrialView } from "../../runtime/api";
import styles from "./trial-figures.module.css";

/** How many come out the same, how many would differ, how many could not go on. */
export function TrialFigures({ trial }: { trial: TrialView }) {
  const { t } = useTranslation();
  const { figures, groups, total } = trial;
  if (total === 0) return <p className={styles.note}>{t("trial.noMatters")}</p>;
  const cells = [
    { figure: figures.same, what: t("trial.same"), hint: t("trial.sameHint") },
    {
      figure: figures.different,
      what: t("trial.different"),
      hint: figures.different === 0 ? "" : t("trial.differentHint", { count: groups.length }),
    },
    {
      figure: figures.stuck,
      what: t("trial.stuck"),
      hint: figures.stuck === 0 ? "" : t("trial.stuckHint"),
    },
  ];
  return (
    <>
      <ul className={styles.figures}>
        {cells.map(({ figure, what, hint }, index) => (
          <li key={what} className={index > 0 && figure > 0 ? styles.told : undefined}>
            <b>{figure}</b>
            <span>
              <strong>{what}</strong>
              {hint}
            </span>
          </li>
        ))}
      </ul>
      {figures.already > 0 && (
        <p className={styles.note}>{t("trial.already", { count: figures.already })}</p>
      )}
      {groups.length === 0 && <p className={styles.note}>{t("trial.none")}</p>}
    </>
  );
}
