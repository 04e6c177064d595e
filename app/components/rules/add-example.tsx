import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Json, JsonObject } from "../../engine/json";
import { useSay } from "../../i18n/use-say";
import type { RulePage, RuleVerdict } from "../../runtime/api";
import { Button } from "../button";
import styles from "./add-example.module.css";
import { fieldsRead } from "./fields-read";
import { readTruth } from "./rule-examples";
import { withGiven, type ExampleText } from "./use-rule-draft";
import { ValueControl } from "./value-control";

interface AddExampleProps {
  page: RulePage;
  verdict: RuleVerdict;
  onAdd: (example: ExampleText) => void;
}

/** A new example: one control for each thing that the rule reads. */
export function AddExample({ page, verdict, onAdd }: AddExampleProps) {
  const { t } = useTranslation();
  const say = useSay();
  const [count, setCount] = useState(0);
  const [title, setTitle] = useState("");
  const [values, setValues] = useState<Record<string, Json>>({});
  const [expect, setExpect] = useState("true");
  const fields = fieldsRead(page.fields, verdict);
  const add = () => {
    const written = Object.entries(values).filter(([, value]) => value !== "");
    const given = written.reduce<JsonObject>(
      (all, [path, value]) => withGiven(all, path, value),
      {},
    );
    const name = title.trim();
    onAdd({ ...(name === "" ? {} : { title: { zh: name } }), given, expect: readTruth(expect) });
    setTitle("");
    setValues({});
    setCount(count + 1);
  };
  return (
    <details className={styles.add}>
      <summary>{t("ruleEditor.addExample")}</summary>
      <div className={styles.sheet} key={count}>
        <p>{t("ruleEditor.addExampleHint")}</p>
        <label>
          {t("ruleEditor.exampleName")}
          <input
            className={styles.name}
            value={title}
            maxLength={40}
            onChange={(event) => setTitle(event.target.value)}
          />
          <span className={styles.hint}>{t("ruleEditor.exampleNameHint")}</span>
        </label>
        <div className={styles.fields}>
          {fields.map((field) => (
            <div key={field.path}>
              <span className={styles.label}>{say(field.title)}</span>
              <ValueControl
                field={field}
                value={values[field.path]}
                several={field.kind === "choices"}
                label={say(field.title)}
                onChange={(value) => setValues({ ...values, [field.path]: value })}
              />
            </div>
          ))}
          <div>
            <span className={styles.label}>{t("ruleEditor.expect")}</span>
            <select
              aria-label={t("ruleEditor.expect")}
              value={expect}
              onChange={({ target }) => setExpect(target.value)}
            >
              {(["true", "false", "unknown"] as const).map((truth) => (
                <option key={truth} value={truth}>
                  {t(`ruleEditor.truth.${truth}`)}
                </option>
              ))}
            </select>
          </div>
        </div>
        <Button mini type="button" onClick={add}>
          {t("ruleEditor.addIt")}
        </Button>
      </div>
    </details>
  );
}
