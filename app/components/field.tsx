import type { InputHTMLAttributes } from "react";
import styles from "./field.module.css";

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  id: string;
  label: string;
  hint?: string;
}

/** Label above, control, hint below: for the few fields that no package describes. */
export function TextField({ label, hint, ...native }: TextFieldProps) {
  const hintId = `${native.id}-hint`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={native.id}>
        {label}
      </label>
      <input
        type="text"
        {...native}
        className={styles.input}
        aria-describedby={hint ? hintId : undefined}
      />
      {hint && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
