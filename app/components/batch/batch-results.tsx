import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { BatchOutcome } from "../../runtime/api";
import { Card } from "../card";
import { Icon } from "../icon";
import styles from "./batch.module.css";

/** What became of each matter: done, or why not. */
export function BatchResults({ outcomes }: { outcomes: readonly BatchOutcome[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = outcomes.filter((one) => one.done !== null).length;
  return (
    <Card title={t("batch.results")}>
      <p role="status">{t("batch.done", { done, refused: outcomes.length - done })}</p>
      <ul className={styles.matters}>
        {outcomes.map((one) => (
          <li key={one.caseId} className={one.done ? styles.done : styles.refused}>
            <p>
              <Icon name={one.done ? "yes" : "no"} />
              <Link to={`/cases/${one.caseId}`}>{one.title ? say(one.title) : t("batch.see")}</Link>
            </p>
            {one.number && <span>{one.number}</span>}
            {one.done && <span>{say(one.done)}</span>}
            {one.refusal && <span>{say(one.refusal.message)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
