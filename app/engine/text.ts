/** A text in the languages we ship; a county's own text needs only `zh`. */
export interface Text {
  zh: string;
  en?: string;
}

export type Language = "zh" | "en";

/** The text in the reader's language, else in Chinese. */
export function say(text: Text, language: Language): string {
  return language === "en" ? (text.en ?? text.zh) : text.zh;
}

/** Several texts as an enumeration, each once. */
export function listOf(texts: readonly Text[], joint: Text = { zh: "、", en: ", " }): Text {
  const join = (language: Language): string =>
    [...new Set(texts.map((text) => say(text, language)))].join(say(joint, language));
  return { zh: join("zh"), en: join("en") };
}

/** Names of one language one after the other, with the comma of each. */
export function listOfNames(names: readonly string[]): Text {
  return listOf(names.map((zh) => ({ zh })));
}

/** Full-width letters, digits, signs and spaces, as a Chinese keyboard types them, made half-width. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}
