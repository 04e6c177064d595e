import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { OpenAdoption } from "../../runtime/api";
import { Card } from "../card";
import { DueChip } from "../due-chip";
import { ModelBadge } from "../models/model-badge";
import styles from "./adoption-list.module.css";

/** Adoptions under way, each with where it stands; nothing is drawn where there is none. */
export function AdoptionList({ adoptions }: { adoptions: readonly OpenAdoption[] }) {
  const { t } = useTranslation();
  const say = useSay();
  if (adoptions.length === 0) return null;
  return (
    <div className={styles.space}>
      <Card title={t("adopt.open")}>
        <ul className={styles.list}>
          {adoptions.map(({ caseId, place, model, state, due }) => (
            <li key={caseId}>
              {model && <ModelBadge model={model} small />}
              <Link to={`/models/adopt/${caseId}`}>
                {model === null
                  ? t("adopt.ofNone", { place: say(place) })
                  : t("adopt.of", { place: say(place), model: say(model.title) })}
              </Link>
              <span>{say(state)}</span>
              <DueChip due={due} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
