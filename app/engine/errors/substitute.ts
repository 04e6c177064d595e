import { defineErrors } from "./define";

/** Saying who stands in for whom (代班). */
export const substituteErrors = defineErrors({
  "substitute/not-yours": {
    kind: "forbidden",
    zh: "代班由本人定，或由管他的所长定。请找他的所长。",
    en: "Who stands in for somebody is said by themselves or their chief. Ask their chief.",
  },
  "substitute/unknown-person": {
    kind: "invalid",
    zh: "从名单里选一位代班人。",
    en: "Choose a substitute from the list.",
  },
  "substitute/not-fit": {
    kind: "invalid",
    zh: "{name}没有和{user}一样的岗位，代不了。请从名单里另选一位。",
    en: "{name} holds no post like {user}'s and cannot stand in. Choose another from the list.",
  },
  "substitute/dates": {
    kind: "invalid",
    zh: "写上从哪天到哪天：今天或以后开始，到的那天不早于开始，最长 {most} 天。",
    en: "Give the first and the last day: from today on, in order, at most {most} days.",
  },
  "substitute/reason-missing": {
    kind: "invalid",
    zh: "写一句为什么要人代班，最多 {most} 个字。",
    en: "Say why, in a sentence of at most {most} characters.",
  },
  "substitute/unknown-package": {
    kind: "invalid",
    zh: "没有叫“{name}”的流程。请从名单里勾选，或都不勾。",
    en: "There is no process called “{name}”. Tick those on the list, or none.",
  },
  "substitute/has-one": {
    kind: "conflict",
    zh: "{user}在 {from} 至 {to} 已由{name}代班。请先结束那一条，或换日子。",
    en: "{name} stands in for {user} from {from} to {to} already. End that first, or take other days.",
  },
  "substitute/is-away": {
    kind: "conflict",
    zh: "{name}在这几天里自己也由别人代班。请另选一位，或换日子。",
    en: "Somebody stands in for {name} on some of these days. Choose another, or take other days.",
  },
  "substitute/unknown": {
    kind: "not-found",
    zh: "没有这一条代班，或者已经结束了。请回到“我的”看现在的。",
    en: "There is no such substitution, or it is over. Go back to your page and look.",
  },
});
