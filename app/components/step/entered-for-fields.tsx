import { useTranslation } from "react-i18next";
import fieldStyles from "../field.module.css";
import { TextField } from "../field";
import type { FormFault } from "../form/find-faults";
import styles from "./entered-for-fields.module.css";
import type { StepReply } from "./step-reply";

interface EnteredForFieldsProps {
  kept: StepReply["enteredFor"] | undefined;
  faults?: readonly FormFault[];
}

/**
 * 代录: the step was taken on paper and is entered for those who signed it: whose paper, its date, its photo.
 * Folded away, as most steps are entered by those who take them.
 */
export function EnteredForFields({ kept, faults = [] }: EnteredForFieldsProps) {
  const { t } = useTranslation();
  const faultOf = (id: string) => faults.find(({ pointer }) => pointer === id)?.message;
  return (
    <details className={styles.block} open={Boolean(kept)}>
      <summary>
        {t("entered.title")}
        <span>{t("entered.summary")}</span>
      </summary>
      <div className={styles.fields}>
        <TextField
          id="enteredForName"
          name="enteredForName"
          label={t("entered.name")}
          hint={t("entered.nameHint")}
          fault={faultOf("enteredForName")}
          defaultValue={kept?.name}
          autoComplete="off"
        />
        <TextField
          id="enteredForDay"
          name="enteredForDay"
          type="date"
          label={t("entered.day")}
          hint={t("entered.dayHint")}
          fault={faultOf("enteredForDay")}
          defaultValue={kept?.originalDay}
        />
        <div className={fieldStyles.field}>
          <label className={fieldStyles.label} htmlFor="enteredForPhoto">
            {t("entered.photo")}
            <span className={fieldStyles.optional}>{t("form.optional")}</span>
          </label>
          <input
            className={fieldStyles.input}
            id="enteredForPhoto"
            name="enteredForPhoto"
            type="file"
            accept="image/jpeg,image/png"
          />
        </div>
      </div>
    </details>
  );
}
