import { useTranslation } from "react-i18next";
import { Gate } from "../gate";
import { TextField } from "../field";
import type { TypedDraft } from "./parameter-page";

/** What going under a floor needs: a reason and a last day. */
export function ExemptionFields({ floor, typed }: { floor: string; typed: TypedDraft }) {
  const { t } = useTranslation();
  return (
    <div>
      <Gate sentence={{ zh: t("rules.floor", { floor }), en: t("rules.floor", { floor }) }} />
      <TextField
        id="exemptionReason"
        name="exemptionReason"
        label={t("rules.floorReason")}
        defaultValue={typed.reason}
        maxLength={500}
      />
      <TextField
        id="exemptionUntil"
        name="exemptionUntil"
        type="date"
        label={t("rules.floorUntil")}
        hint={t("rules.floorHint")}
        defaultValue={typed.until}
      />
    </div>
  );
}
