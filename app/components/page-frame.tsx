import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { BottomTabs } from "./bottom-tabs";
import { useFrameData } from "./frame-data";
import { FrameShell } from "./frame-shell";
import { Icon } from "./icon";
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
  const signedIn = useFrameData()?.signedIn;
  const withTabs = Boolean(tabs && signedIn);
  const main = [styles.main, styles[width], withTabs && styles.aboveTabs];
  return (
    <FrameShell
      head={
        <>
          <PracticeBanner />
          <Masthead section={section} />
        </>
      }
      {...(back ? { back } : {})}
      where={where ?? <WhoLine />}
      mainClass={main.filter(Boolean).join(" ")}
      foot={withTabs && <BottomTabs section={section} />}
    >
      {back && (
        <Link className={styles.trail} to={back.to}>
          <Icon name="back" />
          {back.label}
        </Link>
      )}
      {children}
    </FrameShell>
  );
}
