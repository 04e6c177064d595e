import { useTranslation } from "react-i18next";
import { showDay } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { SignerLine } from "../../runtime/api";
import { Icon, type IconName } from "../icon";
import styles from "./decision-panel.module.css";

const SIGNS: Record<SignerLine["is"], IconName> = {
  agree: "yes",
  reject: "no",
  abstain: "minus",
  now: "ring",
  later: "lack",
  unanswered: "lack",
  dropped: "minus",
};

/** One signature: who is asked, how they came to be, and what they answered, why and when. */
export function SignerItem({ caseId, line }: { caseId: string; line: SignerLine }) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { asked, holders, is, by, reason, day, notes, counts, photo } = line;
  const name = say(asked);
  const role = by?.role ? say(by.role) : null;
  return (
    <li className={styles[is]}>
      <p className={styles.line}>
        <b>{name}</b>
        {by && by.name !== name && <span>{by.name}</span>}
        {holders.length > 0 && (
          <span className={styles.quiet}>
            {holders.slice(0, 3).join(t("worklist.between"))}
            {holders.length > 3 && t("decision.more")}
          </span>
        )}
        {by && by.name === name && role && <span className={styles.quiet}>{role}</span>}
        <span className={styles.word}>
          <Icon name={SIGNS[is]} />
          {t(`decision.is.${is}`)}
        </span>
      </p>
      {counts && <p>{t("decision.counts", { ...counts })}</p>}
      {reason && <q className={styles.reason}>{reason}</q>}
      {(notes.length > 0 || day || photo) && (
        <p className={styles.quiet}>
          {[...notes.map(say), day && showDay(day, language)].filter(Boolean).join("·")}
          {photo && <a href={`/cases/${caseId}/attachments/${photo}`}>{t("decision.sheet")}</a>}
        </p>
      )}
    </li>
  );
}
