import type { Text } from "../../engine/text";
import { useSay } from "../../i18n/use-say";
import { Icon } from "../icon";
import styles from "./adopt.module.css";

interface ReasonFieldProps {
  /** Its name in the form, too. */
  id: string;
  label: string;
  hint: string;
  value: string;
  fault: Text | undefined;
}

/** A sentence or two that goes on record. */
export function ReasonField({ id, label, hint, value, fault }: ReasonFieldProps) {
  const say = useSay();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {fault && (
        <p className={styles.fault} id={`${id}-fault`}>
          <Icon name="over" />
          {say(fault)}
        </p>
      )}
      <textarea
        id={id}
        name={id}
        rows={3}
        maxLength={300}
        defaultValue={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
      />
      <p className={styles.small} id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
