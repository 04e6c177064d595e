import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { AdoptionStep } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./way-bar.module.css";

/** The stops of an adoption: those behind, where it stands, those to come. */
export function WayBar({ steps }: { steps: readonly AdoptionStep[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ol className={styles.way} aria-label={t("adopt.way")}>
      {steps.map(({ key, title, is }, i) => (
        <li key={key} className={styles[is]} aria-current={is === "now" ? "step" : undefined}>
          <i aria-hidden="true">{is === "done" ? <Icon name="yes" /> : i + 1}</i>
          <span>{say(title)}</span>
        </li>
      ))}
    </ol>
  );
}
