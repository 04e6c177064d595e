import type { ReactNode } from "react";
import styles from "./card.module.css";

/** A part of a page with its heading, on a white sheet. `plain` leaves the sheet to the content. */
export function Card({
  title,
  plain,
  children,
}: {
  title?: string;
  plain?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      {title && <h2 className={styles.title}>{title}</h2>}
      {plain ? children : <div className={styles.sheet}>{children}</div>}
    </section>
  );
}
