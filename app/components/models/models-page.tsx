import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ModelCard, OpenAdoption } from "../../runtime/api";
import { AdoptionList } from "../adopt/adoption-list";
import { ButtonLink } from "../button";
import { PageFrame } from "../page-frame";
import { ModelBadge, modelTint } from "./model-badge";
import styles from "./models-page.module.css";

/** Every model in a sentence: for which villages it is meant, where it comes from, how many use it. */
export function ModelsPage({
  models,
  adoptions,
}: {
  models: readonly ModelCard[];
  adoptions: readonly OpenAdoption[];
}) {
  const { t } = useTranslation();
  return (
    <PageFrame section="models">
      <header className={styles.head}>
        <div>
          <h1>{t("models.title")}</h1>
          <p>{t("models.lead")}</p>
        </div>
        <ButtonLink kind="go" to="/models/compare">
          {t("models.compareTwo")}
        </ButtonLink>
      </header>
      <AdoptionList adoptions={adoptions} />
      <ul className={styles.list}>
        {models.map((model) => (
          <Card key={model.id} model={model} />
        ))}
      </ul>
    </PageFrame>
  );
}

function Card({ model }: { model: ModelCard }) {
  const { t } = useTranslation();
  const say = useSay();
  const { id, title, sentence, kinds, reasons, villages, source, adoptable, leftOut } = model;
  return (
    <li className={styles.card}>
      <header className={modelTint(model)}>
        <ModelBadge model={model} />
        <h2>{say(title)}</h2>
        <span>{adoptable ? t("models.used", { count: villages }) : t("models.toCompare")}</span>
      </header>
      <p className={styles.sentence}>{say(sentence)}</p>
      <dl>
        <dt>{t("models.fits")}</dt>
        <dd>{kinds.map(say).join(t("worklist.between"))}</dd>
        {reasons.length > 0 && <dt>{t("models.reasons")}</dt>}
        {reasons.length > 0 && <dd>{reasons.map(say).join(t("joins.clause"))}</dd>}
        <dt>{t("models.source")}</dt>
        <dd>{say(source)}</dd>
      </dl>
      {leftOut.length > 0 && (
        <details className={styles.leftOut}>
          <summary>{t("models.leftOut", { count: leftOut.length })}</summary>
          <ul>
            {leftOut.map(({ words, why }) => (
              <li key={words}>
                <q>{words}</q>
                <span>{say(why)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link to={`/models/compare?model=${id}`}>{t("models.compareIt")}</Link>
    </li>
  );
}
