import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import type { RosterView } from "../../runtime/api";
import { Button, ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import fieldStyles from "../field.module.css";
import styles from "./roster-page.module.css";
import { ShiftSelect } from "./shift-select";
import { partsOf, shortDay } from "./shift-text";

interface CellFormProps {
  view: RosterView;
  row: string;
  day: string;
  commandId: string;
}

/** Changes one day of one person. */
export function CellForm({ view, row, day, commandId }: CellFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const person = view.rows.find(({ id }) => id === row);
  const cell = person?.cells.find((one) => one.day === day);
  if (!person || !cell) return null;
  const here = `/duty/${view.caseId}`;
  const [place = ""] = partsOf(cell.stored).places;
  return (
    <Form method="post" action={here} className={styles.editor} id="edit" key={`${row} ${day}`}>
      <CsrfField />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="row" value={row} />
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="was" value={cell.stored} />
      <h2>{t("duty.cell", { name: person.name, day: shortDay(day, language) })}</h2>
      <ShiftSelect view={view} name="shift" label={t("duty.shift")} stored={cell.stored} />
      <label className={styles.inline}>
        {t("duty.place")}
        <select className={fieldStyles.input} name="place" defaultValue={place}>
          <option value="">{t("duty.noPlace")}</option>
          {[...new Set([place, ...view.places])]
            .filter((one) => one !== "")
            .map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
        </select>
      </label>
      <div className={styles.acts}>
        <Button kind="go" mini name="intent" value="cell">
          {t("duty.keep")}
        </Button>
        <Button mini name="intent" value={cell.isLocked ? "unlock" : "lock"}>
          {t(cell.isLocked ? "proposal.unlock" : "proposal.lock")}
        </Button>
        <ButtonLink mini to={`${here}?person=${row}`} preventScrollReset>
          {t("duty.wholeRow")}
        </ButtonLink>
        <ButtonLink kind="text" mini to={here} preventScrollReset>
          {t("duty.close")}
        </ButtonLink>
      </div>
    </Form>
  );
}
