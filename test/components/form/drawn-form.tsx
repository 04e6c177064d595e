import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { SchemaForm } from "../../../app/components/form/schema-form";
import type { FormFault } from "../../../app/components/form/find-faults";
import type { JsonObject } from "../../../app/engine/json";
import { createI18n } from "../../../app/i18n/i18next";

interface Drawing {
  schema: JsonObject;
  ui?: JsonObject;
  answers?: JsonObject;
  faults?: FormFault[];
  numbered?: boolean;
}

/** The HTML of a form's fields as the server sends them. */
export function drawForm({
  schema,
  ui = {},
  answers = {},
  faults = [],
  numbered,
}: Drawing): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={createI18n("zh")}>
      <SchemaForm schema={schema} ui={ui} answers={answers} faults={faults} numbered={numbered} />
    </I18nextProvider>,
  );
}

/** What a browser without scripts would post of this HTML: the successful controls, in order. */
export function postOf(html: string): [string, string][] {
  const controls =
    /<input ([^>]*)>|<textarea ([^>]*)>([^<]*)<\/textarea>|<select ([^>]*)>(.*?)<\/select>/gs;
  return [...html.matchAll(controls)].flatMap((match): [string, string][] => {
    const [, input, area, text = "", select, options = ""] = match;
    const attributes = attributesOf(input ?? area ?? select ?? "");
    const name = attributes.get("name");
    if (name === undefined) return [];
    if (area !== undefined) return [[name, asTyped(text)]];
    if (select !== undefined) {
      const chosen = [...options.matchAll(/<option ([^>]*)>/g)]
        .map(([, option = ""]) => attributesOf(option))
        .find((option) => option.has("selected"));
      return [[name, chosen?.get("value") ?? ""]];
    }
    const tick = ["radio", "checkbox"].includes(attributes.get("type") ?? "");
    return tick && !attributes.has("checked") ? [] : [[name, attributes.get("value") ?? ""]];
  });
}

/** A text area posts line breaks as CR LF, and swallows the first one after its tag. */
function asTyped(text: string): string {
  return unescape(text).replace(/^\n/, "").replace(/\n/g, "\r\n");
}

function attributesOf(tag: string): Map<string, string> {
  return new Map(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      unescape(value),
    ]),
  );
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
}
