import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import type { RosterView } from "../../runtime/api";
import { Button, ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import { weekdayWord } from "../today/weekday-word";
import styles from "./roster-page.module.css";
import { ShiftSelect } from "./shift-select";
import { partsOf, shiftWord, shortDay } from "./shift-text";

interface PersonFormProps {
  view: RosterView;
  row: string;
  commandId: string;
}

/** One person's whole line: to be changed by whoever makes the roster, to be read by everybody else. */
export function PersonForm({ view, row, commandId }: PersonFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const person = view.rows.find(({ id }) => id === row);
  if (!person) return null;
  const here = `/duty/${view.caseId}`;
  return (
    <Form method="post" action={here} className={styles.editor} id="edit" key={row}>
      <CsrfField />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="row" value={row} />
      <h2>{t("duty.person", { name: person.name })}</h2>
      <ul className={styles.line}>
        {person.cells.map(({ day, stored, marks }) => {
          const said = `${shortDay(day, language)} ${weekdayWord(day, language)}`;
          return (
            <li key={day}>
              <span>
                {said} {marks.map(({ mark }) => mark).join(" ")}
              </span>
              {view.mayEdit ? (
                <>
                  <input type="hidden" name="day" value={day} />
                  <input type="hidden" name="was" value={stored} />
                  <ShiftSelect view={view} name="shift" label={said} stored={stored} />
                </>
              ) : (
                <b>
                  {shiftWord(stored, { kinds: view.kinds, language }) || t("duty.open")}{" "}
                  {partsOf(stored).places.join(t("worklist.between"))}
                </b>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles.acts}>
        {view.mayEdit && (
          <Button kind="go" mini name="intent" value="row">
            {t("duty.saveRow")}
          </Button>
        )}
        <ButtonLink kind="text" mini to={here} preventScrollReset>
          {t("duty.close")}
        </ButtonLink>
      </div>
    </Form>
  );
}
