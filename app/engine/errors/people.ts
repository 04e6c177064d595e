import { defineErrors } from "./define";

/** Accounts, posts and units. */
export const peopleErrors = defineErrors({
  "people/login-shape": {
    kind: "invalid",
    zh: "用户名“{login}”不能用。请用 2–32 位小写字母、数字、点、横线，以字母开头。",
    en: "“{login}” cannot be a login. Use 2–32 lower-case letters, digits, dots or dashes, a letter first.",
  },
  "people/login-taken": {
    kind: "conflict",
    zh: "用户名“{login}”已经有人用了。请换一个；要重设密码的，用 qy user reset。",
    en: "The login “{login}” is taken. Choose another; to set a new password use qy user reset.",
  },
  "people/unknown-login": {
    kind: "not-found",
    zh: "没有用户名“{login}”。用 qy user list 看已有的用户。",
    en: "There is no login “{login}”. See qy user list.",
  },
  "people/name-missing": {
    kind: "invalid",
    zh: "写上姓名，最多 64 个字。",
    en: "Give a name of at most 64 characters.",
  },
  "people/unknown-role": {
    kind: "invalid",
    zh: "没有角色“{role}”。可用的角色：{choices}。",
    en: "There is no role “{role}”. Roles: {choices}.",
  },
  "people/post-held": {
    kind: "conflict",
    zh: "“{login}”在机构“{unit}”已经有角色“{role}”，不用再加。",
    en: "“{login}” is already {role} at the unit “{unit}”.",
  },
  "people/unknown-unit": {
    kind: "not-found",
    zh: "没有机构“{unit}”。请到“机构”页核对编号，或者先添加这个机构；在终端用 qy unit list 和 qy unit add。",
    en: "There is no unit “{unit}”. Check its id on the page of units, or add it there first; on a terminal, qy unit list and qy unit add.",
  },
  "people/unit-taken": {
    kind: "conflict",
    zh: "机构编号“{unit}”已经有了（{name}）。请换一个编号。",
    en: "The unit id “{unit}” is taken ({name}). Choose another.",
  },
  "people/unit-id": {
    kind: "invalid",
    zh: "机构编号“{unit}”不能用。请用区划代码，例如 991021；同一代码有几个机构的，加点和英文名，例如 991021200.station。",
    en: "“{unit}” cannot be a unit's id. Use the division code, such as 991021; where a code has several units, add a dot and a word, such as 991021200.station.",
  },
  "people/unit-kind": {
    kind: "invalid",
    zh: "没有机构类型“{kind}”。可用的类型：{choices}。",
    en: "There is no kind of unit “{kind}”. Kinds: {choices}.",
  },
  "people/unit-level": {
    kind: "invalid",
    zh: "“{parent}”下面不设“{kind}”。可以设：{choices}。请到上一级或下一级机构那里添加。",
    en: "A unit of the kind “{kind}” does not lie beneath “{parent}”; there can be: {choices}. Add it beneath a higher or a lower unit.",
  },
  "people/unit-covers": {
    kind: "invalid",
    zh: "管辖范围“{covers}”不对。请写 2–12 位的区划代码，几个之间用逗号隔开；村只写一个 12 位代码。",
    en: "“{covers}” cannot be what a unit covers. Give division codes of 2–12 digits with commas between them; a village has one code of 12 digits.",
  },
  "people/duty-phone": {
    kind: "invalid",
    zh: "值班电话“{phone}”不对。请写公布的座机号码，例如 0000-6200110。",
    en: "“{phone}” cannot be a duty phone. Give the published number, such as 0000-6200110.",
  },
  "people/not-yours": {
    kind: "forbidden",
    zh: "账号和机构由本单位的管理员管理。请找他们办理。",
    en: "Accounts and units are managed by the unit's administrators. Ask them.",
  },
  "people/out-of-reach": {
    kind: "forbidden",
    zh: "这个账号或机构不全在您管的范围里。请找上一级的管理员办理。",
    en: "This account or unit lies outside of what you administer. Ask the administrator above.",
  },
  "people/own-account": {
    kind: "forbidden",
    zh: "不能停用自己的账号，也不能停掉自己的管理员任职。请另一位管理员办理。",
    en: "Nobody disables their own account or ends their own post as administrator. Another administrator has to.",
  },
  "people/unknown-post": {
    kind: "not-found",
    zh: "没有这条任职，或者已经结束了。请看最新的情况。",
    en: "There is no such post, or it has ended. See how it stands now.",
  },
  "people/post-dates": {
    kind: "invalid",
    zh: "任职日期不对。请写年月日，止的日期不早于起的日期。",
    en: "The dates of the post are wrong. Give days; the last not before the first.",
  },
  "people/unknown-package": {
    kind: "not-found",
    zh: "没有流程“{package}”。可用的流程：{choices}。",
    en: "There is no workflow “{package}”. Workflows: {choices}.",
  },
  "people/unknown-variant": {
    kind: "not-found",
    zh: "流程“{package}”没有修改方案“{variant}”。可用的方案：{choices}。",
    en: "The workflow “{package}” has no variant “{variant}”. Variants: {choices}.",
  },
});
