import type { TextareaHTMLAttributes } from "react";
import styles from "./field.module.css";
import { Icon } from "./icon";

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  id: string;
  label: string;
  hint?: string;
  /** What is wrong with the answer. */
  fault?: string | undefined;
}

/** A few sentences: label above, what is wrong, control, hint. For fields that no package describes. */
export function TextArea({ label, hint, fault, ...native }: TextAreaProps) {
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
      <textarea
        rows={3}
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
