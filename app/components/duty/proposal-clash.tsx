import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RosterProposalView } from "../../runtime/api";
import { Button } from "../button";
import { CsrfField } from "../csrf-field";
import styles from "./proposal-page.module.css";

/** Why there is no roster: the demands that stand in each other's way, in words, and what can be given up. */
export function ProposalClash({
  view,
  commandId,
}: {
  view: RosterProposalView;
  commandId: string;
}) {
  const { t } = useTranslation();
  const say = useSay();
  const mayGive = [
    ...new Set(view.clash.filter((demand) => demand.mayGive).map(({ kind }) => kind)),
  ];
  return (
    <section className={styles.clash}>
      <h2>{t("proposal.clash")}</h2>
      <p>{t(view.best ? "proposal.clashLead" : "proposal.clashMany")}</p>
      <ol>
        {view.clash.map(({ text, mayGive: may }) => (
          <li key={text.zh}>
            {say(text)}
            {may && <span className={styles.tag}>{t("proposal.mayGive")}</span>}
          </li>
        ))}
      </ol>
      <p className={styles.lead}>{t("proposal.clashHelp")}</p>
      {mayGive.length > 0 && view.mayAsk && (
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="seq" value={view.seq} />
          <input type="hidden" name="way" value={view.asked.way} />
          <input type="hidden" name="from" value={view.asked.from} />
          {[...new Set([...view.asked.given, ...mayGive])].map((kind) => (
            <input key={kind} type="hidden" name="given" value={kind} />
          ))}
          <Button name="intent" value="ask">
            {t("proposal.giveUp")}
          </Button>
        </Form>
      )}
    </section>
  );
}
