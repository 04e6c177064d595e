import type { ReactNode } from "react";
import { FrameShell } from "../frame-shell";
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
  return (
    <FrameShell
      {...(back ? { back } : {})}
      where={where}
      mainClass={`${styles.main} ${styles[width]}`}
      foot={
        <>
          {foot && <div className={styles.foot}>{foot}</div>}
          <footer className={foot ? `${styles.end} ${styles.aboveFoot}` : styles.end}>
            {csrf !== undefined && path !== undefined && <LookLine csrf={csrf} path={path} />}
          </footer>
        </>
      }
    >
      {children}
    </FrameShell>
  );
}
