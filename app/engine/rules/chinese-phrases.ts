import type { Phrases } from "./phrases";
import type { Relation } from "./statement";

const ITEMS = { all: "都符合", some: "里没有符合的", none: "里都没有" } as const;

/** Clauses in Chinese, as a colleague at the counter would say them. */
export const CHINESE: Phrases = {
  yes: "是",
  no: "否",
  nothing: "空",
  has: "有",
  hasNot: "没有",
  open: "待核",
  listOf: (all, more) => `${all.join("、")}${more ? "等" : ""}`,
  quoted: (value) => `“${value}”`,
  verdict: (truth) => (truth === "unknown" ? "待核" : truth ? "符合" : "不符合"),
  ofItem(list, label) {
    if (label === undefined) return `${list === "" ? "其" : list}中有一项`;
    if (/^\d+$/.test(label)) return `${list}第 ${label} 项`;
    return list === "" ? label : `${list} ${label}`;
  },
  named: (name, value) => `${name}：${value}`,
  withValue: (name, value) => `${name} ${value}`,
  withoutValue: (name) => `${name}（缺材料）`,
  assumed: (value) => `没有填，按“${value}”算`,
  computed: (from) => (from === "" ? "算出的结果" : `按${from}算出的结果`),
  demand({ relation, other, isDay }) {
    const gap = /^[“\p{Script=Han}]/u.test(other) ? "" : " ";
    const { before, after } = demandsFor(isDay)[relation];
    return `${before}${gap}${other}${after}`;
  },
  amongRead: (list, negated) => `${negated ? "不应" : "应"}在${list}之中`,
  between: ({ low, high, inclusive, outside }) =>
    `${outside ? "不在" : "在"} ${low} 和 ${high} 之间（${inclusive ? "含" : "不含"}两端）`,
  said: (what, demand) => `${what}，${demand}`,
  concluded: (what, verdict) => `${what}：${verdict}`,
  condition: (name, demand) => `${name}${demand}`,
  filledIn: (complete, names) => `${complete ? "材料齐全" : "还缺材料"}：${names}`,
  emptyList: (list) => `${list === "" ? "清单" : list}：一项也没有`,
  judged: (from) => (from === "" ? "这一条" : `按${from}判断`),
  everyItem: ({ quantifier, list, condition }) => `${list}${ITEMS[quantifier]}：${condition}`,
  hidden: "有一项内容不对您显示",
  tooMuch: "内容太多，算不完：待核",
  failed: "有一步没有算成：待核",
  notListed: (count) => `另有 ${count} 条没有列出`,
};

function demandsFor(isDay: boolean): Record<Relation, { before: string; after: string }> {
  return {
    equal: { before: "应为", after: "" },
    notEqual: { before: "不应为", after: "" },
    less: { before: isDay ? "早于" : "少于", after: "" },
    atMost: { before: isDay ? "不晚于" : "不超过", after: "" },
    more: { before: isDay ? "晚于" : "大于", after: "" },
    atLeast: { before: isDay ? "不早于" : "不少于", after: "" },
    oneOf: { before: "应属于", after: "之一" },
    notOneOf: { before: "不应属于", after: "之一" },
    contains: { before: "应包含", after: "" },
    lacks: { before: "不应包含", after: "" },
  };
}
