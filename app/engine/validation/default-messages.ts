import type { Text } from "../text";

/** What a person reads when the package gives no message of its own, by JSON-Schema keyword. */
const MESSAGES: Record<string, Text> = {
  required: { zh: "这一项还没有填", en: "This still has to be filled in" },
  type: { zh: "这一项的格式不对，请重新填写", en: "This is not in the expected form" },
  enum: { zh: "请从列出的选项里选", en: "Choose one of the options" },
  const: { zh: "请按要求选择", en: "Choose as asked" },
  minLength: { zh: "写得太短，请再补充一点", en: "This is too short" },
  maxLength: { zh: "写得太长，请精简一些", en: "This is too long" },
  minItems: { zh: "数量不够，请再加一项", en: "Too few; add another" },
  maxItems: { zh: "数量太多，请减少几项", en: "Too many; remove some" },
  uniqueItems: { zh: "有重复的项，请去掉一个", en: "There are repeats; remove one" },
  minimum: { zh: "数值太小，请核对", en: "This is too small" },
  maximum: { zh: "数值太大，请核对", en: "This is too large" },
  exclusiveMinimum: { zh: "数值太小，请核对", en: "This is too small" },
  exclusiveMaximum: { zh: "数值太大，请核对", en: "This is too large" },
  multipleOf: { zh: "数值不对，请核对", en: "This value does not fit" },
  pattern: { zh: "格式不对，请再看一遍", en: "This does not have the right form" },
  format: { zh: "格式不对，请再看一遍", en: "This does not have the right form" },
  extra: { zh: "表单里没有这一项，请刷新页面", en: "The form has no such field; reload the page" },
  forbidden: { zh: "这一项的名称不允许使用", en: "This field name is not allowed" },
};

const OTHER: Text = { zh: "这一项不符合要求，请核对", en: "This does not fit; check it" };

export function defaultMessage(keyword: string): Text {
  return MESSAGES[keyword] ?? OTHER;
}
