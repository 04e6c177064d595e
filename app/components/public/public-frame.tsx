import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DemoBanner } from "../demo-banner";
import { Icon } from "../icon";
import { Mark } from "../mark";
import { LookLine } from "./look-line";
import styles from "./public-frame.module.css";

/** What every public page is given besides what it shows. */
export interface PublicPage {
  /** Token of the visitor, for the page's own forms. */
  csrf: string;
  /** The page's own address, to come back to. */
  path: string;
}

interface PublicFrameProps extends Partial<PublicPage> {
  /** Where the arrow leads; without it the mark stands there. */
  back?: { to: string; label: string };
  /** Whose board it is. */
  where?: string;
  /** `wide` puts the content's two parts beside each other where there is room. */
  width?: "text" | "wide";
  /** The buttons at the foot of a phone: the last content stays clear of them. */
  foot?: ReactNode;
  children: ReactNode;
}

/** Head and foot of the pages for people without an account. Nothing on them leads into the work behind. */
export function PublicFrame(props: PublicFrameProps) {
  const { back, where, width = "text", foot, csrf, path, children } = props;
  const { t } = useTranslation();
  return (
    <>
      <a className={styles.skip} href="#main">
        {t("nav.skip")}
      </a>
      <DemoBanner />
      <header className={styles.bar}>
        {back ? (
          <Link className={styles.back} to={back.to}>
            <Icon name="back" />
            {back.label}
          </Link>
        ) : (
          <Mark />
        )}
        {where && <span className={styles.where}>{where}</span>}
      </header>
      <main id="main" className={`${styles.main} ${styles[width]}`}>
        {children}
      </main>
      {foot && <div className={styles.foot}>{foot}</div>}
      <footer className={foot ? `${styles.end} ${styles.aboveFoot}` : styles.end}>
        {csrf !== undefined && path !== undefined && <LookLine csrf={csrf} path={path} />}
      </footer>
    </>
  );
}
