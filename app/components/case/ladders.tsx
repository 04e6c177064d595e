import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { LadderRungView, LadderView } from "../../runtime/api";
import { Card } from "../card";
import styles from "./ladders.module.css";

/** Whom each deadline would be brought to, and when: done rungs solid, those to come dashed. */
export function Ladders({ ladders }: { ladders: readonly LadderView[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const [first] = ladders;
  if (first === undefined) return null;
  const { quiet } = first;
  return (
    <Card title={t("ladder.title")}>
      {quiet && (
        <p className={styles.quiet}>
          {t(quiet.restDays ? "ladder.quietRest" : "ladder.quiet", {
            from: quiet.from,
            to: quiet.to,
          })}
        </p>
      )}
      {ladders.map(({ deadline, path, rungs }) => (
        <section key={`${path} ${deadline.zh}`} className={styles.ladder}>
          {ladders.length > 1 && <h3 className={styles.deadline}>{say(deadline)}</h3>}
          <ol className={styles.rungs}>
            {rungs.map((rung) => (
              <Rung key={rung.key} rung={rung} />
            ))}
          </ol>
        </section>
      ))}
    </Card>
  );
}

function Rung({ rung }: { rung: LadderRungView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { is, stage, night, isUrgent, provisional, handOver } = rung;
  const when = rung.when === null ? "" : say(rung.when);
  return (
    <li className={is === "told" ? styles.told : styles.coming}>
      <p className={styles.line}>
        <b>{say(stage)}</b>
        <span>{t(`ladder.${is}`, { when })}</span>
      </p>
      {is !== "passed" && <p className={styles.who}>{useWho(rung)}</p>}
      {handOver && <p className={styles.who}>{t("ladder.handOver", { role: say(handOver) })}</p>}
      {is === "coming" && isUrgent && <p className={styles.note}>{t("ladder.urgent")}</p>}
      {is === "coming" && night && <p className={styles.note}>{say(night)}</p>}
      {is === "coming" && provisional && <p className={styles.note}>{t("ladder.provisional")}</p>}
    </li>
  );
}

/** 派出所所长：陆明; or why nobody, or who instead. */
function useWho({ roles, names, instead }: LadderRungView): string {
  const { t } = useTranslation();
  const say = useSay();
  const listed = names.join(t("joins.list"));
  if (names.length === 0) return t("ladder.nobody", { roles: say(roles) });
  if (instead)
    return t("ladder.instead", { roles: say(roles), instead: say(instead), names: listed });
  return t("ladder.who", { roles: say(roles), names: listed });
}
