import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { CaseView } from "../../runtime/api";
import { Card } from "../card";
import { Icon } from "../icon";
import styles from "./link-list.module.css";

/** The papers that can be printed as the matter stands. */
export function Papers({ id, papers }: Pick<CaseView, "id" | "papers">) {
  const { t } = useTranslation();
  const say = useSay();
  if (papers.length === 0) return null;
  return (
    <Card title={t("case.papers")} plain>
      <ul className={styles.links}>
        {papers.map(({ name, title }) => (
          <li key={name}>
            <Link to={`/cases/${id}/papers/${name}`}>
              <Icon name="print" />
              {say(title)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
