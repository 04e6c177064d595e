import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import styles from "./bottom-tabs.module.css";
import { useFrameData } from "./frame-data";
import { Icon } from "./icon";
import { entriesFor, type Section } from "./navigation";
import { WaitingCount } from "./waiting-count";

/** The navigation of a phone, under the thumb. Registering is the one big entry. */
export function BottomTabs({ section }: { section?: Section }) {
  const { t } = useTranslation();
  const signedIn = useFrameData()?.signedIn;
  const entries = entriesFor(signedIn).filter(({ onlyWide }) => !onlyWide);
  return (
    <nav className={styles.foot} aria-label={t("nav.main")}>
      <div className={styles.tabs}>
        {entries.map((entry) => (
          <Link
            key={entry.section}
            to={entry.to}
            className={entry.section === "start" ? styles.add : undefined}
            aria-current={entry.section === section ? "page" : undefined}
          >
            <Icon name={entry.icon} />
            <span>
              {t(entry.word)}
              {entry.section === "cases" && <WaitingCount />}
            </span>
          </Link>
        ))}
      </div>
    </nav>
  );
}
