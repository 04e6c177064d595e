import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { StartOption } from "../../runtime/api";
import { PageFrame } from "../page-frame";
import styles from "./choose-process.module.css";

/** Which kind of matter to begin, where a person can begin several. */
export function ChooseProcess({ options }: { options: readonly StartOption[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <PageFrame section="start" width="text" tabs>
      <h1>{t("nav.startCase")}</h1>
      {options.length === 0 && <p className={styles.none}>{t("step.nothingToStart")}</p>}
      <ul className={styles.options}>
        {options.map(({ package: id, title, description }) => (
          <li key={id}>
            <Link to={`/cases/new?process=${id}`}>
              <b>{say(title)}</b>
              {description && <span>{say(description)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
