import { defineErrors } from "./define";

/** Decisions that several people take together, and what they may do with their tasks. */
export const checkDecisionErrors = defineErrors({
  "check/decision-unheard": {
    kind: "invalid",
    zh: "环节“{state}”要几个人一起决定，却没有写“{name}”以后怎么走。请在 on 里写上。",
    en: "Several people decide in “{state}”, but “{name}” leads nowhere. Write it in on.",
  },
  "check/decision-elsewhere": {
    kind: "invalid",
    zh: "“{name}”只能写在它自己的环节里，那个环节要有 meta.decision。请移过去，或删掉。",
    en: "“{name}” belongs to its own state, which has meta.decision. Move it there, or remove it.",
  },
  "check/decision-stays": {
    kind: "invalid",
    zh: "“{name}”以后还留在这个环节，决定就没有着落。请指到别的环节。",
    en: "“{name}” stays in its state: the outcome would lead nowhere. Name another state.",
  },
  "check/decision-guarded": {
    kind: "invalid",
    zh: "“{name}”的每一条都有条件，都不成立时决定就走不下去。请让最后一条不带条件。",
    en: "Every candidate of “{name}” has a guard: where none holds, the decision is stuck. Leave the last one free.",
  },
  "check/decision-not-atomic": {
    kind: "invalid",
    zh: "环节“{state}”里面还有环节，不能带 meta.decision。请写在最里面的环节上。",
    en: "“{state}” holds other states and cannot have meta.decision. Put it on the innermost one.",
  },
  "check/fallback-decides": {
    kind: "invalid",
    zh: "找不到人时转给“{role}”，这个角色不能单独作决定。请换一个能决定的角色。",
    en: "Nobody found falls back on “{role}”, a role that does not decide. Name one that does.",
  },
  "check/asked-one-way": {
    kind: "invalid",
    zh: "请谁签，只能写 role、people、chosen 中的一种；unit 和 each 要和 role 一起写。",
    en: "Who is asked is said by one of role, people and chosen; unit and each go with role.",
  },
  "check/automatic-approval": {
    kind: "invalid",
    zh: "关于人的决定不能到期自动通过。请删掉 timeout，或改成 reject。",
    en: "A decision about a person is never approved by the clock. Remove timeout, or let it reject.",
  },
  "check/timeout-without-due": {
    kind: "invalid",
    zh: "环节“{state}”写了 timeout，却没有 due，没有期限可到。请写上 due。",
    en: "“{state}” has a timeout but no due: nothing would run out. Say due.",
  },
  "check/share-above-all": {
    kind: "invalid",
    zh: "比例 {share} 大于一，永远达不到。请改正。",
    en: "The share {share} is more than all of them. Correct it.",
  },
  "check/pass-one-way": {
    kind: "invalid",
    zh: "pass 只能写 share 或 weight 中的一种。请改正。",
    en: "pass says share or weight, one of them. Correct it.",
  },
  "check/assignee-cannot-act": {
    kind: "invalid",
    zh: "环节“{state}”的待办要交给“{role}”，可这个角色在这里什么也不能办。请在 meta.events 的 roles 里加上，或换一个角色。",
    en: "The task of “{state}” goes to “{role}”, a role that can do nothing there. Add it to roles in meta.events, or name another.",
  },
  "check/paper-alone": {
    kind: "invalid",
    zh: "会议表决只请一个角色录入表决单，按比例算票。请让 asked 只有一项 role，pass 写 share。",
    en: "A meeting's sheet is entered by one role and counted by share. Let asked hold one role, and pass a share.",
  },
});
