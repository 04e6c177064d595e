import { defineErrors } from "./define";

/** Changes that a county makes to its rules on the web: drafted by one person, signed off and published by another. */
export const changeErrors = defineErrors({
  "change/not-yours": {
    kind: "forbidden",
    zh: "改规则由县局政工、法制和配置管理员办理。需要改的，请找他们起草。",
    en: "Rules are changed by the county's personnel office, legal office and administrators. Ask them to draft it.",
  },
  "change/not-found": {
    kind: "not-found",
    zh: "没有找到这份修改，或者它不在您管的县。",
    en: "There is no such change, or it is not of a county of yours.",
  },
  "change/unknown-parameter": {
    kind: "not-found",
    zh: "这个流程没有这项参数。请从规则页重新选。",
    en: "This workflow has no such parameter. Choose it on the rules page.",
  },
  "change/unknown-scope": {
    kind: "invalid",
    zh: "没有这个适用范围。请在您管的县和本县在用的模式里选。",
    en: "There is no such scope. Choose a county of yours and one of the models it uses.",
  },
  "change/stale": {
    kind: "conflict",
    zh: "您打开以后，这份修改又变过了。没有存上，请看最新的内容再办。",
    en: "This change was written meanwhile. Nothing was stored; look at it as it is now.",
  },
  "change/draft-stale": {
    kind: "conflict",
    zh: "起草以后，同一范围已经发布了新的一版。请撤回这份草稿，在新的一版上重新起草。",
    en: "A newer version was published for the same scope meanwhile. Withdraw this draft and begin again from that version.",
  },
  "change/parent-changed": {
    kind: "conflict",
    zh: "起草以后，上级的规定变了，有 {count} 处对不上（{first}）。请撤回这份草稿，按现在的规定重新起草。",
    en: "What the draft stands on has changed: {count} places no longer fit ({first}). Withdraw it and begin again.",
  },
  "change/wrong-stage": {
    kind: "conflict",
    zh: "这份修改现在办不了这一步，可能别人已经办过了。请看最新的情况。",
    en: "This step does not fit the change as it stands; somebody may have taken it already. See how it stands now.",
  },
  "change/not-author": {
    kind: "forbidden",
    zh: "这份修改由起草人办理。您要改的，请另外起草一份。",
    en: "Only those who drafted this change may do that. Draft one of your own.",
  },
  "change/empty": {
    kind: "invalid",
    zh: "还没有改动，不用送审。先改一项再送。",
    en: "Nothing is changed yet, so there is nothing to review.",
  },
  "change/own-review": {
    kind: "forbidden",
    zh: "起草人不能审核自己的修改。请法制的另一位同事审核。",
    en: "Nobody reviews a change of their own. Another person of the legal office has to.",
  },
  "change/not-legal-office": {
    kind: "forbidden",
    zh: "审核意见由本县法制出具。请交法制办理。",
    en: "The opinion comes from the county's legal office.",
  },
  "change/own-publish": {
    kind: "forbidden",
    zh: "起草人不能自己发布。请另一位同事定生效日期并发布。",
    en: "Whoever drafted it cannot publish it. Another person sets the date and publishes.",
  },
  "change/value": {
    kind: "invalid",
    zh: "“{title}”写的“{value}”看不懂。请写数字；要写几个的，之间用顿号隔开。",
    en: "“{value}” cannot be read as a value of “{title}”. Write a number, or several with commas between them.",
  },
  "change/outside-range": {
    kind: "invalid",
    zh: "“{title}”可以改的范围是 {range}，写的是 {value}。",
    en: "“{title}” may be {range}; {value} is outside of it.",
  },
  "change/not-open": {
    kind: "forbidden",
    zh: "“{title}”由流程包定死，本县不能改。确实要改，请流程包的作者放开。",
    en: "The package fixes “{title}”: a county cannot change it. Ask its author to open it.",
  },
  "change/floor-is-law": {
    kind: "forbidden",
    zh: "“{title}”的下限 {floor} 是{because}，县里不能降。请不低于这个数。",
    en: "The floor of “{title}”, {floor}, is not the county's own ({because}) and cannot be lowered by an exemption. Stay at it or above.",
  },
  "change/exemption-needed": {
    kind: "invalid",
    zh: "“{title}”低于下限 {floor}，要办降标准备案：写明理由和到哪一天为止，由法制批准。",
    en: "“{title}” lies under its floor of {floor}: that needs an exemption with a reason and a last day, approved by the legal office.",
  },
  "change/exemption-expired": {
    kind: "invalid",
    zh: "“{title}”的降标准备案到 {until} 为止，生效日期 {from} 已经过了。请把期限往后写，或者不低于下限 {floor}。",
    en: "The exemption for “{title}” ends on {until}, before {from}. Give a later day, or stay at the floor of {floor}.",
  },
  "change/day-past": {
    kind: "invalid",
    zh: "生效日期 {from} 已经过去。已经开始的事项不改，请写今天或以后的日期。",
    en: "{from} has passed. Matters that have begun do not change: give today or a later day.",
  },
  "change/two-at-once": {
    kind: "conflict",
    zh: "同一范围已有一版从 {from} 起生效，同一个村同一天不能有两版。请写 {from} 以后的日期。",
    en: "A version of the same scope begins on {from}; a village cannot have two on one day. Give a later day.",
  },
  "change/check-fails": {
    kind: "invalid",
    zh: "改出来的流程有 {count} 处问题，不能发布。第一处：{first}",
    en: "The changed workflow has {count} faults and cannot be published. The first: {first}",
  },
  "change/scenarios-fail": {
    kind: "invalid",
    zh: "按改后的规则，流程自带的 {count} 个故事走不通，不能发布。第一个：{first}",
    en: "Under the change {count} of the package's own stories fail, so it cannot be published. The first: {first}",
  },
  "change/trial-missing": {
    kind: "conflict",
    zh: "还没有用过去的事项试跑，或者试跑以后又改过。请先试跑，看过结果再送审、发布。",
    en: "It was not tried on past matters, or was changed since. Try it and read the result first.",
  },
  "change/not-everywhere": {
    kind: "conflict",
    zh: "各村现在用的不一样，这份修改在{villages}用不了：{first}请改到各村都能用，或者按模式分开改。",
    en: "The villages use different definitions now, and the change does not work in {villages}: {first} Make it fit everywhere, or change each model by itself.",
  },
  "change/unfit": {
    kind: "broken",
    zh: "本县自 {from} 起用的修改和流程包现在的内容对不上（{first}），新事项开不了。请管理员按现在的规定重新起草一版。",
    en: "What the county changed from {from} on does not fit the package as it is now ({first}), so no new matter can begin. An administrator has to draft it anew.",
  },
  "change/nothing-to-restore": {
    kind: "conflict",
    zh: "现在用的就是这一版，不用恢复。",
    en: "This is the version in use; there is nothing to restore.",
  },
});
