import { useTranslation } from "react-i18next";
import type { Correspondence as Dealings, Letter } from "../../runtime/api";
import { Card } from "../card";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { Circulations } from "./circulations";
import { DealingPost } from "./dealing-post";
import styles from "./dealings.module.css";
import { LetterText } from "./letter-text";

interface CorrespondenceProps {
  view: { id: string; seq: number };
  dealings: Dealings;
  commandId: string;
}

/** True where something in it waits for the reader: then it stands high on the page. */
export function waitsForReader({ letters, unread }: Dealings): boolean {
  return unread !== null || letters.some(({ can }) => can === "answer");
}

/** 往来: what was asked, ordered and sent about a matter, each with its answer or the form for it. */
export function Correspondence({ view, dealings, commandId }: CorrespondenceProps) {
  const { t } = useTranslation();
  const { letters, circulations, unread } = dealings;
  if (letters.length + circulations.length === 0) return null;
  return (
    <Card title={t("dealing.title")}>
      <div id="dealings" className={styles.section}>
        {unread && (
          <DealingPost
            view={view}
            operation="seen"
            commandId={`${commandId}-seen`}
            className={styles.unread}
          >
            <p>
              {t("dealing.toYou", { from: unread.from, kind: t(`dealing.kind.${unread.kind}`) })}
            </p>
            <SubmitButton name="intent" value="seen">
              {t("dealing.seen")}
            </SubmitButton>
          </DealingPost>
        )}
        {letters.length > 0 && (
          <ul className={styles.letters}>
            {letters.map((letter) => (
              <li key={letter.id}>
                <LetterText letter={letter} />
                <Answering letter={letter} view={view} commandId={commandId} />
              </li>
            ))}
          </ul>
        )}
        <Circulations circulations={circulations} />
      </div>
    </Card>
  );
}

interface AnsweringProps {
  letter: Letter;
  view: CorrespondenceProps["view"];
  commandId: string;
}

/** The form for an answer, or for taking back what one has asked. */
function Answering({ letter, view, commandId }: AnsweringProps) {
  const { t } = useTranslation();
  const { id, can } = letter;
  if (can === null) return null;
  return (
    <DealingPost view={view} operation="reply" answers={id} commandId={`${commandId}-${id}`}>
      {can === "answer" && (
        <TextArea
          id={`answer-${id}`}
          name="text"
          label={t("dealing.yourAnswer")}
          rows={2}
          maxLength={2000}
        />
      )}
      <p className={styles.send}>
        <SubmitButton kind={can === "answer" ? "go" : "plain"} mini={can === "takeBack"}>
          {t(`dealing.${can}`)}
        </SubmitButton>
      </p>
    </DealingPost>
  );
}
