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

/** Every parameter of every package in use, package by package, and the changes on their way. */
export function RulesPage({ rules, said }: { rules: Rules; said: Text | null }) {
  const { t } = useTranslation();
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
      <h2 className={styles.all}>{t("rules.byPackage")}</h2>
      <div className={styles.packages}>
        {packages.map((one) => (
          <PackagePart key={one.id} part={one} unit={county.id} />
        ))}
      </div>
    </PageFrame>
  );
}

interface PackagePartProps {
  part: Rules["packages"][number];
  unit: string;
}

/** The parameters and rules of one package, folded: its line says how many there are and what the county changed. */
function PackagePart({ part: { id, title, parameters, rules }, unit }: PackagePartProps) {
  const { t } = useTranslation();
  const say = useSay();
  const changed = [...parameters, ...rules].filter(({ isChanged }) => isChanged).length;
  const noted = parameters.filter(({ notes }) => notes.length > 0).length;
  const counts = [
    parameters.length > 0 && t("rules.parameterCount", { count: parameters.length }),
    rules.length > 0 && t("ruleEditor.rules", { count: rules.length }),
  ];
  return (
    <details id={id} className={styles.package} open={noted > 0}>
      <summary>
        <b>{say(title)}</b>
        <span>{counts.filter(Boolean).join(t("joins.comma"))}</span>
        {changed > 0 && <em>{t("rules.changedCount", { count: changed })}</em>}
        {noted > 0 && <em>{t("rules.notedCount", { count: noted })}</em>}
      </summary>
      <p className={styles.links}>
        <ButtonLink kind="text" mini to={`/rules/${id}/definition?unit=${unit}`}>
          {t("definition.title")}
        </ButtonLink>
        <ButtonLink kind="text" mini to={`/rules/${id}/versions?unit=${unit}`}>
          {t("rules.versions")}
        </ButtonLink>
      </p>
      {parameters.length > 0 && <ParameterTable package={id} unit={unit} rows={parameters} />}
      <RuleList package={id} unit={unit} rows={rules} />
    </details>
  );
}
