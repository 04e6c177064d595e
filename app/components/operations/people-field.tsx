import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { OperationForm, PersonChoice } from "../../runtime/api";
import { SubmitButton } from "../submit-button";
import fieldStyles from "../field.module.css";
import styles from "./people-field.module.css";

/** As many are shown before anybody is looked for. */
const AT_FIRST = 8;

interface PeopleFieldProps {
  people: Pick<NonNullable<OperationForm["people"]>, "many" | "offered" | "keepOut">;
  /** What the field posts. */
  name: string;
  /** The heading. */
  legend: string;
  chosen: readonly string[];
  search: string;
  /** What the button that looks for somebody wants of the page. */
  find?: "search" | "update";
}

/**
 * Those who may be named, each with their post, their unit and what their card at the door says. Where there are many
 * one looks for them: on the server, so that it works without scripts. Whoever is chosen stays in the list.
 */
export function PeopleField({
  people,
  name,
  legend,
  chosen,
  search,
  find = "search",
}: PeopleFieldProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { many, offered, keepOut } = people;
  const wanted = search.trim();
  const found = offered.filter((one) => fits(one, wanted, say));
  const first = wanted === "" ? found.slice(0, AT_FIRST) : found;
  const shown = offered.filter((one) => first.includes(one) || chosen.includes(one.id));
  const left = found.length - first.length;
  return (
    <fieldset className={fieldStyles.field}>
      <legend className={fieldStyles.label}>{legend}</legend>
      {offered.length > AT_FIRST && (
        <div className={styles.search}>
          <input
            className={fieldStyles.input}
            type="search"
            name="search"
            defaultValue={wanted}
            aria-label={t("operations.search")}
            aria-describedby="people-hint"
            maxLength={40}
          />
          <SubmitButton name="intent" value={find} formNoValidate>
            {t("operations.find")}
          </SubmitButton>
        </div>
      )}
      {offered.length > AT_FIRST && (
        <p id="people-hint" className={fieldStyles.hint}>
          {t("operations.searchHint")}
        </p>
      )}
      {wanted !== "" && found.length === 0 && (
        <p className={styles.none}>{t("operations.nobodyFound", { search: wanted })}</p>
      )}
      <div className={styles.people}>
        {shown.map((one) => (
          <Person
            key={one.id}
            one={one}
            many={many}
            name={name}
            checked={chosen.includes(one.id)}
          />
        ))}
      </div>
      {left > 0 && <p className={fieldStyles.hint}>{t("operations.others", { count: left })}</p>}
      {keepOut.length > 0 && (
        <p className={fieldStyles.hint}>
          {t("operations.keepOut", {
            names: keepOut
              .map((one) => t("operations.keepOutOf", { name: one.name, why: say(one.why) }))
              .join(t("operations.and")),
          })}
        </p>
      )}
    </fieldset>
  );
}

interface PersonProps {
  one: PersonChoice;
  many: boolean;
  name: string;
  checked: boolean;
}

function Person({ one, many, name, checked }: PersonProps) {
  const { t } = useTranslation();
  const say = useSay();
  const post = [one.roles.map(say).join(t("operations.and")), one.unitName].filter(Boolean);
  return (
    <label className={styles.person}>
      <input
        type={many ? "checkbox" : "radio"}
        name={name}
        value={one.id}
        defaultChecked={checked}
      />
      <span>
        <b>{one.name}</b>
        <span className={styles.post}>{post.join(t("operations.between"))}</span>
      </span>
      {one.duty && (
        <span className={`${styles.duty} ${styles[one.duty.look]}`}>{say(one.duty.word)}</span>
      )}
    </label>
  );
}

function fits(one: PersonChoice, wanted: string, say: (text: PersonChoice["roles"][0]) => string) {
  return [one.name, one.unitName, ...one.roles.map(say)].some((text) =>
    text.toLowerCase().includes(wanted.toLowerCase()),
  );
}
