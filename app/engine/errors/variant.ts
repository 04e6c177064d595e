import { defineErrors } from "./define";

/** Variants: a county's changes to a package, and what a new version of the package makes of them. */
export const variantErrors = defineErrors({
  "variant/path": {
    kind: "invalid",
    zh: "“{path}”不是可以修改的位置。请从 /workflow、/data、/forms 或 /papers 写起。",
    en: "“{path}” is no place that can be changed. Begin with /workflow, /data, /forms or /papers.",
  },
  "variant/inside-list": {
    kind: "invalid",
    zh: "“{path}”指到清单里面去了。没有键的清单要整份写出来改。",
    en: "“{path}” points into a list. A list without keys is changed as a whole.",
    county: {
      zh: "这是一份清单，不能只改其中一项。请整份重写。",
      en: "This is a list and is changed as a whole. Write all of it.",
    },
  },
  "variant/overlap": {
    kind: "invalid",
    zh: "“{path}”在同一份修改里改了两次（{other}）。请合成一处。",
    en: "“{path}” is changed twice in one variant ({other}). Make it one change.",
    county: {
      zh: "同一处改了两次。请合成一次。",
      en: "One place is changed twice. Make it one change.",
    },
  },
  "variant/conflict": {
    kind: "conflict",
    zh: "“{path}”原来是 {was}，现在是 {is}，方案要改成 {here}。请看清后重写这一处。",
    en: "“{path}” was {was}, is now {is}, and the variant makes it {here}. Decide, and write this change anew.",
    county: {
      zh: "这一处原来的内容已经不是起草时的样子，改不上去。请照现在的内容重新改这一处。",
      en: "This is no longer as it was when the change was drafted. Change it anew as it is now.",
    },
  },
  "variant/untested": {
    kind: "conflict",
    zh: "“{path}”现在是 {is}，方案改它之前没有核对过原来的内容。请先写一条 test。",
    en: "“{path}” is {is}, which the variant changes without having looked at it. Put a test before the change.",
    county: {
      zh: "这一处现在的内容起草时没有看到，改不上去。请照现在的内容重新改这一处。",
      en: "What stands here now was not seen when the change was drafted. Change it anew as it is now.",
    },
  },
  "variant/exists": {
    kind: "conflict",
    zh: "“{path}”已经有内容了（{is}），方案又要添加 {here}。请换个名称，或改为修改原有内容。",
    en: "“{path}” is already there ({is}); the variant adds {here}. Use another name, or change what is there.",
    county: {
      zh: "这里已经有同名的内容。请换个名称，或者改原有的内容。",
      en: "Something of this name is there already. Use another name, or change what is there.",
    },
  },
  "variant/missing": {
    kind: "conflict",
    zh: "没有“{path}”了，方案还要改它。请删掉这一处，或找到它现在的位置。",
    en: "“{path}” is no longer there, but the variant changes it. Drop this change, or find where it has gone.",
    county: {
      zh: "这里已经没有要改的内容了。请把这一处改动去掉。",
      en: "What was to be changed is no longer there. Drop this change.",
    },
  },
  "variant/order": {
    kind: "invalid",
    zh: "“{path}”的顺序表（$order）和里面的各项对不上。请把每一项都列进去，各列一次。",
    en: "The order of “{path}” ($order) does not fit its items. List every item once.",
    county: {
      zh: "先后顺序没有把各项列全。请每一项列一次。",
      en: "The order does not name every item. List each once.",
    },
  },
  "variant/not-allowed": {
    kind: "forbidden",
    zh: "这个流程不让改“{path}”。可以改的写在流程包的 vary 里；确实要改，请流程包的作者放开“{area}”。",
    en: "The package does not let “{path}” vary. Its “vary” says what may; ask its author to open “{area}”.",
    county: {
      zh: "流程包没有放开这一处，县里不能改。请改回原样。",
      en: "The package does not open this to counties. Put it back.",
    },
  },
  "variant/single-way": {
    kind: "forbidden",
    zh: "“{path}”现在只有一条去向，没有键，旁边加不了别的去向，也改不成几条。请流程包的作者把它写成带 meta.key 的清单，再放开 transitions。",
    en: "“{path}” leads one way only, which has no key: no other way can be put beside it. Ask the package's author to write it as a list with meta.key, and to open “transitions”.",
    county: {
      zh: "这一步只有一条去向，县里加不了别的去向。请改回原样。",
      en: "This step leads one way only, and a county cannot add another. Put it back.",
    },
  },
  "variant/statutory": {
    kind: "forbidden",
    zh: "“{path}”是法定内容，不能改，只能改标题、说明和顺序。",
    en: "“{path}” is laid down by law and cannot be changed; only its title, help and order can.",
    county: {
      zh: "这是法定内容，只能改标题、说明和顺序。请改回原样。",
      en: "This is laid down by law: only title, help and order may change. Put it back.",
    },
  },
  "variant/outside-schema": {
    kind: "invalid",
    zh: "“{path}”改成 {here}，超出了允许的范围。请看这项参数写明的上下限。",
    en: "“{path}” cannot be {here}: it is outside what the parameter allows. See its limits.",
    county: {
      zh: "改成 {here}，超出了允许的范围。请看这项参数写明的上下限。",
      en: "It cannot be {here}, which is outside what the parameter allows. See its limits.",
    },
  },
  "variant/unknown-vary": {
    kind: "invalid",
    zh: "vary 里的“{key}”不能写“{value}”。可以写：{choices}。",
    en: "“{key}” in vary cannot be “{value}”. Known: {choices}.",
  },
});
