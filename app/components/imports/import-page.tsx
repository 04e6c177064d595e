import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
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
  chosen: ImportOption;
  reply?: { dry: boolean; answer: ShownAnswer | null };
}

/** Fills an installation from sheets: what to import at the left, its form, the answer on top. */
export function ImportPage({ csrf, options, chosen, reply }: ImportPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const columns = chosen.columns.map(({ title }) => say(title)).join(t("joins.list"));
  return (
    <PageFrame section="me" back={{ to: "/me", label: t("nav.me") }}>
      <h1>{t("imports.title")}</h1>
      <p className={styles.lead}>{t("imports.lead")}</p>
      <div className={styles.sides}>
        <nav className={styles.kinds} aria-label={t("imports.kind")}>
          {options.map(({ id, title }) => (
            <Link
              key={id}
              to={`?kind=${id}`}
              aria-current={id === chosen.id ? "true" : undefined}
              preventScrollReset
            >
              {say(title)}
            </Link>
          ))}
        </nav>
        <div>
          {reply && <ImportAnswer answer={reply.answer} dry={reply.dry} />}
          <Card title={say(chosen.title)}>
            <p className={styles.hint}>{t("imports.columns", { columns })}</p>
            <form method="post" encType="multipart/form-data" className={styles.form}>
              <input type="hidden" name="csrf" value={csrf} />
              <label htmlFor="file">{t("imports.file")}</label>
              <input
                id="file"
                type="file"
                name="file"
                accept=".xlsx,.csv"
                aria-describedby="file-hint"
              />
              <p className={styles.hint} id="file-hint">
                {t("imports.fileHint")}
              </p>
              <div className={styles.buttons}>
                <SubmitButton name="intent" value="check">
                  {t("imports.check")}
                </SubmitButton>
                <SubmitButton kind="go" name="intent" value="send">
                  {t("imports.send")}
                </SubmitButton>
                <a
                  className={buttonClass({ kind: "text" })}
                  href={`/imports/${chosen.id}`}
                  download
                >
                  {t("imports.blank")}
                </a>
              </div>
            </form>
          </Card>
        </div>
      </div>
    </PageFrame>
  );
}
