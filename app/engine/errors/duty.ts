import { defineErrors } from "./define";

/** The whereabouts board and the duty roster's own pages. */
export const dutyErrors = defineErrors({
  "duty/no-card": {
    kind: "forbidden",
    zh: "去向牌只给在派出所和村里值守的人用。您没有这样的岗位，不用翻牌。",
    en: "The board has cards for people who serve at a station or in a village; you hold no such post.",
  },
  "duty/unknown-board": {
    kind: "not-found",
    zh: "没有这块去向牌。请从派出所或村的页面进去。",
    en: "There is no such board. Go there from the page of a station or a village.",
  },
  "duty/unknown-word": {
    kind: "invalid",
    zh: "选一个去向：在岗、下村、出警、开会、培训、上门、休息、请假。",
    en: "Choose one: in, villages, on a call, meeting, training, at homes, off, leave.",
  },
  "duty/no-return": {
    kind: "invalid",
    zh: "写上预计几点，例如 17:30。",
    en: "Say until when, for example 17:30.",
  },
  "duty/return-passed": {
    kind: "invalid",
    zh: "预计的时间已经过了，现在是 {now}。请写后面的时间。",
    en: "That time has passed, it is {now}. Give a later one.",
  },
  "duty/return-too-far": {
    kind: "invalid",
    zh: "最多写到 {days} 天以后。请写近一些的时间，到时再翻。",
    en: "At most {days} days ahead. Give a nearer time and turn the card again then.",
  },
  "duty/no-station": {
    kind: "forbidden",
    zh: "您不在派出所或所辖的村里任职，这里没有您的值班表。",
    en: "You hold no post at a station or in one of its villages: no roster concerns you.",
  },
  "duty/bad-period": {
    kind: "invalid",
    zh: "写上从哪天起、共几天，最多 {most} 天。",
    en: "Give the first day and how many days, {most} at most.",
  },
  "duty/unknown-cell": {
    kind: "invalid",
    zh: "值班表上没有这个人或这一天，可能刚改过人员。请重新打开值班表。",
    en: "The roster has no such person or day; people may just have been changed. Open it again.",
  },
  "duty/cell-changed": {
    kind: "conflict",
    zh: "{name}的这一格刚被别人改成“{now}”，没有存上。请看过再改。",
    en: "Somebody else has just changed this day of {name} to “{now}”; nothing was saved. Look and change it again.",
  },
  "duty/roster-changed": {
    kind: "conflict",
    zh: "您看的时候，值班表被别人改过，没有采用。请看过现在的表再采用。",
    en: "The roster was changed while you looked; nothing was taken over. Look at it as it is now and take it over again.",
  },
  "duty/proposal-runs": {
    kind: "conflict",
    zh: "这张表正在排，还没排完。等排完，或先停下，再排一次。",
    en: "A proposal for this roster is being worked out. Wait for it, or stop it first.",
  },
  "duty/training-unproven": {
    kind: "conflict",
    zh: "{name}没有岗前培训事项，不能只填“合格”。平台启用以前培训的，写全凭据的名称和编号、日期（不晚于今天）、为什么没有培训事项；没有培训过的选“还没有”，先报岗前培训。",
    en: "{name} has no training matter: “passed” alone is not enough. For a training before the platform give the paper with its number, its date (not after today) and why there is no matter; who was never trained is “not yet” and is sent to the training first.",
  },
  "duty/no-watch": {
    kind: "not-found",
    zh: "这个班不是您的，或者已经交接完了。请从“今日”进去；接班的要由交班的人写上您的名字。",
    en: "This watch is not yours, or it is handed over already. Go there from Today; to take one over you have to be named by who hands over.",
  },
  "duty/not-in-force": {
    kind: "conflict",
    zh: "这张值班表没有公布，或者正在调整，现在不能换班、请假。等公布以后再申请，急事联系所长。",
    en: "This roster is not published or is being changed: nothing can be asked for from it now. Ask once it is published; if it is urgent call the chief.",
  },
  "duty/not-your-shift": {
    kind: "forbidden",
    zh: "这是{name}的班。换班、请假由本人申请，本人申请不了的由内勤或所长代办。",
    en: "This is {name}'s shift. They ask themselves, or the clerk or the chief asks for them.",
  },
  "duty/exchange-breaks": {
    kind: "conflict",
    zh: "换不成：{what}。{remedy}",
    en: "Not possible: {what}. {remedy}",
  },
  "duty/exchange-changed": {
    kind: "conflict",
    zh: "值班表后来改过，{name}{day}已经不是“{was}”，或者对方的班变了。请申请人撤回，照现在的表重新申请。",
    en: "The roster has changed: {name} no longer has “{was}” on {day}, or the other's shift is another. Who asked takes it back and asks again from the roster as it is.",
  },
  "duty/substitute-breaks": {
    kind: "conflict",
    zh: "这个人替不了：{what}。{remedy}也可以不写替班的人，由所里安排。",
    en: "This person cannot stand in: {what}. {remedy} You may also name nobody and leave it to the station.",
  },
  "duty/long-place": {
    kind: "invalid",
    zh: "地方最多 {most} 个字，写村名就够。",
    en: "At most {most} characters; the village is enough.",
  },
});
