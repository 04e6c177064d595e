import { useTranslation } from "react-i18next";
import { Icon } from "../icon";
import fieldStyles from "../field.module.css";

/** Why something is changed: two or three lines. */
export function WhyField({ value, fault }: { value: string; fault?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor="why">
        {t("change.why")}
      </label>
      {fault && (
        <p className={fieldStyles.error} id="why-fault">
          <Icon name="over" />
          {fault}
        </p>
      )}
      <textarea
        id="why"
        name="why"
        rows={3}
        maxLength={500}
        className={fault ? `${fieldStyles.input} ${fieldStyles.bad}` : fieldStyles.input}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? "why-fault" : undefined}
        defaultValue={value}
      />
    </div>
  );
}
