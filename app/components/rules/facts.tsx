import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** Short facts, one a line: name, then what it is. `dim` is what is still to come. */
export function Facts({
  rows,
}: {
  rows: readonly { name: string; value: ReactNode; dim?: boolean }[];
}) {
  return (
    <dl className={styles.facts}>
      {rows.map(({ name, value, dim }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={dim ? styles.dim : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
