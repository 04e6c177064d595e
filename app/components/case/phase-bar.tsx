import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import styles from "./phase-bar.module.css";

/** How far the matter has come: a bar for each phase, the present one in words as well. */
export function PhaseBar({ phases }: Pick<CaseView, "phases">) {
  const { t } = useTranslation();
  const say = useSay();
  if (phases.length === 0) return null;
  return (
    <ol className={styles.phases} aria-label={t("case.phases")}>
      {phases.map(({ title, is }) => (
        <li key={title.zh} className={styles[is]} aria-current={is === "now" ? "step" : undefined}>
          {say(title)}
        </li>
      ))}
    </ol>
  );
}
