import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useLanguage } from "../../i18n/use-say";
import type { RosterProposalView } from "../../runtime/api";
import { Button } from "../button";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import type { ShownRefusal } from "../shown-refusal";
import { ProposalClash } from "./proposal-clash";
import { ProposalForm } from "./proposal-form";
import { ProposalGrid } from "./proposal-grid";
import styles from "./proposal-page.module.css";
import { ProposalTotals } from "./proposal-totals";
import { ProposalWait } from "./proposal-wait";
import { shortDay } from "./shift-text";

interface ProposalPageProps {
  view: RosterProposalView;
  commandId: string;
  said: Text | null;
  refused?: ShownRefusal;
}

/** A roster that was worked out, beside the one that stands: what changes, for whom, and what it comes to. */
export function ProposalPage({ view, commandId, said, refused }: ProposalPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [from, to] = [shortDay(view.from, language), shortDay(view.to, language)];
  return (
    <PageFrame
      section="duty"
      back={{ to: `/duty/${view.caseId}`, label: t("duty.span", { from, to }) }}
      where={view.stationName}
    >
      <Said text={said} />
      <h1 className={styles.title}>{t("proposal.title")}</h1>
      <p className={styles.lead}>{t("proposal.lead")}</p>
      {refused && <Gate sentence={refused.message} reasons={refused.reasons} alert />}
      <div className={`${styles.columns} ${view.rows.length === 0 ? styles.beside : ""}`}>
        <div className={styles.main}>
          {view.running ? (
            <ProposalWait view={view} share={view.running.share} />
          ) : (
            <Outcome view={view} commandId={commandId} />
          )}
        </div>
        {view.mayAsk && view.running === null && (
          <Card title={t("proposal.ask")}>
            <ProposalForm view={view} commandId={commandId} />
          </Card>
        )}
      </div>
    </PageFrame>
  );
}

function Outcome({ view, commandId }: Pick<ProposalPageProps, "view" | "commandId">) {
  const { t } = useTranslation();
  if (view.outcome === null) return <p className={styles.none}>{t("proposal.none")}</p>;
  if (view.outcome === "late") return <p className={styles.none}>{t("proposal.late")}</p>;
  if (view.outcome === "clash") return <ProposalClash view={view} commandId={commandId} />;
  const changes = view.rows.reduce((sum, row) => sum + row.changes, 0);
  return (
    <>
      <Found view={view} changes={changes} commandId={commandId} />
      {changes > 0 && <ProposalGrid view={view} />}
      <ProposalTotals view={view} commandId={commandId} />
    </>
  );
}

/** How good it is, what is left, and the press that takes all of it over. */
function Found({
  view,
  changes,
  commandId,
}: Pick<ProposalPageProps, "view" | "commandId"> & { changes: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const percent = Math.max(1, Math.round(view.gap * 100));
  return (
    <section className={styles.found}>
      <div>
        <p className={styles.good}>
          {view.since > 0
            ? t("proposal.since", { count: view.since })
            : view.best
              ? t("proposal.best")
              : t("proposal.near", { percent })}
        </p>
        <p>{changes === 0 ? t("proposal.same") : t("proposal.changes", { count: changes })}</p>
        <p>
          {view.left.length === 0
            ? t("proposal.keeps")
            : t("proposal.left", { count: view.left.length })}
        </p>
        {view.left.length > 0 && (
          <ul className={styles.left}>
            {view.left.map(({ title, when }) => (
              <li key={title.zh + when.zh}>
                {[title, when].map((text) => text[language] ?? text.zh).join(" ")}
              </li>
            ))}
          </ul>
        )}
      </div>
      {changes > 0 && view.mayAsk && (
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="seq" value={view.seq} />
          <Button kind="go" name="intent" value="take">
            {t("proposal.takeAll")}
          </Button>
        </Form>
      )}
    </section>
  );
}
