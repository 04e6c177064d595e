import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RulesPage as Rules } from "../../runtime/api";
import type { Text } from "../../engine/text";
import { Button, ButtonLink } from "../button";
import { Card } from "../card";
import { PageFrame } from "../page-frame";
import { Said } from "../said";
import { ParameterTable } from "./parameter-table";
import { ProposalList } from "./proposal-list";
import { RuleList } from "./rule-list";
import styles from "./rules-page.module.css";

/** Every parameter of every package in use, and the changes on their way. */
export function RulesPage({ rules, said }: { rules: Rules; said: Text | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const { county, counties, packages, proposals } = rules;
  return (
    <PageFrame section="rules" tabs>
      <Said text={said} />
      <header className={styles.head}>
        <div>
          <h1>{t("rules.title")}</h1>
          <p className={styles.lead}>{t("rules.lead", { county: county.name })}</p>
        </div>
        {counties.length > 1 && (
          <Form method="get" className={styles.county}>
            <label htmlFor="unit">{t("rules.county")}</label>
            <select id="unit" name="unit" defaultValue={county.id}>
              {counties.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <Button mini>{t("rules.showCounty")}</Button>
          </Form>
        )}
      </header>
      <Card title={t("rules.onTheirWay")} plain>
        {proposals.length === 0 ? (
          <p className={styles.none}>{t("rules.nothingOnTheirWay")}</p>
        ) : (
          <ProposalList rows={proposals} />
        )}
      </Card>
      {packages.map(({ id, title, parameters, rules: all }) => (
        <section key={id} className={styles.package}>
          <header>
            <h2>{say(title)}</h2>
            <span className={styles.links}>
              <ButtonLink kind="text" mini to={`/rules/${id}/definition?unit=${county.id}`}>
                {t("definition.title")}
              </ButtonLink>
              <ButtonLink kind="text" mini to={`/rules/${id}/versions?unit=${county.id}`}>
                {t("rules.versions")}
              </ButtonLink>
            </span>
          </header>
          {parameters.length > 0 && (
            <ParameterTable package={id} unit={county.id} rows={parameters} />
          )}
          <RuleList package={id} unit={county.id} rows={all} />
        </section>
      ))}
    </PageFrame>
  );
}
