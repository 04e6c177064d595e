import { defineErrors } from "./define";

/** The machine of a package: its states, its events, and the ways through it. */
export const checkGraphErrors = defineErrors({
  "check/duplicate-state": {
    kind: "invalid",
    zh: "环节“{name}”重名，另一个在 {other}。环节名称在整个流程里要唯一，请改一个。",
    en: "Two states are called “{name}”; the other is {other}. Names are unique in a machine: rename one.",
  },
  "check/duplicate-state-id": {
    kind: "invalid",
    zh: "环节 id“{name}”重复，另一个在 {other}。请改一个。",
    en: "Two states have the id “{name}”; the other is {other}. Change one.",
  },
  "check/misplaced": {
    kind: "invalid",
    zh: "“{key}”不能写在这种环节（{what}）里。请删掉，或挪到该写的地方。",
    en: "“{key}” has no place in a state of this kind ({what}). Remove it, or move it.",
  },
  "check/too-few-regions": {
    kind: "invalid",
    zh: "并行环节至少要有两条并行的线。只有一条时，请去掉 type: parallel。",
    en: "A parallel state needs two regions at least. With one, leave out type: parallel.",
  },
  "check/no-title": {
    kind: "invalid",
    zh: "环节“{state}”没有 meta.title。请写上办事人看到的名称。",
    en: "The state “{state}” has no meta.title. Give it the name that people read.",
  },
  "check/no-end": {
    kind: "invalid",
    zh: "“{state}”是结束环节，请在 meta.end 写明是 completed（办结）还是 abandoned（未办成）。",
    en: "“{state}” is an end: say in meta.end whether it is completed or abandoned.",
  },
  "check/target-elsewhere": {
    kind: "invalid",
    zh: "从这里按“{target}”找不到环节“{state}”：它不在同一层。请给它写上 id，再用“#”加 id 指向它。",
    en: "“{target}” does not lead to the state “{state}” from here: it lies elsewhere in the tree. Give it an id and target “#” plus that id.",
  },
  "check/empty-transition": {
    kind: "invalid",
    zh: "这一条既没有 target，也没有 actions，什么都不会发生。请补上，或删掉。",
    en: "Nothing would happen here: there is neither a target nor an action. Add one, or remove it.",
  },
  "check/no-candidate-key": {
    kind: "invalid",
    zh: "有几条去向时，每条都要有 meta.key，修改方案靠它认出是哪一条。请补上。",
    en: "Where several candidates stand in a list, each needs meta.key: variants find it by that. Add one.",
  },
  "check/duplicate-candidate-key": {
    kind: "invalid",
    zh: "这一组里有两条 key 都是“{key}”。请改一个。",
    en: "Two candidates of this list have the key “{key}”. Change one.",
  },
  "check/candidate-never-reached": {
    kind: "invalid",
    zh: "前面一条没有条件，总是先走，这一条永远轮不到。请给前面的加上规则，或调换顺序。",
    en: "A candidate before this one has no guard and always goes first. Guard that one, or change the order.",
  },
  "check/event-not-described": {
    kind: "invalid",
    zh: "操作“{event}”没有在 meta.events 里说明由谁办、填什么。请补上。",
    en: "The event “{event}” is not in meta.events: say who takes it and with which form.",
  },
  "check/event-without-transition": {
    kind: "invalid",
    zh: "meta.events 里说明了“{event}”，但 on 里没有它，办不了。请在 on 里写上去向，或删掉说明。",
    en: "“{event}” is described in meta.events but `on` does not have it. Add its transition, or remove it.",
  },
  "check/event-in-two-regions": {
    kind: "invalid",
    zh: "操作“{event}”在并行的“{other}”和“{region}”里都有，办一次会同时走两条线。请用两个名称。",
    en: "“{event}” stands in the concurrent regions “{other}” and “{region}”: one step would act twice. Use two names.",
  },
  "check/line-or-correction": {
    kind: "invalid",
    zh: "操作“{event}”既写登记簿的一行，又写更正行。请只留在 on 或 corrections 一处。",
    en: "The event “{event}” writes a line of the register and a correction as well. Leave it in `on` or in `corrections`.",
  },
  "check/event-without-form": {
    kind: "invalid",
    zh: "操作“{event}”没有表单。请写 form，或在 noForm 里说明为什么不用填。",
    en: "The event “{event}” has no form. Name one, or say in noForm why nothing is filled in.",
  },
  "check/form-and-no-form": {
    kind: "invalid",
    zh: "操作“{event}”既有表单，又写了 noForm。请留一个。",
    en: "The event “{event}” has both a form and noForm. Keep one.",
  },
  "check/nobody-may-decide": {
    kind: "invalid",
    zh: "“{event}”是决定，只开放给：{roles}。他们不能独自决定。请加上能决定的角色，或改为 propose（提出建议）。",
    en: "“{event}” decides, but is open only to: {roles}, who may not decide alone. Add a role that may, or make it propose.",
  },
  "check/nobody-acts": {
    kind: "invalid",
    zh: "环节“{state}”没有人能办，也没有写在等什么。请加一个操作，或写上 meta.waits。",
    en: "Nobody acts in “{state}”, and it does not say what it waits for. Add an event, or write meta.waits.",
  },
  "check/too-many-states": {
    kind: "too-large",
    zh: "并行的组合太多，无法逐一核对。请把并行的线减少，或拆成关联事项。",
    en: "There are too many joint states to look at. Use fewer regions, or split off linked matters.",
  },
  "check/unreachable-state": {
    kind: "invalid",
    zh: "没有路能走到环节“{state}”。请加上通向它的去向，或删掉它。",
    en: "No way leads to the state “{state}”. Add a transition to it, or remove it.",
  },
  "check/no-completed-end": {
    kind: "invalid",
    zh: "没有一条路能走到办结。请至少写一个走得到的结束环节，meta.end 为 completed。",
    en: "No way leads to a completed end. Have at least one reachable final state with meta.end completed.",
  },
  "check/no-way-to-end": {
    kind: "invalid",
    zh: "从环节“{state}”出发，怎么走都到不了办结。请加上去向。",
    en: "From “{state}” no way leads to a completed end. Add a transition.",
  },
  "check/must-pass": {
    kind: "invalid",
    zh: "到“{before}”之前必须经过“{pass}”，但这样走可以绕过去：{way}。请改去向。",
    en: "“{pass}” has to come before “{before}”, but this way goes around it: {way}. Change a target.",
  },
  "check/endless-loop": {
    kind: "invalid",
    zh: "从“{state}”会自己转圈，停不下来（always 或 onDone）。请断开一处，或改成由人办的操作。",
    en: "From “{state}” the machine runs in a circle by itself (always or onDone). Break it, or let a person step.",
  },
  "check/state-not-reported": {
    kind: "invalid",
    zh: "这里要看关联“{link}”是不是在“{state}”环节，可是这个环节没有人等，也不在 follow 里，一般看不到。请把“{state}”写进这个关联的 follow。",
    en: "This asks whether “{link}” is in the state “{state}”, which no state waits for and the link does not follow, so it is hardly ever reported. Add “{state}” to the link's follow.",
  },
});
