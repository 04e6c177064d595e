import type { MetaFunction } from "@remix-run/react";
import { say, type Language, type Text } from "../engine/text";
import { en } from "../i18n/en";
import { zh } from "../i18n/zh";
import type { FrameData } from "./frame-data";

const WORDS = { zh, en };

/** The title of a page that is always called the same. */
export function fixedTitle(pick: (words: (typeof WORDS)[Language]) => string): MetaFunction {
  return ({ matches }) => titled(pick(WORDS[languageOf(matches)]), languageOf(matches));
}

/** The title of a page that is called after what it shows; `pick` gets what the loader gave. */
export function loadedTitle<Data>(pick: (data: Data) => Text): MetaFunction {
  return ({ data, matches }) => {
    const language = languageOf(matches);
    // Where the loader refused, the page shows why and has no data.
    return titled(data ? say(pick(data as Data), language) : null, language);
  };
}

function titled(title: string | null, language: Language) {
  const { brand } = WORDS[language];
  return [{ title: title === null ? brand : `${title}·${brand}` }];
}

function languageOf(matches: Parameters<MetaFunction>[0]["matches"]): Language {
  const root = matches.find(({ id }) => id === "root")?.data as FrameData | undefined;
  return root?.language ?? "zh";
}
