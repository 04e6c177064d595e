import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { ParameterPage } from "../../runtime/api";
import { Button } from "../button";
import { Icon } from "../icon";
import styles from "./parameter-control.module.css";

/** The control of one parameter: a stepper, a list, a choice or a text. Its buttons work as plain posts. */
export function ParameterControl({ page }: { page: ParameterPage }) {
  const { t } = useTranslation();
  const say = useSay();
  const { control, range } = page;
  const unit = say(control.unit);
  const field = {
    id: "value",
    name: "value",
    defaultValue: control.value,
    // The stepper posts: what comes back is another value of the same field.
    key: control.value,
    "aria-label": say(page.title),
    "aria-describedby": "value-hint",
  };
  return (
    <div className={styles.row}>
      {control.kind === "choice" ? (
        <select {...field} key={control.value} className={styles.choice}>
          {control.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {say(label)}
            </option>
          ))}
        </select>
      ) : control.kind === "number" ? (
        <span className={styles.stepper}>
          <Step label={t("rules.less")} icon="minus" value={control.less} />
          <input {...field} key={control.value} inputMode="decimal" autoComplete="off" />
          <Step label={t("rules.more")} icon="plus" value={control.more} />
        </span>
      ) : (
        <input
          {...field}
          key={control.value}
          className={styles.text}
          inputMode={control.kind === "list" ? "text" : undefined}
          autoComplete="off"
        />
      )}
      <p className={styles.hint} id="value-hint">
        {unit !== "" && <span>{unit}</span>}
        {range && <span className={styles.range}>{`${t("rules.range")} ${say(range)}`}</span>}
        {control.kind === "list" && <span className={styles.range}>{t("rules.listHint")}</span>}
      </p>
      <span className={styles.see}>
        <Button mini name="intent" value="see">
          {t("rules.see")}
        </Button>
      </span>
    </div>
  );
}

interface StepProps {
  label: string;
  icon: "minus" | "plus";
  /** What the field becomes; null where the bound is reached. */
  value: string | null;
}

function Step({ label, icon, value }: StepProps) {
  if (value === null) return <span className={styles.end} aria-hidden="true" />;
  return (
    <button type="submit" name="intent" value={`set:${value}`} aria-label={label}>
      <Icon name={icon} />
    </button>
  );
}
