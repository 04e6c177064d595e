import { useTranslation } from "react-i18next";
import type { StepForm } from "../../runtime/api";
import fieldStyles from "../field.module.css";

interface PlaceFieldProps {
  places: StepForm["places"];
  chosen: string | undefined;
}

/** The village a new matter belongs to; it cannot change later. Not asked where there is only one. */
export function PlaceField({ places, chosen }: PlaceFieldProps) {
  const { t } = useTranslation();
  const [only, second] = places;
  if (!only) return null;
  if (!second) return <input type="hidden" name="place" value={only.code} />;
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor="place">
        {t("step.place")}
      </label>
      <select
        className={fieldStyles.input}
        id="place"
        name="place"
        defaultValue={chosen || only.code}
      >
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
