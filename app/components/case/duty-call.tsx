import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CaseView } from "../../runtime/api";
import { buttonClass } from "../button";
import { CsrfField } from "../csrf-field";
import { Icon } from "../icon";
import { SubmitButton } from "../submit-button";
import styles from "./duty-call.module.css";

interface DutyCallProps {
  view: Pick<CaseView, "id" | "seq" | "duty">;
  commandId: string;
  /** It is the one thing to press on this page. */
  lead: boolean;
}

/** 报民警确认: where the next step is an officer's, who is on duty, the telephone, and one press that tells them. */
export function DutyCall({ view, commandId, lead }: DutyCallProps) {
  const { t } = useTranslation();
  const { id, seq, duty } = view;
  return (
    <section className={styles.duty} aria-label={t("case.call")}>
      {duty && (
        <div className={styles.who}>
          <p>
            <span className={styles.small}>{t("case.onDuty")}</span>
            <b>{duty.name}</b>
            <span className={styles.unit}>{duty.unitName}</span>
          </p>
          <a className={buttonClass({})} href={`tel:${duty.phone.replace(/[^+\d]/g, "")}`}>
            <Icon name="phone" />
            {duty.phone}
          </a>
        </div>
      )}
      <Form method="post" action={`/cases/${id}`}>
        <CsrfField />
        <input type="hidden" name="intent" value="call" />
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="expectedSeq" value={seq} />
        <SubmitButton kind={lead ? "go" : "plain"} wide>
          {t("case.call")}
        </SubmitButton>
      </Form>
      <p className={styles.hint}>{t("case.emergency")}</p>
    </section>
  );
}
