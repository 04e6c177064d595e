import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RulePage, RuleRow } from "../../runtime/api";
import styles from "./parameter-side-list.module.css";
import { RuleMark } from "./rule-mark";

type SideListProps = Pick<RulePage, "list" | "package" | "name" | "county" | "model">;

/** All rules at the side of the one that is open. */
export function RuleSideList({ list, package: open, name, county, model }: SideListProps) {
  const { t } = useTranslation();
  const say = useSay();
  const scope = new URLSearchParams({ unit: county.id, ...(model === null ? {} : { model }) });
  const isHere = (id: string, rule: RuleRow) => id === open.id && rule.name === name;
  return (
    <nav className={styles.list} aria-label={t("ruleEditor.all")}>
      {list
        .filter(({ rules }) => rules.length > 0)
        .map(({ id, title, rules }) => (
          <details key={id} open={id === open.id}>
            <summary>{say(title)}</summary>
            <RuleLinks
              rules={rules.filter((one) => isListed(one) || isHere(id, one))}
              {...{ id, scope, isHere }}
            />
            <details className={styles.inner}>
              <summary>
                {t("ruleEditor.keptRules", { count: rules.filter((one) => !isListed(one)).length })}
              </summary>
              <RuleLinks rules={rules.filter((one) => !isListed(one))} {...{ id, scope, isHere }} />
            </details>
          </details>
        ))}
    </nav>
  );
}

/** What the county may change, or has. */
function isListed({ isOpen, isChanged }: RuleRow): boolean {
  return isOpen || isChanged;
}

interface RuleLinksProps {
  rules: readonly RuleRow[];
  id: string;
  scope: URLSearchParams;
  isHere: (id: string, rule: RuleRow) => boolean;
}

function RuleLinks({ rules, id, scope, isHere }: RuleLinksProps) {
  const say = useSay();
  return rules.map((rule) => (
    <Link
      key={rule.name}
      to={`/rules/${id}/rules/${rule.name}?${scope}`}
      aria-current={isHere(id, rule) ? "page" : undefined}
    >
      {say(rule.title)}
      <RuleMark rule={rule} />
    </Link>
  ));
}
