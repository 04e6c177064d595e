import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BottomTabs } from "./bottom-tabs";
import { DemoBanner } from "./demo-banner";
import { useFrameData } from "./frame-data";
import { Icon } from "./icon";
import { Mark } from "./mark";
import { Masthead } from "./masthead";
import type { Section } from "./navigation";
import styles from "./page-frame.module.css";
import { PracticeBanner } from "./practice-banner";
import { WhoLine } from "./who-line";

interface PageFrameProps {
  /** The entry of the navigation this page belongs to. */
  section?: Section;
  /** Where one came from. On a phone without it the mark stands there. */
  back?: { to: string; label: string };
  /** On a phone, at the right end of the bar; by default who is signed in. */
  where?: ReactNode;
  /** Tabs at the foot of a phone, on pages of the first level only. */
  tabs?: boolean;
  /** `text` keeps lines short where a page is read or filled in from top to bottom. */
  width?: "full" | "text";
  children: ReactNode;
}

/** Head, content and foot of every page that is not printed: bar and tabs on a phone, masthead on a desk. */
export function PageFrame(props: PageFrameProps) {
  const { section, back, where, tabs, width = "full", children } = props;
  const { t } = useTranslation();
  const signedIn = useFrameData()?.signedIn;
  const withTabs = Boolean(tabs && signedIn);
  const main = [styles.main, styles[width], withTabs && styles.aboveTabs];
  return (
    <>
      <a className={styles.skip} href="#main">
        {t("nav.skip")}
      </a>
      <DemoBanner />
      <PracticeBanner />
      <Masthead section={section} />
      <header className={styles.bar}>
        {back ? (
          <Link className={styles.back} to={back.to}>
            <Icon name="back" />
            {back.label}
          </Link>
        ) : (
          <Mark />
        )}
        <span className={styles.where}>{where ?? <WhoLine />}</span>
      </header>
      <main id="main" className={main.filter(Boolean).join(" ")}>
        {back && (
          <Link className={styles.trail} to={back.to}>
            <Icon name="back" />
            {back.label}
          </Link>
        )}
        {children}
      </main>
      {withTabs && <BottomTabs section={section} />}
    </>
  );
}
