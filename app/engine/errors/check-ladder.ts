import { defineErrors } from "./define";

/** Ladders of deadlines and quiet hours. */
export const checkLadderErrors = defineErrors({
  "check/unknown-rung": {
    kind: "invalid",
    zh: "期限的升级里没有“{name}”，最接近的是“{near}”。这里有：{known}。",
    en: "The ladder has no rung “{name}”; the nearest is “{near}”. Here are: {known}.",
  },
  "check/ladder-order": {
    kind: "invalid",
    zh: "升级“{key}”在 {at}，不晚于前一级“{before}”的 {earlier}。请按从早到晚排，每一级都比前一级晚。",
    en: "The rung “{key}” at {at} is not later than “{before}” at {earlier} before it. Put the rungs in ascending order, each later than the last.",
  },
  "check/ladder-key": {
    kind: "invalid",
    zh: "升级“{key}”写了两次。每一级的 key 要不同。",
    en: "The rung “{key}” stands there twice. Give each rung a key of its own.",
  },
  "check/ladder-parameter": {
    kind: "invalid",
    zh: "升级“{key}”的时间取参数“{name}”，它不是整数。请把参数的 type 写成 integer。",
    en: "The rung “{key}” takes its time from the parameter “{name}”, which is no whole number. Give the parameter the type integer.",
    county: {
      zh: "升级“{key}”的时间不是整数。请换一个填整数的参数。",
      en: "The time of the rung “{key}” is no whole number. Take a parameter that is one.",
    },
  },
  "check/ladder-hand-over": {
    kind: "invalid",
    zh: "升级“{key}”把事情交给“{role}”，可环节“{state}”里没有这个角色能办的操作。请换一个角色，或让这个角色能办。",
    en: "The rung “{key}” hands over to “{role}”, who can take no step in “{state}”. Choose another role, or let this one act there.",
  },
  "check/ladder-never": {
    kind: "invalid",
    zh: "升级“{key}”在期限“{name}”届满之后，可是期限一到就离开了环节，永远轮不到它。请提前，或把它写到下一个环节的期限上。",
    en: "The rung “{key}” lies after the deadline “{name}”, at which the state is left: it would never be reached. Put it earlier, or on a deadline of the next state.",
    county: {
      zh: "期限一到事情就往下走了，升级“{key}”在那之后，永远轮不到它。请提前。",
      en: "The matter moves on when the deadline ends, and the rung “{key}” lies after that. Put it earlier.",
    },
  },
  "check/ladder-early": {
    kind: "invalid",
    zh: "升级“{key}”写在期限“{name}”届满前 {offset}（{offsetUnit}），比整个期限（单位 {unit}）还长，永远轮不到它。请写近一些，或用 offsetUnit 换一个小一点的单位。",
    en: "The rung “{key}” lies {offset} ({offsetUnit}) before the end of the deadline “{name}”, which is never that long (in {unit}): it would never be reached. Put it closer, or count it in a smaller unit with offsetUnit.",
    county: {
      zh: "升级“{key}”的时间比整个期限还早，永远轮不到它。请改近一些。",
      en: "The rung “{key}” lies before the deadline even begins and would never be reached. Put it closer to the end.",
    },
  },
  "check/unowned-from": {
    kind: "invalid",
    zh: '没有人认领的时间“{name}”从别的日子算起。请写成 from: "entry"，从没有人接手的时候算。',
    en: 'The time “{name}” in which a task is taken begins elsewhere. Write from: "entry": it is counted from when nobody has the task.',
  },
  "check/unowned-untold": {
    kind: "invalid",
    zh: "没有人认领的时间“{name}”到了，谁也不告诉。请在这个期限上写 ladder。",
    en: "Nobody is told when “{name}” runs out on a task that nobody has. Give the deadline a ladder.",
  },
  "check/unowned-shared": {
    kind: "invalid",
    zh: "期限“{name}”用来算没有人认领的时间，环节“{state}”又把它当自己的期限。请各用一个。",
    en: "“{name}” counts how long a task is nobody's, and the state “{state}” has it as its own deadline. Use one for each.",
  },
  "check/unowned-unclaimed": {
    kind: "invalid",
    zh: "没有人认领的时间“{name}”在走，可是这个流程没有开“认领”，停不下来。请在 operations 里写上 claim。",
    en: "“{name}” runs on tasks that nobody has, but the package allows no claiming to stop it. Name claim in operations.",
  },
  "check/unowned-nowhere": {
    kind: "invalid",
    zh: "没有人认领的时间“{name}”一个环节也用不上。请看 unowned 的 in 和 except。",
    en: "“{name}” holds in no state. Look at in and except of unowned.",
  },
  "check/reminder-early": {
    kind: "invalid",
    zh: "期限“{name}”提前 {offset}（{offsetUnit}）提醒，比整个期限（单位 {unit}）还长，永远不会提醒。请写近一些，或用 offsetUnit 换一个小一点的单位，例如按天提醒。",
    en: "The deadline “{name}” reminds {offset} ({offsetUnit}) before its end, and is never that long (in {unit}): nobody would ever be reminded. Put it closer, or count it in a smaller unit with offsetUnit, such as day.",
    county: {
      zh: "提醒的时间比整个期限还早，永远不会提醒。请改近一些。",
      en: "The reminder lies before the deadline even begins and would never go out. Put it closer to the end.",
    },
  },
  "check/reminder-late": {
    kind: "invalid",
    zh: "期限“{name}”届满就离开环节，届满之后的提醒永远不会发出。请提前，或把提醒写到下一个环节的期限上。",
    en: "At the end of the deadline “{name}” its state is left, so that a reminder after it never goes out. Put it earlier, or on a deadline of the next state.",
    county: {
      zh: "期限一到事情就往下走了，之后的提醒不会发出。请提前。",
      en: "The matter moves on when the deadline ends, so that a reminder after it never goes out. Put it earlier.",
    },
  },
  "check/reminder-unheard": {
    kind: "invalid",
    zh: "期限“{name}”没有写在任何环节上，它的提醒不会发出。请写到环节的 due 或 after。",
    en: "The deadline “{name}” belongs to no state, so that its reminders never go out. Name it in a state’s due or after.",
    county: {
      zh: "没有环节用这个期限，它的提醒不会发出。请先让环节用上这个期限。",
      en: "No state uses this deadline, so that its reminders never go out. Let a state use it first.",
    },
  },
  "check/ladder-unheard": {
    kind: "invalid",
    zh: "期限“{name}”没有写在任何环节上，升级“{key}”不会开始计时。请写到环节的 due 或 after。",
    en: "The deadline “{name}” belongs to no state, so that the rung “{key}” is never counted. Name it in a state’s due or after.",
    county: {
      zh: "没有环节用这个期限，升级“{key}”不会开始计时。请先让环节用上这个期限。",
      en: "No state uses this deadline, so that the rung “{key}” is never counted. Let a state use it first.",
    },
  },
  "check/quiet-hours": {
    kind: "invalid",
    zh: "不打扰时间的“{end}”是“{value}”。请写成 22:00 这样的钟点，或者取一个内容是钟点的参数。",
    en: "“{end}” of the quiet hours is “{value}”. Write a time of day like 22:00, or name a parameter that holds one.",
    county: {
      zh: "不打扰时间要写成 22:00 这样的钟点，现在写的是“{value}”。",
      en: "The quiet hours are written as a time of day like 22:00; here stands “{value}”.",
    },
  },
  "check/quiet-hours-empty": {
    kind: "invalid",
    zh: "不打扰时间从 {from} 到 {to}，首尾相同，等于没有。请改其中一个，或整项去掉。",
    en: "The quiet hours go from {from} to {to}, which is no time at all. Change one of them, or leave them out.",
  },
});
