import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "../../engine/text";
import { useSay } from "../../i18n/use-say";
import styles from "../case/link-list.module.css";
import { Icon } from "../icon";
import { PageFrame } from "../page-frame";

/** The registers that this person may look into. */
export function RegisterList({ registers }: { registers: readonly { id: string; title: Text }[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <PageFrame section="registers" tabs width="text">
      <h1>{t("register.title")}</h1>
      {registers.length === 0 ? (
        <p>{t("register.none")}</p>
      ) : (
        <ul className={`${styles.links} ${styles.apart}`}>
          {registers.map(({ id, title }) => (
            <li key={id}>
              <Link to={`/registers/${id}`}>
                <Icon name="book" />
                {say(title)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
