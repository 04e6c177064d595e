import { defineErrors } from "./define";

/** Names in a package that lead nowhere, and things that plugins were to bring. */
export const checkNameErrors = defineErrors({
  "check/unknown-rule": {
    kind: "invalid",
    zh: "没有规则“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 rules 里。",
    en: "There is no rule “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to rules.",
  },
  "check/unknown-deadline": {
    kind: "invalid",
    zh: "没有期限“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 deadlines 里。",
    en: "There is no deadline “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to deadlines.",
  },
  "check/unknown-form": {
    kind: "invalid",
    zh: "没有表单“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它放进 schemas 里本包的文件夹。",
    en: "There is no form “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to the package's folder in schemas/.",
  },
  "check/unknown-role": {
    kind: "invalid",
    zh: "没有角色“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 schemas/common/roles.json 里。",
    en: "There is no role “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to schemas/common/roles.json.",
  },
  "check/unknown-phase": {
    kind: "invalid",
    zh: "没有阶段“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 phases 里。",
    en: "There is no phase “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to phases.",
  },
  "check/unknown-state": {
    kind: "invalid",
    zh: "没有环节“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 machine 里。",
    en: "There is no state “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to the machine.",
  },
  "check/unknown-event": {
    kind: "invalid",
    zh: "没有操作“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在环节的 on 里。",
    en: "There is no event “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to the `on` of a state.",
  },
  "check/unknown-link": {
    kind: "invalid",
    zh: "没有关联事项“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 links 里。",
    en: "There is no link “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to links.",
  },
  "check/unknown-job": {
    kind: "invalid",
    zh: "没有自动任务“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 jobs 里。",
    en: "There is no job “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to jobs.",
  },
  "check/unknown-tell": {
    kind: "invalid",
    zh: "没有“{name}”这个给关联事项的消息，最接近的是“{near}”。现有：{known}。请改名称，或把它写在那个关联的 tells 里。",
    en: "There is no word “{name}” to linked matters; the nearest is “{near}”. Known: {known}. Correct the name, or add it to the link's tells.",
  },
  "check/unknown-operation": {
    kind: "invalid",
    zh: "没有“{name}”这种操作，最接近的是“{near}”。有：{known}。请改名称。",
    en: "There is no operation “{name}”; the nearest is “{near}”. Known: {known}. Correct the name.",
  },
  "check/unknown-paper": {
    kind: "invalid",
    zh: "没有文书“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它放进 papers 文件夹。",
    en: "There is no paper “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to the folder papers/.",
  },
  "check/unknown-fact": {
    kind: "invalid",
    zh: "没有事实项“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 facts 里。",
    en: "There is no fact “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to facts.",
  },
  "check/unknown-parameter": {
    kind: "invalid",
    zh: "没有参数“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 parameters 里。",
    en: "There is no parameter “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to parameters.",
  },
  "check/unknown-legal": {
    kind: "invalid",
    zh: "没有依据“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 legal 里。",
    en: "There is no norm “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to legal.",
  },
  "check/unknown-retention": {
    kind: "invalid",
    zh: "没有保存类别“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 retention 里。",
    en: "There is no retention class “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to retention.",
  },
  "check/unknown-register": {
    kind: "invalid",
    zh: "没有台账“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 registers 里。",
    en: "There is no register “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to registers.",
  },
  "check/unknown-notice": {
    kind: "invalid",
    zh: "没有公示“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或把它写在 notices 里。",
    en: "There is no notice “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or add it to notices.",
  },
  "check/unknown-person": {
    kind: "invalid",
    zh: "场景的 people 里没有“{name}”，最接近的是“{near}”。现有：{known}。",
    en: "The scenario has no person “{name}”; the nearest is “{near}”. Known: {known}.",
  },
  "check/unknown-matter": {
    kind: "invalid",
    zh: "场景到这一步还没有叫“{name}”的事项，最接近的是“{near}”。已有：{known}。",
    en: "The story has no matter called “{name}” yet; the nearest is “{near}”. So far: {known}.",
  },
  "check/unknown-code": {
    kind: "invalid",
    zh: "没有错误编号“{name}”，最接近的是“{near}”。全部编号见 docs/errors.md。",
    en: "There is no error code “{name}”; the nearest is “{near}”. All codes are in docs/errors.md.",
  },
  "check/scenario-start": {
    kind: "invalid",
    zh: "场景的第一步要登记事项。请把第一步写成 start。",
    en: "A scenario begins by opening a matter. Make its first step a start.",
  },
  "check/scenario-kinds": {
    kind: "invalid",
    zh: "一步只能做一件事，这里有：{kinds}。请拆成几步。",
    en: "One step does one thing; here are: {kinds}. Split it.",
  },
  "check/unknown-action": {
    kind: "invalid",
    zh: "没有动作“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或在 plugins 里列出提供它的插件。",
    en: "There is no action “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or list its plugin in plugins.",
  },
  "check/action-params": {
    kind: "invalid",
    zh: "动作“{action}”的参数不对：{what}。请对照插件的说明改。",
    en: "The parameters of “{action}” do not fit: {what}. Correct them after the plugin's README.",
  },
  "check/unknown-display": {
    kind: "invalid",
    zh: "没有显示方式“{name}”，最接近的是“{near}”。现有：{known}。",
    en: "There is no display “{name}”; the nearest is “{near}”. Known: {known}.",
  },
  "check/unknown-format": {
    kind: "invalid",
    zh: "没有格式“{name}”，最接近的是“{near}”。现有：{known}。请改名称，或在 plugins 里列出提供它的插件。",
    en: "There is no format “{name}”; the nearest is “{near}”. Known: {known}. Correct the name, or list its plugin in plugins.",
  },
  "check/unknown-widget": {
    kind: "invalid",
    zh: "没有控件“{name}”，最接近的是“{near}”。现有：{known}。",
    en: "There is no widget “{name}”; the nearest is “{near}”. Known: {known}.",
  },
  "check/unknown-path": {
    kind: "invalid",
    zh: "“{path}”读不到内容：没有“{name}”，最接近的是“{near}”。这里有：{known}。",
    en: "“{path}” leads nowhere: there is no “{name}”; the nearest is “{near}”. Here are: {known}.",
  },
  "check/unknown-field": {
    kind: "invalid",
    zh: "没有字段“{name}”，最接近的是“{near}”。这里有：{known}。",
    en: "There is no field “{name}”; the nearest is “{near}”. Here are: {known}.",
  },
  "check/unknown-linked-package": {
    kind: "invalid",
    zh: "关联的流程包“{name}”不在这里，最接近的是“{near}”。现有：{known}。",
    en: "The linked package “{name}” is not here; the nearest is “{near}”. Known: {known}.",
  },
  "check/unused": {
    kind: "invalid",
    severity: "warning",
    zh: "“{name}”没有用到。请用上它，或删掉。",
    en: "“{name}” is not used. Use it, or remove it.",
  },
});
