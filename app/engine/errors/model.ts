import { defineErrors } from "./define";

/** Models: their files, what a county adopts, and which definition follows from it. */
export const modelErrors = defineErrors({
  "model/missing-package": {
    kind: "invalid",
    zh: "没有流程包“{name}”，最接近的是“{near}”。还没有写好的流程，请标明 planned: true；写错的，请改名称。",
    en: "There is no package “{name}”; the nearest is “{near}”. Mark a process that is not written yet with planned: true, or correct the name.",
  },
  "model/planned-exists": {
    kind: "invalid",
    severity: "warning",
    zh: "流程包“{name}”已经有了，模式里还标着 planned。请去掉标记，设好参数。",
    en: "The package “{name}” is there, but the model still calls it planned. Take the mark off and set its parameters.",
  },
  "model/planned-title": {
    kind: "invalid",
    zh: "流程“{name}”还没有写，模式里要写明它叫什么（title）。",
    en: "The process “{name}” is planned; the model has to say what it is called (title).",
  },
  "model/package-major": {
    kind: "invalid",
    zh: "模式按流程包“{name}”第 {wanted} 版写，现在是 {found}。请看清变化，再改 major。",
    en: "The model was written for version {wanted} of “{name}”; it is {found} now. See what has changed, then change major.",
  },
  "model/unknown-variant": {
    kind: "invalid",
    zh: "流程包“{package}”没有修改方案“{name}”，最接近的是“{near}”。现有：{known}。",
    en: "“{package}” has no variant “{name}”; the nearest is “{near}”. Known: {known}.",
  },
  "model/parameter-range": {
    kind: "invalid",
    zh: "“{package}”的参数“{name}”不能是 {value}，超出了允许的范围：{what}。请改到范围以内。",
    en: "The parameter “{name}” of “{package}” cannot be {value}: {what}. Bring it within its range.",
  },
  "model/not-your-village": {
    kind: "forbidden",
    zh: "村情由本派出所和县局填写，您只能看。要改的，请告诉派出所。",
    en: "The facts of a village are written by its station and the county; you can only read them.",
  },
  "model/not-in-practice": {
    kind: "conflict",
    zh: "村情各处共用，演练里不能改。请先结束演练。",
    en: "The facts of villages are shared and cannot be changed in practice. End the practice first.",
  },
  "model/unknown-kind": {
    kind: "invalid",
    zh: "没有村型“{name}”，最接近的是“{near}”。现有：{known}。",
    en: "There is no kind of village “{name}”; the nearest is “{near}”. Known: {known}.",
  },
  "model/unknown-fact": {
    kind: "invalid",
    zh: "这里没有“{name}”可用，最接近的是“{near}”。可以用：{known}。",
    en: "“{name}” cannot be read here; the nearest is “{near}”. Possible: {known}.",
  },
  "model/unknown-register": {
    kind: "invalid",
    zh: "没有登记簿“{name}”，最接近的是“{near}”。现有：{known}。",
    en: "There is no register “{name}”; the nearest is “{near}”. Known: {known}.",
  },
  "model/unknown-process": {
    kind: "invalid",
    zh: "模式里没有流程“{name}”，最接近的是“{near}”。请先写进 processes。",
    en: "The model has no process “{name}”; the nearest is “{near}”. Put it into processes first.",
  },
  "model/unknown-link": {
    kind: "invalid",
    zh: "流程包“{package}”没有到“{to}”的关联“{name}”，最接近的是“{near}”。",
    en: "“{package}” has no link “{name}” to “{to}”; the nearest is “{near}”.",
  },
  "model/link-off": {
    kind: "invalid",
    zh: "“{package}”会打开“{to}”，模式却没有启用它。请启用“{to}”，或停用“{package}”。",
    en: "“{package}” opens “{to}”, which the model has switched off. Switch it on, or switch “{package}” off.",
  },
  "model/main-off": {
    kind: "invalid",
    zh: "主要流程“{name}”没有启用。本村页要先显示它，请启用，或换一个。",
    en: "The main process “{name}” is switched off. The village's page leads with it: switch it on, or name another.",
  },
  "model/too-many-indicators": {
    kind: "invalid",
    zh: "服务指标最多 6 项，这里有 {count} 项。请留下最要紧的。",
    en: "A model has at most 6 service figures; there are {count}. Keep those that matter most.",
  },
  "model/counts-people": {
    kind: "invalid",
    zh: "指标“{title}”数的是“{word}”。指标只看服务办得怎样，不数线索，不数人。请换一项。",
    en: "The figure “{title}” counts “{word}”. Figures say how well people are served; they count neither clues nor persons. Choose another.",
  },
  "model/variant-conflict": {
    kind: "conflict",
    zh: "模式对“{package}”的修改和县里的“{variant}”合不到一起：{what}",
    en: "What the model changes in “{package}” does not go together with the county's “{variant}”: {what}",
  },
  "model/unknown-model": {
    kind: "not-found",
    zh: "没有模式“{model}”。请从模式页列出的里面选。",
    en: "There is no model “{model}”. Choose from those listed.",
  },
  "model/unknown-name": {
    kind: "invalid",
    zh: "没有模式“{name}”，最接近的是“{near}”。现有：{known}。",
    en: "There is no model “{name}”; the nearest is “{near}”. Known: {known}.",
  },
  "model/not-adoptable": {
    kind: "forbidden",
    zh: "“{title}”只作对比用，不能采用。",
    en: "“{title}” is there to compare with and cannot be adopted.",
  },
  "model/two-in-force": {
    kind: "conflict",
    zh: "{unit} 在 {day} 同时采用了“{first}”和“{second}”，定不下按哪个办。请把其中一个的截止日期改在另一个开始以前。",
    en: "On {day}, {unit} uses both “{first}” and “{second}”. End one before the other begins.",
  },
  "model/order-day": {
    kind: "invalid",
    zh: "“{day}”不是日期。请写成 2026-12-01 这样。",
    en: "“{day}” is no day. Write it as 2026-12-01.",
  },
  "model/no-village": {
    kind: "invalid",
    zh: "写明是哪些村：先选乡镇，再选村。",
    en: "Say which villages: choose a township, then the villages.",
  },
  "model/unknown-village": {
    kind: "not-found",
    zh: "没有这个村，或者不在您的范围里。请从村庄页里选。",
    en: "There is no such village, or it is outside your reach. Choose from the page of villages.",
  },
  "model/not-yours": {
    kind: "forbidden",
    zh: "对比模式由县局政工、法制、派出所领导和乡镇综治来做。",
    en: "Models are compared by the county's personnel and legal offices, station chiefs and townships.",
  },
  "model/not-in-model": {
    kind: "forbidden",
    zh: "{place}按“{model}”办理，没有启用“{process}”。要办的，请报派出所。",
    en: "{place} works by “{model}”, which does not use “{process}”. Ask the station.",
  },
});
