import type { Roles } from "../check/roles";
import { own } from "../json";
import type { Text } from "../text";
import type { Answer } from "./decision";

/** What people call an answer. */
export const ANSWER_WORDS: Record<Answer, Text> = {
  agree: { zh: "同意", en: "agreed" },
  reject: { zh: "不同意", en: "rejected" },
  abstain: { zh: "弃权", en: "abstained" },
};

const RESULT_WORDS: Record<string, Text> = {
  pass: { zh: "通过", en: "passed" },
  fail: { zh: "没有通过", en: "failed" },
  open: { zh: "还没签完", en: "still open" },
  broken: { zh: "没有签完", en: "broken off" },
};

/** `decisions.… | label`: the word for a value under this key of a decision or a signer; undefined where none is. */
export function decisionWord(key: string, value: string, roles: Roles): Text | undefined {
  switch (key) {
    case "answer":
      return own(ANSWER_WORDS, value);
    case "result":
      return own(RESULT_WORDS, value);
    case "role":
      return own(roles, value)?.title;
    default:
      return undefined;
  }
}
