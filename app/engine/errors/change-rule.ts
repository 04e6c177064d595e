import { defineErrors } from "./define";

/** A rule that a county edits as a sentence, with its examples and its refusal. Nothing is stored where one of these is said. */
export const changeRuleErrors = defineErrors({
  "change/unknown-rule": {
    kind: "not-found",
    zh: "这个流程没有这条规则。请从规则页重新选。",
    en: "This workflow has no such rule. Choose it on the rules page.",
  },
  "change/rule-unfinished": {
    kind: "invalid",
    zh: "有一行还没有写完，或者一个条件也没有。每一行要选一项、一种比较，写上比的值；不要的行请去掉。",
    en: "A row is not finished, or there is none. Each names a field, a comparison and a value; remove the rows that are not wanted.",
  },
  "change/rule-not-kept": {
    kind: "invalid",
    zh: "这样写的条件，存了再打开就不是原来的样子，所以没有存。请换一种比较，或者改成打字来写。",
    en: "Stored and opened again these conditions would read differently, so nothing was stored. Choose another comparison, or write the rule as text.",
  },
  "change/rule-value": {
    kind: "invalid",
    zh: "“{title}”这一行的值“{value}”看不懂。请照这一项的写法填：数字、日期，或者从选项里选。",
    en: "“{value}” cannot be read as a value of “{title}”. Give a number, a day or one of the choices, as that field has them.",
  },
  "change/rule-unreadable": {
    kind: "invalid",
    zh: "规则原文读不下去：{what}。没有存上，请照原来的格式改好。",
    en: "The text of the rule cannot be read: {what} Nothing was stored; mend it in the form it had.",
  },
  "change/examples-unreadable": {
    kind: "invalid",
    zh: "例子的原文读不下去：{what}。最多 {limit} 个例子，每个写明填了什么、应当是成立、不成立还是待核。",
    en: "The text of the examples cannot be read: {what} There may be {limit}, each with what is given and what is expected.",
  },
  "change/examples-fail": {
    kind: "invalid",
    zh: "有 {count} 个例子算出来和“应当”不一样，这样存不了。是条件写错了就改条件；本来就要变的，把例子的“应当”改过来。",
    en: "{count} examples come out otherwise than expected, so nothing was stored. Mend the conditions, or change what these examples expect.",
  },
  "change/rule-without-words": {
    kind: "invalid",
    zh: "办不了时给人看的话要写，不超过 {limit} 个字：说清为什么办不了、可以怎么办。",
    en: "The sentence that a refused person reads is needed, of at most {limit} characters: why it cannot be done and what can.",
  },
});
