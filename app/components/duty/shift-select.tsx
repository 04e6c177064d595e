import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { RosterView } from "../../runtime/api";
import fieldStyles from "../field.module.css";
import { partsOf } from "./shift-text";

interface ShiftSelectProps {
  view: Pick<RosterView, "kinds">;
  /** Name of the field, and of its label. */
  name: string;
  label: string;
  stored: string;
}

/** One day's shift as a native select. Places that stand behind a word stay with it. */
export function ShiftSelect({ view, name, label, stored }: ShiftSelectProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { word, places } = partsOf(stored);
  return (
    <select className={fieldStyles.input} name={name} aria-label={label} defaultValue={stored}>
      <option value="未排">{t("duty.open")}</option>
      {view.kinds.map((kind) => {
        const isNow = kind.word.zh === word;
        const value = isNow ? stored : kind.word.zh;
        return (
          <option key={kind.word.zh} value={value}>
            {say(kind.word)}
            {isNow && places.length > 0 ? ` ${places.join(t("worklist.between"))}` : ""}
          </option>
        );
      })}
    </select>
  );
}
