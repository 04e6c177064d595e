import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PartCheck } from "../../runtime/api";
import { Card } from "../card";
import { SchemaForm } from "../form/schema-form";
import styles from "./part-shown.module.css";

const NOTHING = {};
const NO_FAULTS: never[] = [];

/** What the texts make: a form as it will be drawn, a state in words. While they have problems, what they made last. */
export function PartShown({ check }: { check: PartCheck }) {
  const { t } = useTranslation();
  const say = useSay();
  const [last, setLast] = useState(check);
  if (check.isGood && check !== last) setLast(check);
  const { form, states } = last;
  if (form === null && states.length === 0) return null;
  const isOld = !check.isGood;
  return (
    <div className={styles.shown}>
      {states.map(({ title, sentences }) => (
        <Card
          key={title.zh}
          title={t("joins.label", { name: t("definition.statesSaid"), text: say(title) })}
        >
          <ul className={styles.sentences}>
            {sentences.map((sentence) => (
              <li key={sentence.zh}>{say(sentence)}</li>
            ))}
          </ul>
        </Card>
      ))}
      {form && (
        <Card title={t("definition.formShown")}>
          {isOld && <p className={styles.old}>{t("definition.formOld")}</p>}
          <div className={styles.form}>
            <h3>{say(form.title)}</h3>
            {form.help && <p className={styles.help}>{say(form.help)}</p>}
            <SchemaForm
              key={JSON.stringify(form)}
              schema={form.schema}
              ui={form.ui}
              answers={NOTHING}
              faults={NO_FAULTS}
              numbered
            />
          </div>
        </Card>
      )}
    </div>
  );
}
