import { defineErrors } from "./define";

/** What the web server itself refuses, before a route is asked. */
export const httpErrors = defineErrors({
  "http/foreign-origin": {
    kind: "forbidden",
    zh: "这次提交来自别的网站（{origin}），没有办理。请从本系统的页面提交；系统换过网址的，请管理员设置 QY_ORIGIN。",
    en: "This was sent from another site ({origin}); nothing was done. Send it from a page of this system. If its address has changed, the administrator sets QY_ORIGIN.",
  },
  "http/no-origin": {
    kind: "forbidden",
    zh: "浏览器没有说明这次提交来自哪里，页面上的校验码也不对，没有办理。请刷新页面后再提交。",
    en: "The browser did not say where this comes from, and the page's token does not fit; nothing was done. Reload the page and send again.",
  },
  "http/foreign-host": {
    kind: "forbidden",
    zh: "这个网址（{host}）不是本系统的。请用管理员给的网址打开；管理员可用 QY_ORIGIN 设置网址。",
    en: "This system does not answer to {host}. Use the address you were given; the administrator sets it with QY_ORIGIN.",
  },
  "http/metrics-closed": {
    kind: "forbidden",
    zh: "运行指标只给本机，或者带着口令来取的监控系统。请在本机取，或在服务器上设置 QY_METRICS_TOKEN。",
    en: "Metrics are for this machine alone, or for a monitoring system that brings the token. Ask from this machine, or set QY_METRICS_TOKEN on the server.",
  },
  "http/method": {
    kind: "invalid",
    zh: "不支持 {method} 请求。请从页面上的按钮提交。",
    en: "{method} is not supported. Use the page's own buttons.",
  },
  "http/malformed": {
    kind: "invalid",
    zh: "请求的网址或内容不完整，读不出来。请回到上一页重新打开。",
    en: "The address or the content of the request cannot be read. Go back and open it again.",
  },
  "http/unsupported-type": {
    kind: "invalid",
    zh: "不支持这种提交格式（{type}）。请从页面上的表单提交。",
    en: "Content of the type {type} is not supported. Send the page's own form.",
  },
  "http/too-large": {
    kind: "too-large",
    zh: "提交的内容超过 {megabytes} MB，没有存上。照片请选小一些的，文字请分几次提交。",
    en: "What was sent is larger than {megabytes} MB; nothing was stored. Choose smaller photos, or send the text in parts.",
  },
  "http/unreadable-field": {
    kind: "invalid",
    zh: "表单里有一项读不出来（{name}），没有存上。请刷新页面后再填。",
    en: "One field of the form cannot be read ({name}); nothing was stored. Reload the page and fill it in again.",
  },
  "http/too-many-fields": {
    kind: "too-large",
    zh: "一次提交超过 {most} 项，没有存上。请减少几项，或者分几次提交。",
    en: "More than {most} fields were sent at once; nothing was stored. Send fewer, or in parts.",
  },
  "http/broken": {
    kind: "broken",
    zh: "没有存上，不是您的问题。请稍后再试；还不行的，把编号 {request} 告诉管理员。",
    en: "Something broke here; nothing was stored. Try again later; if it stays, tell the administrator the number {request}.",
  },
});
