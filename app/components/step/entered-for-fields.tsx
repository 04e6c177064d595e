import { useTranslation } from "react-i18next";
import { TextField } from "../field";
import type { FormFault } from "../form/find-faults";
import styles from "./entered-for-fields.module.css";
import { PhotoField } from "./photo-field";
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
        <PhotoField lost={kept?.photo} fault={faultOf("enteredForPhoto")} />
      </div>
    </details>
  );
}
