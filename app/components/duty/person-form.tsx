import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-say";
import { showDay } from "../../engine/time/zone";
import type { RosterTraining, RosterView } from "../../runtime/api";
import { Button, ButtonLink } from "../button";
import { CsrfField } from "../csrf-field";
import { weekdayWord } from "../today/weekday-word";
import styles from "./roster-page.module.css";
import { ShiftSelect } from "./shift-select";
import { mayAskFor } from "./shift-panel";
import { shiftSaid, shortDay } from "./shift-text";

interface PersonFormProps {
  view: RosterView;
  row: string;
  commandId: string;
}

/** What shows that an auxiliary was trained. */
function Training({ training }: { training: RosterTraining }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { by, paper, on, why } = training;
  if (by === "nothing") return <p className={styles.lack}>{t("duty.untrained")}</p>;
  if (by === "certificate")
    return <p className={styles.keys}>{t("duty.certificate", { paper })}</p>;
  const day = showDay(on, language);
  return <p className={styles.keys}>{t("duty.stated", { paper, day, why })}</p>;
}

interface DayProps {
  day: string;
  stored: string;
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
      {person.training && <Training training={person.training} />}
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
                <Said view={view} row={row} day={day} stored={stored} />
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

/** One day as it is read; a link where an exchange or a leave can be asked for. */
function Said({ view, row, day, stored }: Omit<PersonFormProps, "commandId"> & DayProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const said = shiftSaid(stored, { kinds: view.kinds, language }) || t("duty.open");
  if (!mayAskFor(view, row)) return <b>{said}</b>;
  return (
    <Link to={`?row=${row}&day=${day}#edit`} preventScrollReset>
      {said}
    </Link>
  );
}
