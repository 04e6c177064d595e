import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import type { Text } from "../engine/text";
import type { RuleReasonView } from "../runtime/api";
import styles from "./gate.module.css";
import { Icon, type IconName } from "./icon";

const SIGNS: Record<"true" | "false" | "unknown", { icon: IconName; look: string }> = {
  true: { icon: "yes", look: "holds" },
  false: { icon: "no", look: "fails" },
  unknown: { icon: "lack", look: "lacks" },
};

interface GateProps {
  sentence: Text;
  reasons?: readonly RuleReasonView[];
  /** Named where no reason says more: for whoever is asked for help. */
  code?: string;
  /** Announced when it appears in answer to something that was pressed. */
  alert?: boolean;
}

/**
 * Why something cannot be done: one sentence, then each condition with what it came from, then the law. A
 * rule, not an alarm, so in ink: ✕ fails, a dashed ring is not known yet, ✓ holds.
 */
export function Gate({ sentence, reasons = [], code, alert }: GateProps) {
  const { t } = useTranslation();
  const say = useSay();
  // Where several ways were tried, each has its own conditions, and its title says which way that is.
  const told = reasons.filter(({ clauses }) => clauses.length > 0);
  const laws = reasons.flatMap(({ legal }) => (legal ? [say(legal)] : []));
  return (
    <section className={styles.gate} role={alert ? "alert" : undefined}>
      <header>
        <Icon name="stop" />
        <p>{say(sentence)}</p>
      </header>
      {told.map(({ title, clauses }) => (
        <div key={title.zh} className={styles.why}>
          {told.length > 1 && <h3>{say(title)}</h3>}
          <ul aria-label={t("gate.reasons")}>
            {clauses.map(({ truth, text, from }) => {
              const { icon, look } = SIGNS[`${truth}`];
              return (
                <li key={text.zh} className={styles[look]}>
                  <Icon name={icon} />
                  <span>
                    <span className={styles.sign}>{t(`gate.${look as "holds"}`)}</span>
                    <b>{say(text)}</b>
                    {from && <span className={styles.from}>{say(from)}</span>}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      {code && told.length === 0 && (
        <p className={styles.legal}>
          {t("refusal.code")} {code}
        </p>
      )}
      {laws.length > 0 && (
        <p className={styles.legal}>
          {t("gate.legal", { law: [...new Set(laws)].join(t("semicolon")) })}
        </p>
      )}
    </section>
  );
}
