import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { idOfPointer } from "../../engine/form/field-name";
import { showDayOfYear } from "../../engine/time/zone";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { ObjectionForm } from "../../runtime/api";
import { AnswerList } from "../answer-list";
import { Button } from "../button";
import { Card } from "../card";
import { ErrorSummary } from "../error-summary";
import { SchemaForm } from "../form/schema-form";
import { Gate } from "../gate";
import type { StepReply } from "../step/step-reply";
import { useReplyFaults } from "../step/use-reply-faults";
import styles from "./objection-page.module.css";
import { PublicFrame, type PublicPage } from "./public-frame";
import { RowField } from "./row-field";

/** What the server answers to an objection that is not sent (yet). */
export type ObjectionReply = Omit<
  StepReply,
  "place" | "enteredFor" | "changes" | "next" | "search"
> & {
  /** Number of the chosen row; null where none was chosen. */
  row: number | null;
};

interface ObjectionPageProps extends PublicPage {
  form: ObjectionForm;
  reply: ObjectionReply | undefined;
  /** The row that was pressed on the notice. */
  chosen: number | null;
  /** Telephone of the supervision, for those who would rather call. */
  phone: string | null;
}

/** The objection's form, then its answers once more. Everything works without scripts. */
export function ObjectionPage(props: ObjectionPageProps) {
  const { form, reply, chosen, phone, ...page } = props;
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  const { notice, rows, step } = form;
  const isCheck = reply?.view === "check";
  const row = reply?.row ?? chosen;
  const until = notice.until && showDayOfYear(notice.until, language);
  const faults = useReplyFaults(reply as StepReply | undefined);
  const unchosen = rowFault(reply, say);
  const shown = [
    ...(unchosen === undefined ? [] : [{ id: "row", message: unchosen }]),
    ...faults.map(({ pointer, message }) => ({ id: idOfPointer(pointer), message })),
  ];
  const answers = useMemo(() => reply?.answers ?? step.formData, [reply, step.formData]);
  const about = rows.find((one) => one.row === row)?.text;
  return (
    <PublicFrame
      {...page}
      back={{ to: `/notices/${notice.id}`, label: t("notice.back") }}
      where={notice.number ?? undefined}
    >
      <h1>{isCheck ? t("objection.checkTitle") : t("objection.title")}</h1>
      <p className={styles.lead}>
        {isCheck
          ? t("objection.checkHelp")
          : until === null
            ? t("objection.leadOpen")
            : t("objection.lead", { day: until })}
      </p>
      <form method="post" encType="multipart/form-data" noValidate className={styles.form}>
        {/* Enter presses a form's first button, and that must not be one that adds an item. */}
        <button
          type="submit"
          name="intent"
          value={isCheck ? "send" : "check"}
          tabIndex={-1}
          className={styles.default}
        >
          {t("objection.send")}
        </button>
        <input type="hidden" name="csrf" value={page.csrf} />
        <input type="hidden" name="commandId" value={step.commandId} />
        <input type="hidden" name="expectedSeq" value="0" />
        <ErrorSummary title={t("form.faults", { count: shown.length })} faults={shown} />
        {reply?.refusal && shown.length === 0 && <Gate sentence={reply.refusal.message} alert />}
        {isCheck ? (
          <>
            <input type="hidden" name="row" value={row ?? ""} />
            <input type="hidden" name="answers" value={JSON.stringify(reply.answers)} />
            <Card>
              <AnswerList
                rows={[
                  ...(about === undefined
                    ? []
                    : [{ label: { zh: t("objection.about") }, value: about }]),
                  ...reply.rows,
                ]}
              />
            </Card>
          </>
        ) : (
          <>
            <RowField rows={rows} chosen={row} fault={unchosen} />
            <SchemaForm
              schema={step.schema}
              ui={step.ui}
              answers={answers}
              faults={faults}
              scriptless
            />
          </>
        )}
        <p className={styles.secret}>{t("objection.secret")}</p>
        <div className={styles.foot}>
          {isCheck ? (
            <Button name="intent" value="back">
              {t("objection.back")}
            </Button>
          ) : (
            phone && (
              <a className={styles.call} href={`tel:${phone}`}>
                {t("objection.call")}
              </a>
            )
          )}
          <Button kind="go" name="intent" value={isCheck ? "send" : "check"}>
            {isCheck ? t("objection.send") : t("objection.check")}
          </Button>
        </div>
      </form>
    </PublicFrame>
  );
}

function rowFault(
  reply: ObjectionReply | undefined,
  say: ReturnType<typeof useSay>,
): string | undefined {
  const { refusal } = reply ?? {};
  return refusal?.code === "notice/which-row" ? say(refusal.message) : undefined;
}
