import { defineErrors } from "./define";

/** Forms: their schemas, and what a person entered. */
export const formErrors = defineErrors({
  "form/schema": {
    kind: "broken",
    zh: "表单定义有误：{what}。请配置管理员改正后再发布。",
    en: "The form's schema cannot be used: {what}. Correct it before publishing.",
  },
  "form/invalid": {
    kind: "invalid",
    zh: "还有 {count} 处要改，改好再提交，已填的都还在。",
    en: "{count} thing(s) to correct; what you entered is kept.",
  },
  "form/unknown-item": {
    kind: "invalid",
    zh: "名单里没有这一项（{id}），请刷新页面后再填。",
    en: "There is no such item ({id}); reload the page.",
  },
  "form/too-deep": {
    kind: "invalid",
    zh: "提交的内容层次或者项数太多，无法处理。请刷新页面后重新填写，内容多的分几次提交。",
    en: "What was sent is nested too deeply or has too many items. Reload the page and fill it in again, in parts where it is much.",
  },
});
