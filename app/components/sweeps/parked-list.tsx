import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ParkedView, SweepsView } from "../../runtime/api";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import { TextField } from "../field";
import { SubmitButton } from "../submit-button";
import styles from "./sweeps-page.module.css";

/** What failed five times, each with the way to try it again. */
export function ParkedList({ parked }: Pick<SweepsView, "parked">) {
  const { t } = useTranslation();
  return (
    <Card title={t("sweeps.parkedTitle", { count: parked.length })}>
      <p className={styles.note}>
        {t(parked.length === 0 ? "sweeps.noParked" : "sweeps.parkedLead")}
      </p>
      <ul className={styles.parked}>
        {parked.map((one) => (
          <Parked key={`${one.queue} ${one.caseId} ${one.id}`} one={one} />
        ))}
      </ul>
    </Card>
  );
}

function Parked({ one }: { one: ParkedView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { queue, caseId, id, what, number, placeName, since, why } = one;
  const fields = { queue, caseId, id };
  const reasonId = `reason ${queue} ${caseId} ${id}`.replace(/[^A-Za-z0-9]+/g, "-");
  return (
    <li>
      <p className={styles.what}>
        <b>{say(what)}</b>
        <span>{[number, placeName].filter(Boolean).join("·")}</span>
        <Link to={`/cases/${caseId}`}>{t("sweeps.see")}</Link>
      </p>
      <p className={styles.note}>{t("sweeps.since", { when: say(since) })}</p>
      <p className={styles.why}>{say(why)}</p>
      <Form method="post" className={styles.retry}>
        <CsrfField />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          id={reasonId}
          name="reason"
          label={t("sweeps.reason")}
          required
          maxLength={200}
          autoComplete="off"
        />
        <SubmitButton name="intent" value={`retry ${id}`}>
          {t("sweeps.retry")}
        </SubmitButton>
      </Form>
    </li>
  );
}
