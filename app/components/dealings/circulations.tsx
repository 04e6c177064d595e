import { useTranslation } from "react-i18next";
import type { Correspondence } from "../../runtime/api";
import { Icon } from "../icon";
import styles from "./dealings.module.css";

/** Who was given the matter to read, and who has read it. */
export function Circulations({ circulations }: Pick<Correspondence, "circulations">) {
  const { t } = useTranslation();
  if (circulations.length === 0) return null;
  return (
    <ul className={styles.letters}>
      {circulations.map(({ kind, from, readers }, index) => (
        <li key={`${index} ${from}`}>
          <p className={styles.line}>
            <b>{t(`dealing.kind.${kind}`)}</b>
            <span>{from}</span>
          </p>
          <ul className={styles.readers}>
            {readers.map(({ name, seen }, at) => (
              <li key={`${at} ${name}`}>
                <Icon name={seen === null ? "ring" : "yes"} />
                {name}
                <span className={styles.quiet}>
                  {seen === null ? t("dealing.unseen") : t("dealing.seenAt", { when: seen })}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
