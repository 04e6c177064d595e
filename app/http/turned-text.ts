import type { Text } from "../engine/text";
import { en } from "../i18n/en";
import { zh } from "../i18n/zh";
import type { BoardCard } from "../runtime/api";

/** What is said once a card was turned. */
export function turnedText({ word, until }: BoardCard): Text {
  const fill = (sentence: string, language: "zh" | "en"): string => {
    const pick = (text: Text | null) =>
      (language === "en" ? (text?.en ?? text?.zh) : text?.zh) ?? "";
    return sentence.replace("{{word}}", pick(word)).replace("{{until}}", pick(until));
  };
  return { zh: fill(zh.today.turned, "zh"), en: fill(en.today.turned, "en") };
}
