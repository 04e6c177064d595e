import { defineErrors } from "./define";

/** What several people decide together: who answers, and how. */
export const decisionErrors = defineErrors({
  "decision/not-your-turn": {
    kind: "conflict",
    zh: "还没有轮到您。前面的人答复以后，这里会出现您的一项。",
    en: "It is not your turn yet. Once those before you have answered, it will be with you.",
  },
  "decision/answered": {
    kind: "conflict",
    zh: "这一项{name}已经答复，不能再改。要重新答复的，请把事项退回。",
    en: "{name} has answered this already, and an answer stands. To ask again, send the matter back.",
  },
  "decision/answered-once": {
    kind: "conflict",
    zh: "{name}在这次会签里已经答复过，一个人只答复一次。请另一位同事答复这一项。",
    en: "{name} has already answered in this decision; each person answers once. Ask another colleague for this one.",
  },
  "decision/dropped": {
    kind: "conflict",
    zh: "这一项已由{name}减去，不用再答复。",
    en: "{name} has taken this one off; no answer is needed any more.",
  },
  "decision/over": {
    kind: "conflict",
    zh: "这次会签已经有结果，不用再答复。请看办理记录。",
    en: "This decision has come out already; no answer is needed. See the history.",
  },
  "decision/no-abstention": {
    kind: "invalid",
    zh: "这次会签不能弃权。请选同意或不同意。",
    en: "Nobody may abstain here. Agree or reject.",
  },
  "decision/sheet-missing": {
    kind: "invalid",
    zh: "会议表决要填票数，并附表决单的照片。请补上。",
    en: "A meeting's vote needs its counts and the photo of its sheet. Add what is missing.",
  },
  "decision/counts": {
    kind: "invalid",
    zh: "票数对不上：应到 {eligible}，投票共 {cast}。请照表决单核对。",
    en: "The counts do not fit: {eligible} may vote, {cast} votes were cast. Check them against the sheet.",
  },
});
