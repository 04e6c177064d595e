import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RosterProposalView, RosterTotals } from "../../runtime/api";
import { Button } from "../button";
import { Card } from "../card";
import { CsrfField } from "../csrf-field";
import styles from "./proposal-totals.module.css";

const COUNTED = ["nights", "weekends", "roomDays", "hours"] as const;

/** What each person does, as it stands and as proposed; one person's days can be taken over alone. */
export function ProposalTotals({
  view,
  commandId,
}: {
  view: RosterProposalView;
  commandId: string;
}) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t("proposal.totals")}>
      <p className={styles.hint}>{t("proposal.totalsHint")}</p>
      <Form method="post">
        <CsrfField />
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="seq" value={view.seq} />
        <table className={styles.totals}>
          <thead>
            <tr>
              <th scope="col">{t("proposal.person")}</th>
              {COUNTED.map((what) => (
                <th scope="col" key={what}>
                  {t(`proposal.${what}`)}
                </th>
              ))}
              <th scope="col">{t("proposal.changed")}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.id} className={row.parted ? styles.parted : undefined}>
                <th scope="row">
                  {row.name} <span>{say(row.post)}</span>
                </th>
                {COUNTED.map((what) => (
                  <td key={what}>
                    <FromTo what={what} now={row.now} then={row.then} />
                  </td>
                ))}
                <td>
                  {row.changes > 0 && view.mayAsk ? (
                    <Button mini name="row" value={row.id}>
                      {t("proposal.take")} {row.changes}
                    </Button>
                  ) : (
                    row.changes
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Form>
    </Card>
  );
}

function FromTo({
  what,
  now,
  then,
}: {
  what: (typeof COUNTED)[number];
  now: RosterTotals;
  then: RosterTotals;
}) {
  if (now[what] === then[what]) return <>{then[what]}</>;
  return (
    <>
      <span className={styles.was}>{now[what]}→</span>
      <b>{then[what]}</b>
    </>
  );
}
