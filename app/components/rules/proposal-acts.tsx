import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ProposalView } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import type { ShownRefusal } from "../shown-refusal";
import { SubmitButton } from "../submit-button";
import styles from "./proposal-acts.module.css";

interface ProposalActsProps {
  proposal: ProposalView;
  refusal: ShownRefusal | null;
  typed: Readonly<Record<string, string>>;
}

/** What this reader may do with a change: each with what it needs, as a form of its own. */
export function ProposalActs({ proposal, refusal, typed }: ProposalActsProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { may, revision } = proposal;
  const acted = typed["act"];
  const fault = (act: string, pointer: string) => {
    const found =
      acted === act ? refusal?.fields?.find((one) => one.pointer === pointer) : undefined;
    return found ? { fault: say(found.message) } : {};
  };
  const field = (act: string, name: string, label: string, more: object = {}) => (
    <TextField
      id={`${act}-${name}`}
      name={name}
      label={label}
      defaultValue={acted === act ? (typed[name] ?? "") : ""}
      {...fault(act, name)}
      {...more}
    />
  );
  const form = (act: string, fields: ReactNode, button: ReactNode) => (
    <Form method="post">
      <CsrfField />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="act" value={act} />
      {fields}
      <div className={styles.button}>{button}</div>
    </Form>
  );
  const go = (act: string, word: string) => (
    <SubmitButton kind="go" wide name="intent" value={act}>
      {word}
    </SubmitButton>
  );
  const plain = (act: string, word: string) => (
    <SubmitButton wide name="intent" value={act}>
      {word}
    </SubmitButton>
  );
  return (
    <>
      {may.includes("submit") && (
        <Card>
          {form(
            "submit",
            proposal.why === "" && field("submit", "why", t("change.why")),
            go("submit", t("change.submit")),
          )}
          <p className={styles.note}>{t("change.ownReview")}</p>
        </Card>
      )}
      {may.includes("approve") && (
        <Card title={t("change.review")}>
          {form(
            "approve",
            <>
              {field("approve", "opinion", t("change.opinion"))}
              {field("approve", "documentNumber", t("change.documentNumber"))}
            </>,
            go("approve", t("change.approve")),
          )}
        </Card>
      )}
      {may.includes("publish") && (
        <Card title={t("change.publish")}>
          {form(
            "publish",
            field("publish", "from", t("change.publishFrom"), {
              type: "date",
              hint: t("change.publishHint"),
              defaultValue: acted === "publish" ? typed["from"] : (proposal.wantedFrom ?? ""),
            }),
            go("publish", t("change.publish")),
          )}
        </Card>
      )}
      {may.includes("return") && (
        <details className={styles.other} open={acted === "return" || undefined}>
          <summary>{t("change.return")}</summary>
          {form(
            "return",
            field("return", "reason", t("change.returnReason")),
            plain("return", t("change.return")),
          )}
        </details>
      )}
      {may.includes("withdraw") && (
        <details className={styles.other} open={acted === "withdraw" || undefined}>
          <summary>{t("change.withdraw")}</summary>
          {form(
            "withdraw",
            field("withdraw", "reason", t("change.reason")),
            plain("withdraw", t("change.withdraw")),
          )}
        </details>
      )}
    </>
  );
}
