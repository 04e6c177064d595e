import { defineErrors } from "./define";

/** The rules of a package beyond one expression; `rule/…` has what is wrong inside one. */
export const checkRuleErrors = defineErrors({
  "check/fact-kind": {
    kind: "invalid",
    zh: "事实项写明是 {wanted}，算出来的是 {found}。请改 type，或改算法。",
    en: "The fact says that it is {wanted}, and comes to {found}. Change its type or its value.",
  },
  "check/circular-fact": {
    kind: "invalid",
    zh: "事实项“{name}”要用到自己，算不出来。请断开这个循环。",
    en: "The fact “{name}” reads itself by way of others and could never be worked out. Break the circle.",
  },
  "check/absence-not-said": {
    kind: "invalid",
    zh: "规则要读的“{path}”可能还没有填。请在表单里设为必填，或在 absent 里写明没有填时怎么算。",
    en: "“{path}”, which the rule reads, may not be filled in. Require it in a form, or say in absent what its absence means.",
    county: {
      zh: "规则要看的内容可能还没有填，那时判不出来。请把那一项设为必填，或者规则里不看它。",
      en: "What the rule looks at may not be filled in, and then nothing can be decided. Make it a question that must be answered, or leave it out of the rule.",
    },
  },
  "check/example-fails": {
    kind: "invalid",
    zh: "这个例子应得 {expected}，实际得到 {found}（缺：{missing}）。请改规则，或改例子。",
    en: "The example expects {expected} and comes to {found} (missing: {missing}). Correct the rule or the example.",
  },
  "check/guard-never-true": {
    kind: "invalid",
    zh: "规则“{rule}”怎么填都不会成立，这条去向走不到。请核对规则。",
    en: "The rule “{rule}” can never hold, so this way is never taken. Check the rule.",
  },
  "check/guard-never-in-turn": {
    kind: "invalid",
    zh: "轮到“{rule}”时它不会成立：凡是它成立的情况，前面的已经走了。请调换顺序，或改规则。",
    en: "“{rule}” never has its turn: wherever it holds, one before it holds as well. Change the order, or a rule.",
  },
  "check/guards-overlap": {
    kind: "invalid",
    severity: "warning",
    zh: "“{rule}”可能和前面的（{others}）同时成立，由先后顺序决定。例如：{witness}。请核对顺序。",
    en: "“{rule}” can hold together with what stands before it ({others}); the order decides. For example: {witness}. Check the order.",
  },
  "check/guards-not-analysed": {
    kind: "invalid",
    severity: "info",
    zh: "“{event}”的几条去向没有全部分析：规则里有算出来的数。请用场景核对顺序。",
    en: "The ways of “{event}” were not analysed to the end: the rules calculate. Hold their order by a scenario.",
  },
});
