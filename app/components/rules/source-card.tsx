import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { Text } from "../../engine/text";
import type { ParameterPage } from "../../runtime/api";
import { Card } from "../card";
import { Facts } from "./facts";
import styles from "./source-card.module.css";

/** Where a parameter comes from: what stands above, on what ground, where it is used, when it was changed last. */
export function SourceCard({ page }: { page: ParameterPage }) {
  const { t } = useTranslation();
  const say = useSay();
  const { source, versions, county, model } = page;
  const scope = new URLSearchParams({ unit: county.id, ...(model === null ? {} : { model }) });
  const listed = (texts: readonly Text[]) => texts.map(say).join(t("rules.and"));
  const uses = [
    { list: source.uses.states, word: "rules.useStates" as const },
    { list: source.uses.deadlines, word: "rules.useDeadlines" as const },
  ].filter(({ list }) => list.length > 0);
  return (
    <Card title={t("rules.from")}>
      <Facts
        rows={[
          { name: t("rules.parent"), value: say(source.parent) },
          { name: t("rules.standard"), value: say(source.standard) },
          { name: t("rules.legal"), value: source.legal ? say(source.legal) : t("rules.noneNow") },
          {
            name: t("rules.uses"),
            value: (
              <>
                {uses.map(({ list, word }) => (
                  <p key={word}>{t(word, { list: listed(list) })}</p>
                ))}
                {source.uses.rules.map(({ name, title }) => (
                  <p key={name}>
                    {t("rules.useRule")}
                    <Link to={`/rules/${page.package.id}/rules/${name}?${scope}`}>
                      {say(title)}
                    </Link>
                  </p>
                ))}
              </>
            ),
          },
          { name: t("rules.last"), value: source.last ? say(source.last) : t("rules.noneNow") },
        ]}
      />
      {versions.length > 0 && (
        <p className={styles.more}>
          <Link to={`/rules/${page.package.id}/versions?unit=${county.id}`}>
            {t("change.versions")}
          </Link>
        </p>
      )}
    </Card>
  );
}
