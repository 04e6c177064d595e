import { defineErrors } from "./define";

/** Public notices: what people without an account are told. */
export const noticeErrors = defineErrors({
  "notice/no-village": {
    kind: "not-found",
    zh: "没有这个村的公开栏。请核对网址，或到村务公开栏扫码。",
    en: "There is no board of this village. Check the address, or scan the code at the village board.",
  },
  "notice/not-found": {
    kind: "not-found",
    zh: "没有这条公示，或者公示期已经结束。需要了解的，请打派出所或村委会电话。",
    en: "There is no such notice, or its time is over. To ask about it, call the station or the village committee.",
  },
  "notice/no-objection": {
    kind: "conflict",
    zh: "这条公示不在网上收异议。请打公示上的监督电话。",
    en: "Objections to this notice are not taken here. Call the supervision telephone on the notice.",
  },
  "notice/which-row": {
    kind: "invalid",
    zh: "请先选对谁有异议。",
    en: "Choose first whom your objection is about.",
  },
  "notice/row-closed": {
    kind: "conflict",
    zh: "对“{row}”的异议现在不能在网上提，您写的内容没有送出。请打公示上的监督电话。",
    en: "Objections to “{row}” are not taken here at present; what you wrote was not sent. Call the supervision telephone on the notice.",
  },
  "notice/too-many-objections": {
    kind: "too-many",
    zh: "从您这个网络提的异议太多了，请 {minutes} 分钟后再提，或打公示上的监督电话。",
    en: "Too many objections came from your network. Try again in {minutes} minutes, or call the supervision telephone.",
  },
  "notice/wrong-code": {
    kind: "not-found",
    zh: "没有查到。请核对八位查询码；收到满一年的，请打公示上的监督电话问。",
    en: "Nothing was found. Check the eight digits; after a year, ask by the supervision telephone on the notice.",
  },
  "notice/too-many-codes": {
    kind: "too-many",
    zh: "查询码错得太多了，请 {seconds} 秒后再试。",
    en: "Too many wrong codes. Try again in {seconds} seconds.",
  },
});
