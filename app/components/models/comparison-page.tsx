import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ComparisonView } from "../../runtime/api";
import { Button } from "../button";
import { PageFrame } from "../page-frame";
import { Comparison } from "./comparison";
import styles from "./comparison-page.module.css";

interface ComparisonPageProps {
  view: ComparisonView;
  mayAdopt: boolean;
  /** Where there is a plan for these villages: model id → matter. */
  plans: Readonly<Record<string, string>>;
}

/** Which model the villages of a unit can be served by, and because of what. */
export function ComparisonPage({ view, mayAdopt, plans }: ComparisonPageProps) {
  const { t } = useTranslation();
  const { unit, isTownship, unitName, villages, officers } = view;
  return (
    <PageFrame section="models" back={{ to: "/models", label: t("models.title") }}>
      <header className={styles.head}>
        <h1>{t("models.which", { unit: unitName, count: villages })}</h1>
        <p>
          {officers.length === 0
            ? t("models.nobody")
            : t("models.officers", {
                count: officers.length,
                names: officers.join(t("worklist.between")),
              })}
        </p>
      </header>
      <Comparison
        view={view}
        plans={plans}
        adopt={mayAdopt && isTownship ? `/models/adopt?unit=${unit}` : null}
      />
      <p className={styles.what}>
        {t(mayAdopt && !isTownship ? "models.byTownship" : "models.drafts")}
      </p>
      <Choose view={view} />
    </PageFrame>
  );
}

function Choose({ view }: { view: ComparisonView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { units, models, columns, unit } = view;
  return (
    <Form method="get" className={styles.choose}>
      <label>
        {t("models.where")}
        <select name="unit" defaultValue={unit}>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {[0, 1].map((i) => (
        <label key={i}>
          {t(i === 0 ? "models.first" : "models.second")}
          <select name="model" defaultValue={columns[i]?.id}>
            {models.map((model) => (
              <option key={model.id} value={model.id}>
                {say(model.title)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button mini>{t("models.compareThese")}</Button>
    </Form>
  );
}
