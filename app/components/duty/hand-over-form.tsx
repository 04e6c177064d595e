import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage, useSay } from "../../i18n/use-say";
import type { HandOverView } from "../../runtime/api";
import { Button } from "../button";
import { CsrfField } from "../csrf-field";
import fieldStyles from "../field.module.css";
import styles from "./hand-over-form.module.css";
import { shiftSaid, shortDay } from "./shift-text";

/** So many lines for what goes on besides what was noted. */
const LINES = 3;

/** Hands a watch over: to whom, what goes on, each piece of equipment. Nothing is sound before somebody says so. */
export function HandOverForm({ view, commandId }: { view: HandOverView; commandId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { watch, people } = view;
  const how = { kinds: watch.kinds, language };
  const next = people.find(({ isNext }) => isNext);
  return (
    <Form method="post" className={styles.form}>
      <CsrfField />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="seq" value={watch.seq} />
      <p className={styles.watch}>
        {shortDay(watch.day, language)} <b>{shiftSaid(watch.stored, how) || watch.stored}</b>
      </p>
      <p className={styles.lead}>{t("watch.lead")}</p>
      <label className={styles.label}>
        {t("watch.to")}
        <select
          className={fieldStyles.input}
          name="incoming"
          required
          defaultValue={next?.name ?? ""}
        >
          {next === undefined && <option value="" />}
          {people.map(({ name, stored, isNext }) => (
            <option key={name} value={name}>
              {[name, shiftSaid(stored, how), isNext && t("watch.next")].filter(Boolean).join(" ")}
            </option>
          ))}
        </select>
      </label>
      <OpenItems view={view} />
      <Equipment view={view} />
      <label className={styles.label}>
        {t("watch.anything")}
        <textarea className={fieldStyles.input} name="note" rows={2} maxLength={300} />
      </label>
      <p>
        <Button kind="go" name="intent" value="handOver">
          {t("watch.send")}
        </Button>
      </p>
    </Form>
  );
}

function OpenItems({ view: { notes } }: { view: HandOverView }) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.group}>
      <legend>{t("watch.openItems")}</legend>
      {notes.length > 0 && <p className={styles.hint}>{t("watch.happened")}</p>}
      {notes.map(({ time, what, number }, index) => (
        <label key={`${time} ${index}`} className={styles.tick}>
          <input type="checkbox" name="goesOn" value={index} />
          <span>
            {time} {what} {number}
          </span>
        </label>
      ))}
      <p className={styles.hint}>{t("watch.whatHint")}</p>
      {Array.from({ length: LINES }, (_, index) => (
        <div key={index} className={styles.line}>
          <input
            className={fieldStyles.input}
            name="what"
            maxLength={120}
            aria-label={t("watch.what")}
            placeholder={t("watch.what")}
          />
          <input
            className={fieldStyles.input}
            name="number"
            maxLength={60}
            aria-label={t("watch.number")}
            placeholder={t("watch.number")}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Equipment({ view: { things, states } }: { view: HandOverView }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <fieldset className={styles.group}>
      <legend>{t("watch.equipment")}</legend>
      {things.map(({ value, label }) => (
        <div key={value} className={styles.thing} role="group" aria-label={say(label)}>
          <b>{say(label)}</b>
          <span className={styles.states}>
            {states.map((state) => (
              <label key={state.value}>
                <input
                  type="radio"
                  name={`state.${value}`}
                  value={state.value}
                  required={value !== "other"}
                />
                {say(state.label)}
              </label>
            ))}
            <label>
              <input
                type="radio"
                name={`state.${value}`}
                value="none"
                defaultChecked={value === "other"}
              />
              {t("watch.none")}
            </label>
          </span>
          <input
            className={`${fieldStyles.input} ${styles.why}`}
            name={`why.${value}`}
            maxLength={100}
            aria-label={`${say(label)} ${t("watch.why")}`}
            placeholder={t("watch.why")}
          />
        </div>
      ))}
    </fieldset>
  );
}
