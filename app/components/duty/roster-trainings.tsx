import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import type { RosterTraining, RosterView } from "../../runtime/api";
import styles from "./roster-page.module.css";

/** How the auxiliaries' training is shown on this roster, in one line: certificates, statements, and who has neither. */
export function RosterTrainings({ view }: { view: RosterView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = view.rows.filter(({ training }) => training !== null);
  if (rows.length === 0) return null;
  const namesBy = (by: RosterTraining["by"]): string[] =>
    rows.filter(({ training }) => training?.by === by).map(({ name }) => name);
  const said = (
    [
      ["certificate", "duty.withCertificate"],
      ["statement", "duty.withStatement"],
      ["nothing", "duty.withNothing"],
    ] as const
  ).flatMap(([by, key]) => {
    const names = namesBy(by);
    const joined = names.join(language === "zh" ? "、" : ", ");
    return names.length === 0 ? [] : [t(key, { count: names.length, names: joined })];
  });
  return (
    <p className={styles.keys}>
      {t("duty.trainings")}
      {said.join(t("semicolon"))}
    </p>
  );
}
