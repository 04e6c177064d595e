import { defineErrors } from "./define";

/** Doing the same to several matters at once. */
export const batchErrors = defineErrors({
  "batch/nothing": {
    kind: "invalid",
    zh: "还没有选事项。请回到列表，勾选要一起办的。",
    en: "No matter was chosen. Go back to the list and tick those to be dealt with together.",
  },
  "batch/too-many": {
    kind: "invalid",
    zh: "一次最多办 {most} 件。请分几次办。",
    en: "At most {most} matters at once. Do it in several parts.",
  },
  "batch/not-allowed": {
    kind: "forbidden",
    zh: "这一步要一件一件办。请打开事项页办理。",
    en: "This is done one matter at a time. Open the matter's page.",
  },
  "check/batch-person": {
    kind: "invalid",
    zh: "“{name}”是关于人的决定，要一件一件办。请删掉 batch。",
    en: "“{name}” is about a person and is taken one at a time. Remove batch.",
  },
  "check/batch-items": {
    kind: "invalid",
    zh: "“{name}”的表单逐项填写，每件事项都不一样，不能批量。请删掉 batch。",
    en: "The form of “{name}” asks about each item of the matter, so no two are alike. Remove batch.",
  },
  "check/batch-paper": {
    kind: "invalid",
    zh: "“{name}”凭表决单计票，每次会议一张，不能批量。请删掉 batch。",
    en: "“{name}” is counted from a meeting's sheet, one a meeting. Remove batch.",
  },
  "check/batch-operation": {
    kind: "invalid",
    zh: "“{name}”要一件一件办，不能批量。请删掉 batch。",
    en: "“{name}” is done one matter at a time. Remove batch.",
  },
});
