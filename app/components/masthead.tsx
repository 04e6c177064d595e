import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import { useFrameData } from "./frame-data";
import { Mark } from "./mark";
import styles from "./masthead.module.css";
import { entriesFor, type Section } from "./navigation";
import { WaitingCount } from "./waiting-count";

/** The head of a page on a desk: mark, entries, who is signed in. No side menu. */
export function Masthead({ section }: { section?: Section }) {
  const { t } = useTranslation();
  const say = useSay();
  const frame = useFrameData();
  const signedIn = frame?.signedIn;
  const entries = entriesFor(signedIn, frame?.demo).filter((entry) => entry.section !== "me");
  return (
    <header className={styles.head}>
      <Mark />
      {entries.length > 0 && (
        <nav className={styles.entries} aria-label={t("nav.main")}>
          {entries.map((entry) => (
            <Link
              key={entry.section}
              to={entry.to}
              aria-current={entry.section === section ? "page" : undefined}
            >
              {t(entry.word)}
              {entry.section === "cases" && <WaitingCount />}
            </Link>
          ))}
        </nav>
      )}
      {signedIn ? (
        <Link className={styles.who} to="/me" aria-current={section === "me" ? "page" : undefined}>
          <b>
            {say(signedIn.who.roleTitle)} {signedIn.who.name}
          </b>
          <span>{signedIn.who.unitName}</span>
        </Link>
      ) : (
        <Link className={styles.signIn} to="/sign-in">
          {t("home.signIn")}
        </Link>
      )}
    </header>
  );
}
