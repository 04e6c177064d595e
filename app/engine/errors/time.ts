import { defineErrors } from "./define";

/** Days, moments and counts that no calendar can hold. */
export const timeErrors = defineErrors({
  "time/not-a-day": {
    kind: "invalid",
    zh: "“{value}”不是有效的日期。请按 2026-11-23 的样子填写。",
    en: "“{value}” is not a day. Write it like 2026-11-23.",
  },
  "time/not-a-moment": {
    kind: "invalid",
    zh: "“{value}”不是有效的时间。请按 2026-11-23T10:00 的样子填写。",
    en: "“{value}” is not a time. Write it like 2026-11-23T10:00.",
  },
  "time/out-of-range": {
    kind: "invalid",
    zh: "算出的日期超出公元 1000 年至 9999 年。请核对起算日期和期限。",
    en: "The computed day lies outside the years 1000 to 9999. Check the first day and the period.",
  },
  "time/bad-count": {
    kind: "invalid",
    zh: "期限“{count}”不能用：应为 -{most} 到 {most} 之间的整数。请改期限或它所用的参数。",
    en: "The period “{count}” cannot be used: it must be a whole number from -{most} to {most}. Correct the deadline or its parameter.",
  },
});
