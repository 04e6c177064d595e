import type { InputHTMLAttributes } from "react";
import styles from "./field.module.css";
import { Icon } from "./icon";

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  id: string;
  label: string;
  hint?: string;
  /** What is wrong with the answer. */
  fault?: string;
}

/** Label above, control, hint below: for the few fields that no package describes. */
export function TextField({ label, hint, fault, ...native }: TextFieldProps) {
  const hintId = `${native.id}-hint`;
  const faultId = `${native.id}-fault`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={native.id}>
        {label}
      </label>
      {fault && (
        <p className={styles.error} id={faultId}>
          <Icon name="over" />
          {fault}
        </p>
      )}
      <input
        type="text"
        {...native}
        className={fault ? `${styles.input} ${styles.bad}` : styles.input}
        aria-invalid={fault ? true : undefined}
        aria-describedby={[fault && faultId, hint && hintId].filter(Boolean).join(" ") || undefined}
      />
      {hint && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
