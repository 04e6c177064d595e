import { defineErrors } from "./define";

/** What people do with tasks beside the steps themselves. */
export const operationErrors = defineErrors({
  "operation/not-allowed": {
    kind: "forbidden",
    zh: "这个环节不能“{operation}”。请看事项页上列出的操作。",
    en: "“{operation}” is not possible here. See what the matter's page offers.",
  },
  "operation/not-claimed": {
    kind: "conflict",
    zh: "这一项不是认领来的，放不回去。不能办的，请转办给同事。",
    en: "This was not taken from a pool and cannot go back. Hand it to a colleague instead.",
  },
  "operation/name-one": {
    kind: "invalid",
    zh: "请选一位同事，只选一位。",
    en: "Choose one colleague, and only one.",
  },
  "operation/name-some": {
    kind: "invalid",
    zh: "请至少选一位同事。",
    en: "Choose at least one colleague.",
  },
  "operation/nobody": {
    kind: "invalid",
    zh: "选的人里有一位不在这件事项的范围内，或者已经离岗。请从列出的人里重新选。",
    en: "One of those chosen has no post that reaches this matter any more. Choose from those listed.",
  },
  "operation/not-fit": {
    kind: "invalid",
    zh: "{name}不能办这一项。请从列出的人里选。",
    en: "{name} cannot take this. Choose from those listed.",
  },
  "operation/holds-already": {
    kind: "invalid",
    zh: "这一项已经在{name}手里。请选另一位同事。",
    en: "{name} has it already. Choose another colleague.",
  },
  "operation/lent": {
    kind: "conflict",
    zh: "这一项委派给了{name}，还没有交回。请等交回，或先收回来。",
    en: "It is lent to {name} and not back yet. Wait for it, or take it back first.",
  },
  "operation/lent-to-you": {
    kind: "conflict",
    zh: "这一项是委派给您的，由委派人办结。请写明意见后交回。",
    en: "This was lent to you; whoever lent it finishes it. Write your answer and give it back.",
  },
  "operation/not-lent": {
    kind: "conflict",
    zh: "这一项没有委派出去，不用交回。",
    en: "This is not lent to anybody; there is nothing to give back.",
  },
  "operation/lent-too-often": {
    kind: "conflict",
    zh: "这一项已经转手委派 {most} 次。请先交回，再商量由谁办。",
    en: "This has been lent on {most} times. Give it back first, then agree who takes it.",
  },
  "operation/answer-missing": {
    kind: "invalid",
    zh: "写明意见，一句话就够。",
    en: "Write your answer; one sentence is enough.",
  },
  "operation/not-a-signature": {
    kind: "conflict",
    zh: "这一项不是会签，不能加签、减签。要听意见的，可以委派。",
    en: "This is no signature of a decision: nobody can be added or taken off. Lend it to hear an opinion.",
  },
  "operation/not-here": {
    kind: "conflict",
    zh: "“{state}”凭表决单计票，不能加签。",
    en: "“{state}” is counted from a meeting's sheet; nobody can be added.",
  },
  "operation/signs-already": {
    kind: "invalid",
    zh: "{name}已经在会签里。请选另一位同事。",
    en: "{name} is asked or has answered already. Choose another colleague.",
  },
  "operation/too-many-signers": {
    kind: "invalid",
    zh: "最多 {most} 人。请少选几位。",
    en: "At most {most} people. Choose fewer.",
  },
  "operation/last-signer": {
    kind: "conflict",
    zh: "只剩这一位，不能减。请先加签另一位同事，或转办。",
    en: "Nobody would be left to sign. Add somebody first, or hand it over.",
  },
  "operation/unknown-state": {
    kind: "invalid",
    zh: "没有这个环节，或者那里不用人办。请从列出的环节里选。",
    en: "There is no such state, or nobody acts in it. Choose from those listed.",
  },
  "operation/not-ahead": {
    kind: "conflict",
    zh: "“{state}”正在办。现在要换人的，请转办或加签。",
    en: "The matter is in “{state}” now. Hand the task over, or add a signer.",
  },
  "operation/choose-next": {
    kind: "invalid",
    zh: "请选下一步由谁办：{least} 至 {most} 位{role}。",
    en: "Choose who is to act next: {least} to {most} of: {role}.",
  },
  "operation/stands-in-for-nobody": {
    kind: "conflict",
    zh: "这一项不在某个人手里，不用代班。有权限的同事可以直接办。",
    en: "Nobody holds this, so nobody need stand in. Whoever may can simply take it.",
  },
  "operation/not-substitute": {
    kind: "forbidden",
    zh: "您现在不是{name}的代班人。请{name}转办给您，或请所长转给您。",
    en: "You do not stand in for {name} now. Ask {name} or the chief to hand it to you.",
  },
});
