import { defineErrors } from "./define";

/** The page about reminders and escalation. */
export const sweepErrors = defineErrors({
  "sweeps/not-yours": {
    kind: "forbidden",
    zh: "催办与升级的运行情况给县局的配置管理员看。要看的，请县局配置管理员打开。",
    en: "How reminders and escalation run is for a county's configuration administrator. Ask one to open it.",
  },
  "sweeps/not-parked": {
    kind: "conflict",
    zh: "这一条已经不在停下的里面了：别人先点了重试，或者事项往下走了。请刷新页面再看。",
    en: "This no longer stands still: somebody tried it again first, or the matter has gone on. Reload the page.",
  },
  "sweeps/reason-missing": {
    kind: "invalid",
    zh: "写一句为什么现在重试，比如“已补任所长”。",
    en: "Say why it is tried again now: “a chief has been appointed”.",
  },
});
