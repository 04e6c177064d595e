import type { Words } from "./words";

/** Villages and the models by which they work. */
export const zh = {
  villages: {
    title: "村庄",
    heading: "一村一策，各按各的模式办",
    region: "{{region}}·{{count}} 个村",
    legend: "图例",
    compare: "对比模式",
    nothingDue: "无到期",
    see: "看本村",
    both: "{{one}}和{{other}}，各有各的办法",
    beside: "并排看",
    alone: "只看本村",
    show: "显示",
    board: "{{village}}的公示栏",
    noModel: "还没有采用模式，各项流程都可以办。",
    serving: "谁在为本村服务",
    dutyPhone: "值班电话",
    until: "到 {{time}}",
    counts: "圈里是现在的件数",
    week: "本周",
    changed: "办法的变化",
  },
};

export const en: Words<typeof zh> = {
  villages: {
    title: "Villages",
    heading: "Each village by its own model",
    region: "{{region}} · {{count}} villages",
    legend: "Legend",
    compare: "Compare models",
    nothingDue: "Nothing due",
    see: "See the village",
    both: "{{one}} and {{other}}, each in its own way",
    beside: "Beside it",
    alone: "This village alone",
    show: "Show",
    board: "The notice board of {{village}}",
    noModel: "No model is adopted yet; every process can be used.",
    serving: "Who serves this village",
    dutyPhone: "Duty phone",
    until: "until {{time}}",
    counts: "Circles hold the matters now",
    week: "This week",
    changed: "What has changed",
  },
};
