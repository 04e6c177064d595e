import { useTranslation } from "react-i18next";
import type { ObjectionForm } from "../../runtime/api";
import fieldStyles from "../field.module.css";
import { Icon } from "../icon";

interface RowFieldProps {
  rows: ObjectionForm["rows"];
  chosen: number | null;
  fault: string | undefined;
}

/** Whom the objection is about. Nobody is chosen beforehand, unless there is only one. */
export function RowField({ rows, chosen, fault }: RowFieldProps) {
  const { t } = useTranslation();
  const [only, second] = rows;
  if (!only) return null;
  if (!second) return <input type="hidden" name="row" value={only.row} />;
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor="row">
        {t("objection.about")}
      </label>
      {fault && (
        <p className={fieldStyles.error} id="row-fault">
          <Icon name="over" />
          {fault}
        </p>
      )}
      <select
        className={fault ? `${fieldStyles.input} ${fieldStyles.bad}` : fieldStyles.input}
        id="row"
        name="row"
        defaultValue={chosen ?? ""}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? "row-fault" : undefined}
      >
        <option value="">{t("form.choose")}</option>
        {rows.map(({ row, text }) => (
          <option key={row} value={row}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
