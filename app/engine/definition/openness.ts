import { isObject, own, type Json } from "../json";
import { keysOf } from "../json-pointer";
import type { Text } from "../text";
import { memberAt } from "../variant/patch";
import { wordsFor } from "../variant/vary";
import type { DefinitionDocument } from "../workflow-source";

/** What a county may do with a part. */
export interface Openness {
  /** False where only words and the order may change. */
  isOpen: boolean;
  /** What may be changed, or why nothing may; null where everything may. */
  says: Text | null;
}

/**
 * What the package's `vary` lets a county do with a part that is there; `check` of a change has the last word. Titles,
 * help and order are open everywhere, and so are new optional fields of forms.
 */
export function opennessOf(document: DefinitionDocument, part: string): Openness {
  const keys = keysOf(part) ?? [];
  if (isStatutory(document as unknown as Json, keys)) {
    return closed(
      "法定内容，只能改标题、说明和顺序。",
      "Laid down by law: only title, help and order may change.",
    );
  }
  const vary = document.workflow.vary ?? {};
  const [top = "", second = "", third] = keys;
  if (top === "forms") return ofForm(wordsFor(vary, "forms", second));
  if (top === "data") return ofForm(wordsFor(vary, "data"));
  if (top === "papers") return ofWords(wordsFor(vary, "papers", second));
  if (second === "machine") return ofState(vary, keys);
  return ofWords(wordsFor(vary, second, third));
}

/** True where a county may add entries to an area of the workflow. */
export function mayAdd({ workflow }: DefinitionDocument, area: string): boolean {
  const words = wordsFor(workflow.vary ?? {}, area);
  return words.has("add") || words.has("change");
}

const OPEN: Openness = { isOpen: true, says: null };

function closed(zh: string, en: string): Openness {
  return { isOpen: false, says: { zh, en } };
}

function partly(zh: string, en: string): Openness {
  return { isOpen: true, says: { zh, en } };
}

const FIXED = closed(
  "流程包没有放开，只能改标题、说明和顺序。",
  "The package keeps this fixed: only title, help and order may change.",
);

function ofForm(words: ReadonlySet<string>): Openness {
  if (words.has("change") || words.has("fields")) return OPEN;
  return partly(
    "可以加可不填的字段，改标题、说明和顺序；原有字段不能改。",
    "Optional fields may be added, and titles, help and order changed; the fields there are stay.",
  );
}

function ofWords(words: ReadonlySet<string>): Openness {
  if (words.has("change")) return OPEN;
  if (words.has("within schema")) return OPEN;
  if (words.has("text") && words.has("columns")) {
    return partly("可以改文字和栏目。", "Wording and columns may change.");
  }
  if (words.has("text")) return partly("可以改文字和内容。", "The wording may change.");
  if (words.has("columns")) return partly("可以改栏目。", "The columns may change.");
  return FIXED;
}

function ofState(vary: Readonly<Record<string, string>>, keys: readonly string[]): Openness {
  const at = keys.lastIndexOf("states");
  const name = at < 0 ? undefined : keys[at + 1];
  const states = wordsFor(vary, "states", name);
  const ways = wordsFor(vary, "transitions");
  if (states.has("change")) return OPEN;
  if (ways.has("change")) {
    return partly(
      "可以改操作和去向，改标题、说明和顺序；其余不能改。",
      "Events and ways may change, and titles, help and order; the rest stays.",
    );
  }
  const isWhole = name === undefined && states.has("add");
  const isEvent = at >= 0 && keys.length > at + 2;
  if (isEvent) return FIXED;
  if (ways.has("add")) {
    return isWhole
      ? partly(
          "可以加环节、操作和去向；原有的不能改，只能改标题、说明和顺序。",
          "States, events and ways may be added; those there are stay, but for title, help and order.",
        )
      : partly(
          "可以加操作和去向；原有的不能改，只能改标题、说明和顺序。",
          "Events and ways may be added; those there are stay, but for title, help and order.",
        );
  }
  if (isWhole) {
    return partly("可以加环节；原有的不能改。", "States may be added; those there are stay.");
  }
  return FIXED;
}

function isStatutory(root: Json, keys: readonly string[]): boolean {
  return keys.some((_, index) => {
    const here = memberAt(root, keys.slice(0, index + 1));
    return isObject(here) && own(here, "statutory") === true;
  });
}
