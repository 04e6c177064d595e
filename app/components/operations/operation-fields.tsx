import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { OperationForm } from "../../runtime/api";
import { TextField } from "../field";
import fieldStyles from "../field.module.css";
import type { KeptOperation } from "./kept-operation";
import styles from "./operation-fields.module.css";
import { PeopleField } from "./people-field";

/** What is asked, of one matter or of several at once. */
type Asked = Pick<OperationForm, "key" | "people" | "reason"> &
  Partial<Pick<OperationForm, "states" | "ways" | "text" | "until">>;

interface OperationFieldsProps {
  form: Asked;
  chosen: readonly string[];
  kept:
    | (Omit<KeptOperation, "refusal" | "state" | "way"> &
        Partial<Pick<KeptOperation, "state" | "way">>)
    | undefined;
  /** What the button that looks for somebody wants of the page. */
  find?: "search" | "update";
}

/** Longer texts are refused. */
const LONGEST = 1_000;

/** What an operation asks: whom, which state, what is said, by when, why. Only what it needs is asked. */
export function OperationFields({ form, chosen, kept, find }: OperationFieldsProps) {
  const { t } = useTranslation();
  const { key, people, until } = form;
  return (
    <>
      {people && (
        <PeopleField
          people={people}
          name="to"
          legend={t(peopleWord(form))}
          chosen={kept?.to ?? chosen}
          search={kept?.search ?? ""}
          {...(find && { find })}
        />
      )}
      <States form={form} kept={kept} />
      {form.ways && (
        <Pick
          legend={t("operations.ways")}
          name="way"
          chosen={kept?.way || "stepwise"}
          options={[
            { value: "stepwise", word: t("operations.stepwise") },
            { value: "straight", word: t("operations.straight") },
          ]}
        />
      )}
      {form.text && (
        <LongText
          name="text"
          label={t(`operations.text.${textWord(key)}`)}
          needed={form.text === "needed"}
          typed={kept?.text}
        />
      )}
      {until && (
        <TextField
          id="until"
          name="until"
          type="date"
          label={t("operations.until")}
          min={until.from}
          defaultValue={kept?.until}
          required
        />
      )}
      {form.reason !== "none" && (
        <LongText
          name="reason"
          label={t("operations.reason")}
          hint={t("operations.reasonHint")}
          needed={form.reason === "needed"}
          typed={kept?.reason}
        />
      )}
    </>
  );
}

/** Some operations may be for nobody in particular. */
function peopleWord({ key, people }: Asked) {
  if (key === "comment" || key === "supervise" || key === "appoint")
    return "operations.peopleMaybe";
  return people?.many ? "operations.peopleSome" : "operations.people";
}

function textWord(key: OperationForm["key"]) {
  return key === "giveBack" || key === "consult" || key === "comment" || key === "supervise"
    ? key
    : "reply";
}

function stateWord(key: OperationForm["key"]) {
  return key === "reopen" || key === "jump" || key === "appoint" ? key : "return";
}

function States({ form, kept }: Pick<OperationFieldsProps, "form" | "kept">) {
  const { t } = useTranslation();
  const say = useSay();
  const { key, states = [] } = form;
  if (states.length === 0) return null;
  const options = states.map(({ name, title }) => ({ value: name, word: say(title) }));
  const stopped = { value: "", word: t("operations.stopped") };
  const first = key === "return" ? (states.at(-1)?.name ?? "") : "";
  return (
    <Pick
      legend={t(`operations.state.${stateWord(key)}`)}
      name="state"
      chosen={kept?.state ?? first}
      options={key === "reopen" ? [stopped, ...options] : options}
      required={key !== "reopen"}
    />
  );
}

interface PickProps {
  legend: string;
  name: string;
  chosen: string;
  options: { value: string; word: string }[];
  required?: boolean;
}

function Pick({ legend, name, chosen, options, required }: PickProps) {
  return (
    <fieldset className={fieldStyles.field}>
      <legend className={fieldStyles.label}>{legend}</legend>
      {options.map(({ value, word }) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            required={required}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

interface LongTextProps {
  name: string;
  label: string;
  hint?: string;
  needed: boolean;
  typed: string | undefined;
}

function LongText({ name, label, hint, needed, typed }: LongTextProps) {
  const { t } = useTranslation();
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={name}>
        {label}
        {!needed && <span className={fieldStyles.optional}>{t("form.optional")}</span>}
      </label>
      <textarea
        className={fieldStyles.input}
        id={name}
        name={name}
        rows={3}
        maxLength={LONGEST}
        required={needed}
        defaultValue={typed}
        aria-describedby={hint && `${name}-hint`}
      />
      {hint && (
        <p className={fieldStyles.hint} id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
