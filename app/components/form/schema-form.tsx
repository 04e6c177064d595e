import RjsfForm, { type IChangeEvent } from "@rjsf/core/lib/components/Form.js";
import type { RJSFSchema } from "@rjsf/utils";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { fieldId, FIELD_PREFIX, idOfPointer } from "../../engine/form/field-name";
import { readPostedForm } from "../../engine/form/posted-form";
import { sameJson, type JsonObject } from "../../engine/json";
import { Button } from "../button";
import { useLanguage } from "../../i18n/use-say";
import { useNonce } from "../nonce";
import { browserValidator } from "./browser-validator";
import { drawnData } from "./drawn-data";
import type { FormFault } from "./find-faults";
import type { FormContext } from "./form-context";
import { itemNames } from "./item-names";
import { fields, knownWidgets, templates, widgets } from "./form-registry";
import { isConditional, prepareUi } from "./prepare-ui";
import { questionNumbers } from "./question-numbers";
import { scriptlessSchema } from "./scriptless-schema";

interface SchemaFormProps {
  /** Localised; see `localiseSchema`. */
  schema: JsonObject;
  ui: JsonObject;
  /** Answers to begin with. A new object (after the server refused) replaces what stands in the fields. */
  answers: JsonObject;
  faults: readonly FormFault[];
  /** Numbers the questions 一、二、三. */
  numbered?: boolean;
  /** The page is sent without scripts: what depends on an answer is shown by the style sheet. */
  scriptless?: boolean;
}

const formBehaviour = {
  constAsDefaults: "never",
  arrayMinItems: { populate: "never" },
  emptyObjectFields: "skipEmptyDefaults",
} as const;

/**
 * The fields of a form, inside the `<form>` of the page that uses it. Native controls with real values,
 * so that a plain post carries the same answers as one with scripts; `readPostedForm` reads both.
 */
export function SchemaForm(props: SchemaFormProps) {
  const { ui, answers, faults, numbered = false, scriptless = false } = props;
  const { t } = useTranslation();
  const nonce = useNonce();
  const language = useLanguage();
  const { schema, css } = useMemo(
    () => (scriptless ? scriptlessSchema(props.schema) : { schema: props.schema, css: "" }),
    [props.schema, scriptless],
  );
  const box = useRef<HTMLDivElement>(null);
  const [data, setData] = useState(() => drawnData(schema, answers));
  const [given, setGiven] = useState(answers);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [shownFaults, setShownFaults] = useState(faults);
  if (given !== answers) {
    setGiven(answers);
    setData(drawnData(schema, answers));
  }
  if (shownFaults !== faults) {
    setShownFaults(faults);
    setTouched(new Set());
  }
  // Somebody on a slow network may have filled in fields before the scripts arrived.
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const typed = readPostedForm(textsOf(form));
    if (typed.ok && !sameJson(typed.form, answers)) setData(drawnData(schema, typed.form));
    // Once, when the page comes to life.
  }, []);
  const uiSchema = useMemo(() => prepareUi(schema, ui, knownWidgets), [schema, ui]);
  const context = useMemo<FormContext>(() => {
    const open = faults.map(({ pointer, message }) => [idOfPointer(pointer), message] as const);
    return {
      faults: new Map(open.filter(([id]) => !touched.has(id))),
      numbers: numbered ? questionNumbers(schema, uiSchema, language) : new Map(),
      itemNames: itemNames(uiSchema, data),
    };
  }, [faults, touched, numbered, schema, uiSchema, data, language]);
  const onChange = ({ formData }: IChangeEvent<unknown>, id?: string) => {
    setData((formData ?? {}) as JsonObject);
    if (id) setTouched((before) => withId(before, id));
  };
  const update = (
    <Button name="intent" value="update" formNoValidate>
      {t("form.update")}
    </Button>
  );
  return (
    <div ref={box}>
      {css !== "" && <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />}
      <RjsfForm
        tagName="div"
        schema={schema as RJSFSchema}
        uiSchema={uiSchema}
        formData={data}
        formContext={context}
        validator={browserValidator}
        fields={fields}
        templates={templates}
        widgets={widgets}
        idPrefix={FIELD_PREFIX}
        idSeparator="/"
        nameGenerator={(path) => fieldId(path)}
        showErrorList={false}
        experimental_defaultFormStateBehavior={formBehaviour}
        onChange={onChange}
      >
        <></>
      </RjsfForm>
      {isConditional(schema) && <WithoutScripts always={scriptless}>{update}</WithoutScripts>}
    </div>
  );
}

/** A browser that could run scripts does not show `noscript`, although our page has none. */
function WithoutScripts({ always, children }: { always: boolean; children: ReactElement }) {
  return always ? children : <noscript>{children}</noscript>;
}

/** A changed answer is no longer the one that was wrong; a list that changed shape moves its items' places. */
function withId(touched: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return touched.has(id) ? touched : new Set([...touched, id]);
}

/** The names and texts of a form as a browser would post them; files are left out. */
export function* textsOf(form: HTMLFormElement): Iterable<[string, string]> {
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") yield [name, value];
}
