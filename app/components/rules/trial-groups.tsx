import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { TrialGroup } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./trial-groups.module.css";

interface TrialGroupsProps {
  groups: readonly TrialGroup[];
  chosen: string | null;
  /** The page itself; a matter is chosen by its query. */
  to: string;
}

/** Matters by the cause that makes them differ; what could not go on stands apart with a dashed ring. */
export function TrialGroups({ groups, chosen, to }: TrialGroupsProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <section key={`${group.title.zh} ${group.cause.zh}`}>
          <header>
            <h2>
              {group.kind === "refused" && <Icon name="lack" />}
              {say(group.title)}
            </h2>
            <span>{t("trial.count", { count: group.count })}</span>
            <p>{say(group.cause)}</p>
          </header>
          <ul>
            {group.matters.map((matter) => (
              <li key={matter.caseId}>
                <Link
                  to={`${to}?case=${matter.caseId}`}
                  aria-current={matter.caseId === chosen ? "true" : undefined}
                  preventScrollReset
                >
                  <b>{`${matter.placeName} ${say(matter.title)}`}</b>
                  <span>{say(matter.detail)}</span>
                </Link>
              </li>
            ))}
            {group.count > group.matters.length && (
              <li className={styles.more}>
                {t("trial.more", { count: group.count - group.matters.length })}
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}
