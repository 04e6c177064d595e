import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ModelFit } from "../../runtime/api";
import { Card } from "../card";
import { Icon } from "../icon";
import { ModelBadge } from "../models/model-badge";
import styles from "./facts-page.module.css";

const SHAPES = { true: "yes", false: "no", unknown: "lack" } as const;

/** Each model with what speaks for it in this village and what does not; what is not known speaks neither way. */
export function ModelFits({ fits }: { fits: readonly ModelFit[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t("villages.fitsWhich")}>
      <ul className={styles.fits}>
        {fits.map(({ model, kindFits, reasons, isHeld }) => (
          <li key={model.id}>
            <p>
              <ModelBadge model={model} small />
              <b>{say(model.title)}</b>
              {isHeld && <span className={styles.small}>{t("villages.held")}</span>}
            </p>
            <ul>
              {kindFits !== null && (
                <li>
                  <Icon name={SHAPES[`${kindFits}`]} />
                  {t(kindFits ? "villages.kindFits" : "villages.kindFitsNot")}
                </li>
              )}
              {reasons.map(({ title, truth }) => (
                <li key={title.zh}>
                  <Icon name={SHAPES[`${truth}`]} />
                  {say(title)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
