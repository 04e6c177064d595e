import type { Words } from "./words";

/** Papers and registers. */
export const zh = {
  paper: {
    print: "打印",
    copies: "打印 {{count}} 份",
    hint: "没有反应的，用浏览器菜单里的“打印”。",
    sample: "样式：本县法制部门尚未审定",
    copy: "第 {{copy}} 份，共 {{count}} 份",
    fingerprint: "指印",
    seal: "盖章处",
    qr: "扫码只核对编号、日期和文书是否一致，不显示当事人和内容。",
    back: "这件事项",
  },
  register: {
    title: "台账",
    none: "您现在的岗位没有台账可看。",
    unit: "单位：{{unit}}",
    year: "{{year}}年度",
    otherYear: "看{{year}}年",
    count: "本页 {{count}} 件",
    corrections: "更正 {{count}} 行",
    printed: "{{day}}打印。",
    masked: "当事人姓名隐去一字，供检查用。",
    recorder: "登记人（签名）：",
    checker: "核对民警（签名）：",
    empty: "这一年还没有登记。",
    open: "看事项",
  },
};

export const en: Words<typeof zh> = {
  paper: {
    print: "Print",
    copies: "Print {{count}} copies",
    hint: "If nothing happens, use “Print” in the browser's menu.",
    sample: "Sample: not yet approved by the county's legal office",
    copy: "Copy {{copy}} of {{count}}",
    fingerprint: "fingerprint",
    seal: "seal here",
    qr: "The code proves number, date and text only; it shows neither parties nor content.",
    back: "The matter",
  },
  register: {
    title: "Registers",
    none: "Your present post has no register to see.",
    unit: "Unit: {{unit}}",
    year: "Year {{year}}",
    otherYear: "See {{year}}",
    count: "{{count}} matters on this page",
    corrections: "{{count}} corrections",
    printed: "Printed {{day}}. ",
    masked: "Names of parties lack one character, for inspection.",
    recorder: "Recorded by (signature): ",
    checker: "Checked by (signature): ",
    empty: "Nothing was registered this year.",
    open: "See the matter",
  },
};
