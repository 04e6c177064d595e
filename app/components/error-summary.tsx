import { useEffect, useRef } from "react";
import styles from "./error-summary.module.css";
import { Icon } from "./icon";

export interface ShownFault {
  /** The `id` of the control to go to. */
  id: string;
  message: string;
}

/**
 * Everything that must be put right, on top of a form, each a link to its field in the same words.
 * Takes the focus when it appears, without scripts too; nothing is drawn where there is no fault.
 */
export function ErrorSummary({ title, faults }: { title: string; faults: readonly ShownFault[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className={styles.box} role="alert" tabIndex={-1} ref={box} autoFocus>
      <h2 className={styles.title}>
        <Icon name="over" />
        {title}
      </h2>
      <ul>
        {faults.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            <a href={`#${id}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
