import { describe, expect, test } from "vitest";
import { en } from "../../app/i18n/en";
import { createI18n } from "../../app/i18n/i18next";
import { zh } from "../../app/i18n/zh";

type Words = { [key: string]: string | Words };

function flatten(words: Words, path = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") flat.set(`${path}${key}`, value);
    else for (const [inner, text] of flatten(value, `${path}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const chinese = flatten(zh);
const english = flatten(en);
/** `{{name}}` and its like, without repeats, in alphabetical order. */
const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe("the words of the pages", () => {
  test("exist in both languages under the same keys", () => {
    const singular = (key: string) => key.replace(/_(one|other)$/, "");
    const keys = (words: Map<string, string>) => [...new Set([...words.keys()].map(singular))];
    expect(keys(english)).toEqual(keys(chinese));
  });

  test("fill the same blanks in both languages", () => {
    const differing = [...chinese].filter(
      ([key, text]) =>
        english.has(key) && `${blanks(text)}` !== `${blanks(english.get(key) ?? "")}`,
    );
    expect(differing).toEqual([]);
  });

  test("are never empty", () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  test("in Chinese carry full-width punctuation and no exclamation mark", () => {
    const wrong = [...chinese].filter(([, text]) =>
      /[!！]|[\u4e00-\u9fff][,;:?]|[,;:?][\u4e00-\u9fff]/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  test("are said in the language asked for, at once", () => {
    expect(createI18n("zh").t("signIn.title")).toBe("登录");
    expect(createI18n("en").t("signIn.title")).toBe("Sign in");
  });
});
