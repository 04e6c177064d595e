import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useSay } from "../../i18n/use-say";
import type { ImportOption } from "../../runtime/api";
import { buttonClass } from "../button";
import { Card } from "../card";
import { PageFrame } from "../page-frame";
import { SubmitButton } from "../submit-button";
import { ImportAnswer, type ShownAnswer } from "./import-answer";
import styles from "./import-page.module.css";

interface ImportPageProps {
  csrf: string;
  options: readonly ImportOption[];
  reply?: { kind: string; dry: boolean; answer: ShownAnswer | null };
}

/** Fills an installation from sheets: one card for each kind, the answer on top. */
export function ImportPage({ csrf, options, reply }: ImportPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const names = (columns: readonly { title: Text }[]) =>
    columns.map(({ title }) => say(title)).join("、");
  return (
    <PageFrame section="me" back={{ to: "/me", label: t("nav.me") }}>
      <h1>{t("imports.title")}</h1>
      <p className={styles.lead}>{t("imports.lead")}</p>
      {reply && <ImportAnswer answer={reply.answer} dry={reply.dry} />}
      <div className={styles.kinds}>
        {options.map(({ id, title, columns }) => (
          <div key={id}>
            <Card title={say(title)}>
              <p className={styles.hint}>{t("imports.columns", { columns: names(columns) })}</p>
              <form method="post" encType="multipart/form-data" className={styles.form}>
                <input type="hidden" name="csrf" value={csrf} />
                <input type="hidden" name="kind" value={id} />
                <label htmlFor={`file-${id}`}>{t("imports.file")}</label>
                <input
                  id={`file-${id}`}
                  type="file"
                  name="file"
                  accept=".xlsx,.csv"
                  aria-describedby={`hint-${id}`}
                />
                <p className={styles.hint} id={`hint-${id}`}>
                  {t("imports.fileHint")}
                </p>
                <div className={styles.buttons}>
                  <SubmitButton name="intent" value="check">
                    {t("imports.check")}
                  </SubmitButton>
                  <SubmitButton kind="go" name="intent" value="send">
                    {t("imports.send")}
                  </SubmitButton>
                  <a className={buttonClass({ kind: "text" })} href={`/imports/${id}`} download>
                    {t("imports.blank")}
                  </a>
                </div>
              </form>
            </Card>
          </div>
        ))}
      </div>
    </PageFrame>
  );
}
