import { isObject, own, type Json, type JsonObject } from "../json";
import { say, type Language, type Text } from "../text";

/**
 * A form's schema as a page draws it: `label` becomes `title`, `hint` becomes `description`, an `enum`
 * with `labels` becomes `oneOf` of `const` and `title`, each of `messages` one plain text. What says who
 * may see a field (`privacy`) stays on the server, and so does `additionalProperties`: merged with a
 * conditional branch it would cut the branch's fields off. Every other keyword is copied. Pure and total.
 */
export function localiseSchema(schema: JsonObject, language: Language): JsonObject {
  const local: JsonObject = {};
  const labels = own(schema, "labels");
  for (const [keyword, value] of Object.entries(schema)) {
    switch (keyword) {
      case "label":
        if (isText(value)) local["title"] = say(value, language);
        break;
      case "hint":
        if (isText(value)) local["description"] = say(value, language);
        break;
      case "messages":
        local["messages"] = localiseTexts(value, language);
        break;
      case "enum":
        Object.assign(local, localiseEnum(value, labels, language));
        break;
      case "labels":
      case "privacy":
      case "additionalProperties":
        break;
      case "properties":
        local["properties"] = mapMembers(value, (child) => localiseSchema(child, language));
        break;
      default:
        local[keyword] = localiseInside(value, language);
    }
  }
  return local;
}

/** The texts of a form's `ui` in one language; its keys and all other values are copied. */
export function localiseUi(ui: JsonObject, language: Language): JsonObject {
  return mapMembers(ui, (value) =>
    isText(value) ? say(value, language) : localiseUi(value, language),
  );
}

/** Schemas stand inside `items`, `allOf`, `if`, `then`, `else` and their like. */
function localiseInside(value: Json, language: Language): Json {
  if (Array.isArray(value)) return value.map((item) => localiseInside(item, language));
  return isObject(value) ? localiseSchema(value, language) : value;
}

function localiseEnum(values: Json, labels: Json | undefined, language: Language): JsonObject {
  if (!Array.isArray(values) || !isObject(labels)) return { enum: values };
  const oneOf = values.map((value): JsonObject => {
    const label = own(labels, String(value));
    return { const: value, title: isText(label) ? say(label, language) : String(value) };
  });
  return { oneOf };
}

function localiseTexts(texts: Json, language: Language): JsonObject {
  return mapMembers(texts, (text) => (isText(text) ? say(text, language) : {}));
}

/** Applies `change` to those members that are objects, and copies the others. */
function mapMembers(value: Json, change: (member: JsonObject) => Json): JsonObject {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, isObject(member) ? change(member) : member]),
  );
}

/** `{ zh, en? }` and nothing else: a field may itself be called `zh`, but its schema is no string. */
function isText(value: Json | undefined): value is Json & Text {
  return isObject(value) && typeof value["zh"] === "string";
}
