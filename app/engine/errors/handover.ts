import { defineErrors } from "./define";

/** Lists of what is handed over when somebody is away or leaves (交接清单). */
export const handoverErrors = defineErrors({
  "handover/open-matters": {
    kind: "conflict",
    zh: "还不能离岗：{name}手里还有 {count} 件没有人接：{first}。打开交接清单，用“清单要改”重新列，双方签了再离岗；或请所长转交。",
    en: "Not yet: {count} matter(s) are still with {name} and nobody else: {first}. Open the list, list anew and have both sign, or let the chief hand them over.",
  },
  "handover/unknown-person": {
    kind: "invalid",
    zh: "这里没有叫“{name}”的账号，或者不止一个。请核对姓名；刚调来的，先请管理员加上岗位。",
    en: "There is no account called “{name}” here, or more than one. Check the name; for newcomers an administrator adds the post first.",
  },
  "handover/nothing": {
    kind: "not-found",
    zh: "没有这份交接清单，或者您看不到。请从“事项”里找。",
    en: "There is no such list, or it is not for you to see. Look among the matters.",
  },
});
