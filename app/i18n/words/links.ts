import type { Words } from "./words";

/** Linked matters on a matter's page. */
export const zh = {
  links: {
    title: "关联事项",
    parent: "所属事项",
    parentOver: "所属事项已经不在办理中，这件事项照常办理。",
    children: "由这件事开出的",
    openCount: "{{open}} 件在办，共 {{all}} 件",
    allOver: "{{count}} 件，都已办完",
    over: "已办完的 {{count}} 件",
    holder: "{{who}}办理",
    holds: "“{{list}}”第 {{rows}} 项等它办完",
    comma: "、",
    withheld: "不在您负责的范围内，内容看不到",
    waitsFor: "还没有办完的",
  },
};

export const en: Words<typeof zh> = {
  links: {
    title: "Linked matters",
    parent: "It belongs to",
    parentOver: "The matter that it belongs to is over; this one goes on.",
    children: "Opened from here",
    openCount: "{{open}} of {{all}} open",
    allOver: "{{count}}, all finished",
    over: "Finished: {{count}}",
    holder: "with {{who}}",
    holds: "holds row {{rows}} of “{{list}}”",
    comma: ", ",
    withheld: "outside the area you serve; what it holds is not shown",
    waitsFor: "Not finished yet",
  },
};
