import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DemoBanner } from "./demo-banner";
import styles from "./frame-shell.module.css";
import { Icon } from "./icon";
import { Mark } from "./mark";

interface FrameShellProps {
  /** Above the bar: what a page is part of. With a masthead the bar is for phones only. */
  head?: ReactNode;
  /** Where the arrow leads; without it the mark stands there. */
  back?: { to: string; label: string };
  /** At the right end of the bar. */
  where?: ReactNode;
  /** How wide the content is, and what it keeps clear of. */
  mainClass: string;
  /** After the content: tabs, buttons, the end of the page. */
  foot?: ReactNode;
  children: ReactNode;
}

/** What every page that is not printed has: the way past its head, the demo's banner, the bar, the content. */
export function FrameShell({ head, back, where, mainClass, foot, children }: FrameShellProps) {
  const { t } = useTranslation();
  return (
    <>
      <a className={styles.skip} href="#main">
        {t("nav.skip")}
      </a>
      <DemoBanner />
      {head}
      <header className={head ? `${styles.bar} ${styles.onPhone}` : styles.bar}>
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
      <main id="main" className={`${styles.main} ${mainClass}`}>
        {children}
      </main>
      {foot}
    </>
  );
}
