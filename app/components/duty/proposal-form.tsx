import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RosterProposalView } from "../../runtime/api";
import { Button } from "../button";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import styles from "./proposal-form.module.css";

const WAYS = ["plan", "mend"] as const;
const GIVEN = ["rest", "room", "visits", "fair", "opened", "reach", "skill"] as const;

/** How the next proposal is worked out. */
export function ProposalForm({ view, commandId }: { view: RosterProposalView; commandId: string }) {
  const { t } = useTranslation();
  const { asked } = view;
  return (
    <Form method="post" className={styles.form}>
      <CsrfField />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="seq" value={view.seq} />
      <fieldset>
        <legend>{t("proposal.way")}</legend>
        {WAYS.map((way) => (
          <label key={way}>
            <input type="radio" name="way" value={way} defaultChecked={asked.way === way} />
            <span>{t(`proposal.${way}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        id="from"
        name="from"
        type="date"
        label={t("proposal.from")}
        hint={t("proposal.fromHint")}
        defaultValue={asked.from}
      />
      <details open={asked.given.length > 0}>
        <summary>{t("proposal.given")}</summary>
        {GIVEN.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              name="given"
              value={kind}
              defaultChecked={asked.given.includes(kind)}
            />
            <span>{t(`proposal.${kind}`)}</span>
          </label>
        ))}
      </details>
      <Button kind={view.outcome === null ? "go" : "plain"} name="intent" value="ask">
        {t(view.outcome === null ? "proposal.start" : "proposal.again")}
      </Button>
    </Form>
  );
}
