import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ParameterPage } from "../../runtime/api";
import styles from "./parameter-side-list.module.css";

type SideListProps = Pick<ParameterPage, "list" | "package" | "name" | "county">;

/** All parameters at the side of the one that is open, with their values. */
export function ParameterSideList({ list, package: open, name, county }: SideListProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <nav className={styles.list} aria-label={t("rules.all")}>
      {list
        .filter(({ parameters }) => parameters.length > 0)
        .map(({ id, title, parameters }) => (
          <details key={id} open={id === open.id}>
            <summary>{say(title)}</summary>
            {parameters.map((parameter) => (
              <Link
                key={parameter.name}
                to={`/rules/${id}/parameters/${parameter.name}?unit=${county.id}`}
                aria-current={id === open.id && parameter.name === name ? "page" : undefined}
              >
                {say(parameter.title)}
                <span className={parameter.isChanged ? styles.changed : undefined}>
                  {say(parameter.value)}
                </span>
              </Link>
            ))}
          </details>
        ))}
    </nav>
  );
}
