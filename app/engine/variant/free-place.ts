import { isObject, type Json } from "../json";
import { isKeyedList } from "./keyed-view";
import { memberAt } from "./patch";

/** Keywords whose members are named by the author: a state called `title` is no title. */
const MAPS = new Set(
  `properties states on after events parameters legal facts rules deadlines phases numbers links jobs registers
   columns papers notices forms retention plugins vary export prefill stamp tells absent moves params`.split(
    /\s+/,
  ),
);

/** What is said to people, and in which order it stands: open to every variant, statutory or not. */
const FREE = new Set([
  "title",
  "label",
  "labels",
  "help",
  "hint",
  "description",
  "messages",
  "refusal",
  "order",
]);

/** The same inside a form's `ui`, where all other names are the fields'. */
const FREE_IN_UI = new Set(["ui:help", "ui:order", "addLabel", "itemLabel"]);

/**
 * True where every variant may change something, whatever `vary` says: a text, an order, or a new optional field
 * (`adds`). `view` is the keyed view that is changed.
 */
export function isFreePlace(view: Json, keys: readonly string[], adds: boolean): boolean {
  const isKeyword = keywordsOf(view, keys);
  const ui = keys.findIndex((key, index) => key === "ui" && isKeyword[index]);
  const isText = keys.some((key, index) => {
    if (ui >= 0 && index > ui) return FREE_IN_UI.has(key);
    return isKeyword[index] && FREE.has(key);
  });
  return isText || (adds && isField(keys, isKeyword));
}

function isField(keys: readonly string[], isKeyword: readonly boolean[]): boolean {
  const inSchema = keys[0] === "data" || (keys[0] === "forms" && keys[2] === "schema");
  return inSchema && keys.at(-2) === "properties" && isKeyword.at(-2) === true;
}

/** For each key: true where the format gives it its meaning, false where it is a name of the author's. */
function keywordsOf(view: Json, keys: readonly string[]): boolean[] {
  let inMap = false;
  return keys.map((key, index) => {
    const parent = memberAt(view, keys.slice(0, index));
    const isKeyword = !inMap && !(isObject(parent) && isKeyedList(parent));
    inMap = isKeyword && MAPS.has(key);
    return isKeyword;
  });
}
