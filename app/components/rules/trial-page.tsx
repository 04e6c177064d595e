import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { TrialView } from "../../runtime/api";
import { CsrfField } from "../csrf-field";
import { Gate } from "../gate";
import { PageFrame } from "../page-frame";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import { TrialFigures } from "./trial-figures";
import { TrialGroups } from "./trial-groups";
import { TrialMatterCard } from "./trial-matter-card";
import styles from "./trial-page.module.css";
import { useProgress } from "./use-progress";

/** What a draft would have made of past matters: figures, causes with the matters named, one of them on both ways. */
export function TrialPage({ trial, refusal }: { trial: TrialView; refusal: ShownRefusal | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const { proposal, stage, done, total, groups, chosen, read } = trial;
  const to = `/rules/changes/${proposal.id}`;
  useProgress(stage === "running");
  return (
    <PageFrame section="rules" back={{ to, label: t("change.title") }}>
      <p className={styles.crumb}>{`${say(proposal.title)}·${t("change.title")}`}</p>
      <header className={styles.head}>
        <h1>{t("trial.title")}</h1>
        {stage === "done" && trial.ended && (
          <p>{t("trial.ended", { total, day: say(trial.ended) })}</p>
        )}
      </header>
      <p className={styles.lead}>
        {t("joins.sentence", { one: say(proposal.scope), other: t("trial.lead") })}
      </p>
      {refusal && <Gate sentence={refusal.message} alert />}
      {stage === "running" ? (
        <div className={styles.running} role="status">
          <progress max={total} value={done} />
          <p>{t("trial.running", { done, total })}</p>
          <Link to={`${to}/trial`}>{t("trial.refresh")}</Link>
        </div>
      ) : (
        stage !== "done" && (
          <div className={styles.begin}>
            {stage === "stale" && <p>{t("trial.stale")}</p>}
            <BeginForm word={t(stage === "none" ? "trial.begin" : "trial.again")} go />
          </div>
        )
      )}
      {stage === "done" && <TrialFigures trial={trial} />}
      {stage === "done" && groups.length > 0 && (
        <div className={styles.columns}>
          <TrialGroups groups={groups} chosen={chosen?.caseId ?? null} to={`${to}/trial`} />
          {chosen && <TrialMatterCard matter={chosen} />}
        </div>
      )}
      {stage === "done" && (
        <footer className={styles.foot}>
          <p>
            {read ? t("trial.readBy", { name: read.by, day: say(read.day) }) : t("trial.readHint")}
          </p>
          <BeginForm word={t("trial.again")} />
          {trial.mayRead && !read && (
            <Form method="post">
              <CsrfField />
              <input type="hidden" name="act" value="readTrial" />
              <input type="hidden" name="revision" value={proposal.revision} />
              <SubmitButton kind="go" name="intent" value="read">
                {t("trial.read")}
              </SubmitButton>
            </Form>
          )}
        </footer>
      )}
    </PageFrame>
  );
}

function BeginForm({ word, go }: { word: string; go?: boolean }) {
  return (
    <Form method="post">
      <CsrfField />
      <SubmitButton kind={go ? "go" : "plain"} name="intent" value="begin">
        {word}
      </SubmitButton>
    </Form>
  );
}
