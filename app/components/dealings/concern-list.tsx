import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { Concern } from "../../runtime/api";
import { Card } from "../card";
import styles from "./dealings.module.css";
import { LetterText } from "./letter-text";

const GROUPS: readonly Concern["group"][] = ["answer", "read", "others", "done"];

/** What concerns somebody, by what they have to do about it: answer, read, wait, nothing. */
export function ConcernList({ rows }: { rows: readonly Concern[] }) {
  const { t } = useTranslation();
  return GROUPS.map((group) => {
    const these = rows.filter((row) => row.group === group);
    if (these.length === 0) return null;
    return (
      <Card key={group} title={t(`dealing.group.${group}`)}>
        <ul className={styles.letters}>
          {these.map((row) => (
            <ConcernItem key={row.key} row={row} />
          ))}
        </ul>
      </Card>
    );
  });
}

function ConcernItem({ row }: { row: Concern }) {
  const { t } = useTranslation();
  const say = useSay();
  const { caseId, title, number, kind, from, text, when } = row;
  return (
    <li>
      <p className={styles.matter}>
        <Link to={`/cases/${caseId}#dealings`}>{say(title)}</Link>
        {number && <span className={styles.quiet}>{number}</span>}
      </p>
      {text === null || kind === "copy" || kind === "circulate" ? (
        <p className={styles.line}>
          <b>{t(`dealing.kind.${kind}`)}</b>
          <span>{from}</span>
          {when && <span className={styles.quiet}>{t("dealing.seenAt", { when })}</span>}
        </p>
      ) : (
        <LetterText letter={{ ...row, kind, text, answer: answerOf(row) }} />
      )}
    </li>
  );
}

function answerOf({ answer, when }: Concern) {
  return answer && { ...answer, when, takenBack: answer.text === "" };
}
