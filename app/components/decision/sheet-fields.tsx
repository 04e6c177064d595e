import { useTranslation } from "react-i18next";
import type { TypedVote } from "./typed-vote";
import { TextField } from "../field";
import fieldStyles from "../field.module.css";
import { PhotoField } from "../step/photo-field";
import styles from "./vote-page.module.css";
import type { FieldFaults } from "../use-field-faults";

interface SheetFieldsProps {
  typed: TypedVote | undefined;
  faults: FieldFaults;
}

/** A meeting's vote from its sheet: how many may vote, the three counts, who signed it, its day, its photo. */
export function SheetFields({ typed, faults }: SheetFieldsProps) {
  const { t } = useTranslation();
  const number = { inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <>
      <TextField
        {...number}
        id="eligible"
        name="eligible"
        label={t("decision.eligible")}
        hint={t("decision.eligibleHint")}
        fault={faults.of("eligible")}
        defaultValue={typed?.eligible}
      />
      <div className={styles.counts}>
        {(["agree", "reject", "abstain"] as const).map((name) => (
          <TextField
            {...number}
            key={name}
            id={name}
            name={name}
            label={t(`decision.is.${name}`)}
            fault={faults.of(name)}
            defaultValue={typed?.[name]}
          />
        ))}
      </div>
      <p className={fieldStyles.hint}>{t("decision.cast")}</p>
      <TextField
        id="enteredForName"
        name="enteredForName"
        label={t("decision.sheetName")}
        hint={t("decision.sheetNameHint")}
        fault={faults.of("enteredForName")}
        defaultValue={typed?.enteredForName}
        autoComplete="off"
      />
      <TextField
        id="enteredForDay"
        name="enteredForDay"
        type="date"
        label={t("decision.sheetDay")}
        fault={faults.of("enteredForDay")}
        defaultValue={typed?.enteredForDay}
      />
      <PhotoField
        needed={t("decision.sheetPhoto")}
        lost={typed !== undefined}
        fault={faults.of("enteredForPhoto")}
      />
    </>
  );
}
