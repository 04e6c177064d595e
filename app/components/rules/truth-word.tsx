import { useTranslation } from "react-i18next";
import type { ExampleView } from "../../runtime/api";
import { Icon, type IconName } from "../icon";
import styles from "./truth-word.module.css";

type Truth = ExampleView["found"];

const ICONS: Record<`${Truth}`, IconName> = { true: "yes", false: "no", unknown: "lack" };

/** 成立, 不成立 or 待核 with its sign. */
export function TruthWord({ truth }: { truth: Truth }) {
  const { t } = useTranslation();
  return (
    <span className={styles[`${truth}`]}>
      <Icon name={ICONS[`${truth}`]} />
      {t(`ruleEditor.truth.${truth}`)}
    </span>
  );
}

/** The sign alone: what it stands beside says the word. */
export function TruthSign({ truth }: { truth: Truth }) {
  return (
    <span className={styles[`${truth}`]}>
      <Icon name={ICONS[`${truth}`]} />
    </span>
  );
}
