import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { RosterProposalView } from "../../runtime/api";
import { Button, ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import styles from "./proposal-page.module.css";

const EVERY = 1500;

/** While a roster is worked out: how far it has come, and the press that stops it. Without scripts it is looked at anew. */
export function ProposalWait({ view, share }: { view: RosterProposalView; share: number }) {
  const { t } = useTranslation();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (state === "idle") revalidate();
    }, EVERY);
    return () => clearTimeout(timer);
  });
  const percent = Math.round(share * 100);
  return (
    <section className={styles.wait} aria-live="polite">
      <p>{t("proposal.running")}</p>
      <progress value={percent} max={100} aria-label={t("proposal.title")} />
      <span>{t("proposal.share", { percent })}</span>
      <Form method="post" className={styles.acts}>
        <CsrfField />
        <ButtonLink to={`/duty/${view.caseId}/proposal`} reloadDocument>
          {t("proposal.look")}
        </ButtonLink>
        <Button kind="text" name="intent" value="cancel">
          {t("proposal.cancel")}
        </Button>
      </Form>
    </section>
  );
}
