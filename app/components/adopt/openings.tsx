import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { AdoptionView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { Card } from "../card";
import styles from "./adopt.module.css";

/** What comes into being with the model: the plan, a selection, a roster, the books. */
export function Openings({ view: { openings, caseId } }: { view: AdoptionView }) {
  const { t } = useTranslation();
  const say = useSay();
  if (openings.length === 0) return null;
  return (
    <Card title={t("adopt.opens")}>
      <ul className={styles.openings}>
        {openings.map(({ title, text, to, draft }) => (
          <li key={title.zh}>
            <span>
              {to ? <Link to={to}>{say(title)}</Link> : <b>{say(title)}</b>}
              <small>{say(text)}</small>
            </span>
            {draft && (
              <ButtonLink mini to={`/models/adopt/${caseId}/do/${draft.event}`}>
                {say(draft.label)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
