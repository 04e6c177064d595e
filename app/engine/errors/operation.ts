import { defineErrors } from "./define";

/** What people do with tasks beside the steps themselves. */
export const operationErrors = defineErrors({
  "operation/not-allowed": {
    kind: "forbidden",
    zh: "这个环节不能“{operation}”。请看事项页上列出的操作。",
    en: "“{operation}” is not possible here. See what the matter's page offers.",
  },
  "operation/unknown": {
    kind: "not-found",
    zh: "没有这种操作。请回到事项页，从列出的操作里选。",
    en: "There is no such operation. Go back to the matter's page and choose from those listed.",
  },
  "operation/not-claimed": {
    kind: "conflict",
    zh: "这一项不是认领来的，放不回去。不能办的，请转交给同事。",
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
    zh: "只剩这一位，不能减。请先加签另一位同事，或转交。",
    en: "Nobody would be left to sign. Add somebody first, or hand it over.",
  },
  "operation/unknown-state": {
    kind: "invalid",
    zh: "没有这个环节，或者那里不用人办。请从列出的环节里选。",
    en: "There is no such state, or nobody acts in it. Choose from those listed.",
  },
  "operation/not-ahead": {
    kind: "conflict",
    zh: "“{state}”正在办。现在要换人的，请转交或加签。",
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
    zh: "您现在不是{name}的代班人。请{name}转交给您，或请所长转给您。",
    en: "You do not stand in for {name} now. Ask {name} or the chief to hand it to you.",
  },
  "operation/own-substitute": {
    kind: "forbidden",
    zh: "这一步要由另一个人决定，{name}自己不能办，代班的人也不能代他办。请转办给别的同事。",
    en: "Somebody else has to decide this: {name} may not, and so nobody may in {name}'s place. Hand it to another colleague.",
  },
  "operation/signs-both": {
    kind: "forbidden",
    zh: "这里您自己也签，不能再代{name}签：两个签名要是两个人。请{name}回来签，或转办给别的同事。",
    en: "You sign here yourself and cannot sign in {name}'s place too: two signatures are two people. Let {name} sign, or hand it to another.",
  },
  "operation/awaits-answer": {
    kind: "conflict",
    zh: "已经请示，等答复后再办。不等的，可以把请示收回。",
    en: "A superior was asked and has not answered yet. Wait, or take the question back.",
  },
  "operation/waits-already": {
    kind: "conflict",
    zh: "这一项现在不能请示：还没轮到，或者已经请示过了。请等轮到或答复后再办。",
    en: "Nobody can be asked from here now: it is not its turn, or a question is open. Wait for that first.",
  },
  "operation/text-missing": {
    kind: "invalid",
    zh: "写明要说的事，一句话就够。",
    en: "Write what it is about; one sentence is enough.",
  },
  "operation/too-many-questions": {
    kind: "conflict",
    zh: "这件事项里已经有 {most} 条，不能再加。请当面商量，在表单里写明结果。",
    en: "There are {most} of these in the matter already. Talk it over, and enter the outcome in a form.",
  },
  "operation/answered-already": {
    kind: "conflict",
    zh: "这一条已经答复，不用再答。",
    en: "This has been answered already; nothing is left to say.",
  },
  "operation/no-question": {
    kind: "not-found",
    zh: "没有这一条请示、沟通或督办。请看事项页上列出的。",
    en: "There is no such question or order. See those on the matter's page.",
  },
  "operation/not-ordered": {
    kind: "forbidden",
    zh: "这件督办不是交给您的。请交办的人答复。",
    en: "This order was not given to you. Whoever it was given to replies.",
  },
  "operation/until": {
    kind: "invalid",
    zh: "请写答复的最后一天，不早于今天。",
    en: "Give the last day for a reply, not before today.",
  },
  "operation/urged-lately": {
    kind: "too-many",
    zh: "{hours} 小时内已经催办过，{when}以后可以再催。急事请打电话。",
    en: "It was urged within the last {hours} hours; it can be again from {when}. Telephone if it is urgent.",
  },
  "operation/reads-already": {
    kind: "conflict",
    zh: "选的人都已经收到，还没有看。不用再送。",
    en: "Those chosen have it already and have not read it yet. Nothing more was sent.",
  },
  "operation/nothing-to-read": {
    kind: "conflict",
    zh: "没有送给您看的，或者已经标过已阅。不用再标。",
    en: "Nothing was sent to you to read, or you marked it already.",
  },
  "operation/not-yours-to-take": {
    kind: "conflict",
    zh: "现在取不回来：上一步不是您办的，或者后面已经有人办了。请商量后退回。",
    en: "It cannot be taken back: the last step was not yours, or somebody has acted since. Ask for it to be sent back.",
  },
  "operation/must-pass": {
    kind: "forbidden",
    zh: "不能越过“{states}”。请按流程办到那里。",
    en: "“{states}” cannot be jumped over. Take the matter there in its own way.",
  },
  "operation/nothing-asked": {
    kind: "conflict",
    zh: "没有等您确认的跳转，或者已经处理过。请看办理记录。",
    en: "No jump waits to be confirmed any more. See the history.",
  },
  "operation/second-person": {
    kind: "forbidden",
    zh: "跳转要由另一个人确认，提出的人不能自己确认。",
    en: "A second person confirms a jump; whoever asked cannot.",
  },
  "operation/asked-elsewhere": {
    kind: "conflict",
    zh: "{name}提出跳转以后，事项已经办到别的环节。请重新提出。",
    en: "The matter has moved on since {name} asked. Ask again.",
  },
});
