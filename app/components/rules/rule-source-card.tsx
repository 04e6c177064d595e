import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RulePage } from "../../runtime/api";
import { Card } from "../card";
import { partAddress } from "../definition/part-address";
import { Facts } from "./facts";
import styles from "./source-card.module.css";

/** What asks a rule, what stands above it, which parameters it counts with, and on what ground. */
export function RuleSourceCard({ page }: { page: RulePage }) {
  const { t } = useTranslation();
  const say = useSay();
  const { source, county, model } = page;
  const scope = new URLSearchParams({ unit: county.id, ...(model === null ? {} : { model }) });
  const parameters = source.parameters.map(({ name, title, value }) => (
    <p key={name}>
      <Link to={`/rules/${page.package.id}/parameters/${name}?${scope}`}>{say(title)}</Link>
      {` ${say(value)}`}
    </p>
  ));
  return (
    <Card title={t("ruleEditor.uses")}>
      <Facts
        rows={[
          {
            name: t("ruleEditor.usedBy"),
            value:
              source.uses.length === 0
                ? t("ruleEditor.unused")
                : source.uses.map((use) => <p key={use.zh}>{say(use)}</p>),
          },
          ...(parameters.length > 0
            ? [{ name: t("ruleEditor.parameters"), value: parameters }]
            : []),
          { name: t("ruleEditor.standard"), value: say(source.standard) },
          {
            name: t("ruleEditor.parent"),
            value: source.parent ? say(source.parent) : t("ruleEditor.asStandard"),
          },
          {
            name: t("ruleEditor.legal"),
            value: source.legal ? say(source.legal) : t("ruleEditor.noLegal"),
          },
        ]}
      />
      <p className={styles.more}>
        <Link to={partAddress(page, `/workflow/rules/${page.name}`)}>{t("ruleEditor.whole")}</Link>
      </p>
    </Card>
  );
}
