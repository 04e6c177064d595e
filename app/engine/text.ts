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
