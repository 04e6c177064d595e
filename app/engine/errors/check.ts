import { checkDataErrors } from "./check-data";
import { checkDecisionErrors } from "./check-decisions";
import { checkGraphErrors } from "./check-graph";
import { checkLadderErrors } from "./check-ladder";
import { checkNameErrors } from "./check-names";
import { checkRuleErrors } from "./check-rules";
import { defineErrors } from "./define";

/** What `check` finds in a package: its files and their shape here, the rest in files of its own. */
export const checkErrors = defineErrors({
  ...checkDataErrors,
  ...checkDecisionErrors,
  ...checkGraphErrors,
  ...checkLadderErrors,
  ...checkNameErrors,
  ...checkRuleErrors,

  // Files
  "check/no-packages-folder": {
    kind: "not-found",
    zh: "“{dir}”里没有 workflows 文件夹。请指到放着 workflows 和 schemas 的文件夹。",
    en: "There is no folder “workflows” in “{dir}”. Name the folder that holds workflows/ and schemas/.",
  },
  "check/unknown-package": {
    kind: "not-found",
    zh: "没有流程包“{id}”。现有：{known}。",
    en: "There is no package “{id}”. Known: {known}.",
  },
  "check/no-workflow": {
    kind: "invalid",
    zh: "流程包“{folder}”里没有 workflow.json。请补上，或删掉这个文件夹。",
    en: "The package “{folder}” has no workflow.json. Add it, or remove the folder.",
  },
  "check/no-data": {
    kind: "invalid",
    zh: "缺少 schemas/{id}/data.json。请在其中写明事项的全部数据。",
    en: "schemas/{id}/data.json is missing. Describe the matter's whole data there.",
  },
  "check/unexpected-file": {
    kind: "invalid",
    severity: "warning",
    zh: "流程包里用不到“{name}”，它不会被读取。请核对名称，或删掉。",
    en: "A package has no use for “{name}”; it is not read. Check its name, or remove it.",
  },
  "check/unreadable-file": {
    kind: "invalid",
    zh: "文件读不出来（{what}）。请核对路径：是不是写对了，是不是文件，有没有读的权限。",
    en: "The file cannot be read ({what}). Check that the path is right, that it is a file, and its permissions.",
  },
  "check/file-too-large": {
    kind: "too-large",
    zh: "文件有 {size} 字节，超过 {limit} 字节。请拆分或精简。",
    en: "The file has {size} bytes; {limit} are allowed. Split it or make it smaller.",
  },
  "check/not-json": {
    kind: "invalid",
    zh: "不是正确的 JSON（{what}）。请检查逗号、引号和括号。",
    en: "This is not JSON ({what}). Look for a comma, quote or bracket.",
  },
  "check/too-deep": {
    kind: "too-large",
    zh: "嵌套超过 {limit} 层。请改得平一些。",
    en: "Nested more than {limit} levels deep. Make it flatter.",
  },
  "check/too-large": {
    kind: "too-large",
    zh: "内容展开后超过 {limit} 项。请减少内容或引用。",
    en: "With everything put in there are more than {limit} values. Use fewer values or references.",
  },
  "check/forbidden-key": {
    kind: "invalid",
    zh: "不能用“{key}”作名称。请换一个。",
    en: "“{key}” cannot be a key. Choose another name.",
  },
  "check/duplicate-key": {
    kind: "invalid",
    zh: "“{key}”写了两次，前一个会被悄悄丢掉。请删掉一个，或改名。",
    en: "“{key}” stands here twice; the first would be lost silently. Remove or rename one.",
  },
  "check/duplicate-id": {
    kind: "invalid",
    zh: "编号“{id}”已经用在 {other}。请改成不同的编号。",
    en: "The id “{id}” is already used in {other}. Give each its own.",
  },
  "check/id-and-folder": {
    kind: "invalid",
    zh: "编号是“{id}”，按所在位置应是“{expected}”。请改成一致。",
    en: "The id is “{id}”; by its place it has to be “{expected}”. Make them agree.",
  },
  "check/unresolved-ref": {
    kind: "invalid",
    zh: "引用“{ref}”找不到内容。请核对文件名和路径，只能引用 schemas 里的文件。",
    en: "The reference “{ref}” leads nowhere. Check file and pointer; only files in schemas/ can be named.",
  },
  "check/remote-ref": {
    kind: "invalid",
    zh: "不能引用外部地址“{ref}”。请把内容放进 schemas 再引用。",
    en: "“{ref}” lies outside. Put the shape into schemas/ and refer to it there.",
  },
  "check/circular-ref": {
    kind: "invalid",
    zh: "引用“{ref}”绕回了自己。请去掉循环。",
    en: "The reference “{ref}” comes back to itself. Break the circle.",
  },
  "check/ref-overrides": {
    kind: "invalid",
    zh: "引用旁边不能改写“{key}”，它由被引用的内容决定。请删掉这一项。",
    en: "“{key}” beside a reference would override what is referred to. Remove it.",
  },
  "check/no-readme": {
    kind: "invalid",
    severity: "warning",
    zh: "流程包“{folder}”没有 README.md。请写明它做什么、依据什么、哪些可以改。",
    en: "The package “{folder}” has no README.md. Say what it does, on what ground, and what may vary.",
  },
  "check/malformed-role": {
    kind: "invalid",
    zh: "角色“{id}”缺少 title 或 decides。请补齐。",
    en: "The role “{id}” lacks title or decides. Complete it.",
  },
  "check/scenario-workflow": {
    kind: "invalid",
    zh: "场景所属的流程“{id}”不在这个流程包里。请把 workflow 改成本包的编号。",
    en: "The scenario's workflow “{id}” is not in this package. Name one of this folder.",
  },
  "check/variant-parent": {
    kind: "invalid",
    zh: "修改方案的上级“{parent}”不在这个流程包里。请改成本包，或本包的另一个修改方案。",
    en: "The variant's parent “{parent}” is not in this package. Name the package, or a variant of it.",
  },

  "check/paper-without-offer": {
    kind: "invalid",
    severity: "warning",
    zh: "没有流程列出文书“{name}”，它打印不出来。请在 papers 里列出，或删掉文件。",
    en: "No workflow offers the paper “{name}”; nobody can print it. List it in papers, or remove the file.",
  },

  // Shape
  "check/wrong-type": {
    kind: "invalid",
    zh: "这里应是 {expected}。请按格式改写。",
    en: "This has to be: {expected}. Rewrite it.",
  },
  "check/unknown-key": {
    kind: "invalid",
    zh: "这里没有“{key}”这一项，最接近的是“{near}”。可以用的有：{known}。",
    en: "There is no “{key}” here; the nearest is “{near}”. Possible: {known}.",
  },
  "check/missing-key": {
    kind: "invalid",
    zh: "缺少“{key}”。请补上。",
    en: "“{key}” is missing. Add it.",
  },
  "check/not-allowed": {
    kind: "invalid",
    zh: "{value} 不能用在这里。可以用的有：{allowed}。",
    en: "{value} cannot stand here. Possible: {allowed}.",
  },
  "check/wrong-form": {
    kind: "invalid",
    zh: "“{value}”的写法不对，应符合 {pattern}。",
    en: "“{value}” does not have the right form; it has to match {pattern}.",
  },
  "check/limit": {
    kind: "too-large",
    zh: "超出限度：{keyword} 为 {limit}。请改到限度以内。",
    en: "Outside the limits: {keyword} is {limit}. Bring it within them.",
  },
  "check/illegal-name": {
    kind: "invalid",
    zh: "名称“{name}”不能用。请用小写字母开头的字母和数字，不带点、空格和连字符。",
    en: "The name “{name}” cannot be used. Begin with a small letter; letters and digits only.",
  },
  "check/reserved-name": {
    kind: "invalid",
    zh: "“{name}”是系统保留的名称，流程里不能声明。请换一个名称。",
    en: "“{name}” is reserved for the system. Choose another name.",
  },
  "check/wildcard-event": {
    kind: "invalid",
    zh: "操作不能用通配符“{name}”。请把允许的操作逐个写出。",
    en: "An event cannot be a wildcard (“{name}”). Write out each event that is allowed.",
  },
  "check/numeric-delay": {
    kind: "invalid",
    zh: "after 里不能写时长“{name}”。请在 deadlines 里写一个期限，这里写它的名称。",
    en: "after cannot hold a duration (“{name}”). Declare a deadline and name it here.",
  },
  "check/forbidden-feature": {
    kind: "invalid",
    zh: "流程里不能用 XState 的“{feature}”。数据写进表单，判断写成规则，时间写成期限，动作写成 actions。",
    en: "A package cannot use XState's “{feature}”. Data belongs in forms, conditions in rules, time in deadlines, effects in actions.",
  },
});
