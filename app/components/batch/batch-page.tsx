import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { BatchOutcome, BatchView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { BatchFields } from "./batch-fields";
import styles from "./batch.module.css";
import { BatchResults } from "./batch-results";
import type { TypedBatch } from "./typed-batch";

/** What the server answered: what was typed, and what became of each matter. */
export interface BatchReply {
  posted: TypedBatch | null;
  outcomes: readonly BatchOutcome[];
  refusal: ShownRefusal | null;
}

interface BatchPageProps {
  view: BatchView;
  reply: BatchReply | undefined;
}

/** Several matters at once: what can be done to them, then what is asked once for all, then what became of each. */
export function BatchPage({ view, reply }: BatchPageProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { form, matters, choices } = view;
  const outcomes = reply?.outcomes ?? [];
  const isOver = outcomes.some(({ done }) => done !== null);
  const refusal = reply?.refusal ?? view.refusal;
  return (
    <PageFrame section="cases" width="text" back={{ to: "/cases", label: t("nav.cases") }}>
      <header className={styles.head}>
        <h1>{form ? say(form.label) : t("batch.title")}</h1>
        {!isOver && matters.length > 0 && <p>{t("batch.chosen", { count: matters.length })}</p>}
        {form?.at && <p>{t("batch.choiceAt", { at: say(form.at) })}</p>}
      </header>
      {refusal && <Gate sentence={refusal.message} code={refusal.code} alert />}
      {outcomes.length > 0 && (
        <div className={styles.parts}>
          <BatchResults outcomes={outcomes} />
          {isOver && <ButtonLink to="/cases">{t("batch.toList")}</ButtonLink>}
        </div>
      )}
      {isOver ? null : form ? (
        <BatchFields form={form} all={matters} reply={reply} />
      ) : (
        matters.length > 0 && <Choices matters={matters} choices={choices} />
      )}
    </PageFrame>
  );
}

function Choices({ matters, choices }: Pick<BatchView, "matters" | "choices">) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className={styles.parts}>
      {choices.length === 0 ? (
        <p>{t("batch.none")}</p>
      ) : (
        <section className={styles.choices}>
          <h2>{t("batch.choose")}</h2>
          {choices.map(({ what, label, at, matters: fitting }) => (
            <ButtonLink key={what} wide to={batchAddress(fitting, what)}>
              {t("batch.choiceOf", { label: say(label), count: fitting.length })}
              {at && <span className={styles.at}>{t("batch.choiceAt", { at: say(at) })}</span>}
            </ButtonLink>
          ))}
        </section>
      )}
      <Card title={t("batch.matters")}>
        <ul className={styles.matters}>
          {matters.map(({ caseId, number, title, states }) => (
            <li key={caseId}>
              <Link to={`/cases/${caseId}`}>{say(title)}</Link>
              <span>{[number, ...states.map(say)].filter(Boolean).join("·")}</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** The address of the page for these matters and, where it was chosen, what is done to them. */
export function batchAddress(matters: readonly { caseId: string }[], what?: string): string {
  const asked = new URLSearchParams(matters.map(({ caseId }) => ["case", caseId]));
  if (what !== undefined) asked.set("do", what);
  return `/cases/batch?${asked.toString()}`;
}
