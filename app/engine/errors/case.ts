import { defineErrors } from "./define";

/** Steps of a matter: what \`step\` may answer. */
export const caseErrors = defineErrors({
  "case/unknown-event": {
    kind: "invalid",
    zh: "没有“{event}”这个操作。请刷新页面，从列出的操作里选。",
    en: "There is no event “{event}”. Reload the page and choose from what is offered.",
  },
  "case/event-not-now": {
    kind: "conflict",
    zh: "现在是“{state}”环节，不能做“{event}”。请看事项页上列出的下一步。",
    en: "The matter is in “{state}”; “{event}” does not belong there. See what is next on the matter's page.",
  },
  "case/reserved-event": {
    kind: "invalid",
    zh: "“{event}”是系统保留的名称，不能提交。请刷新页面，从列出的操作里选。",
    en: "“{event}” is reserved for the system and cannot be sent. Reload the page and choose from what is offered.",
  },
  "case/not-your-step": {
    kind: "forbidden",
    zh: "这一步由{roles}办理。可以报民警确认，或请有权限的同事办。",
    en: "This step is taken by: {roles}. Ask one of them; “call the officer” tells them.",
  },
  "case/held": {
    kind: "conflict",
    zh: "这一步由{name}在办。请与{name}商量，或请所长转给您。",
    en: "{name} holds this step. Talk to {name}, or ask the chief to hand it to you.",
  },
  "case/must-avoid": {
    kind: "forbidden",
    zh: "{name}是这件事项的{why}，应当回避。请换一位同事办。",
    en: "{name} is named in this matter ({why}) and keeps out of it. Another colleague takes it.",
  },
  "case/no-task": {
    kind: "conflict",
    zh: "这一项已经不在待办里。请看事项页上现在要办的。",
    en: "This is not waiting any more. See the matter's page for what is.",
  },
  "case/out-of-scope": {
    kind: "forbidden",
    zh: "这件事项不在您负责的范围内。需要办理的，请主管单位转交。",
    en: "This matter is outside the area you serve. Ask its owner to hand it over.",
  },
  "case/stale": {
    kind: "conflict",
    zh: "这件事项刚被别人办过一步（您看到第 {seen} 步，现在第 {now} 步）。内容还在，请看新情况后再提交。",
    en: "Somebody took a step in between (you saw {seen}, it is now {now}). Nothing is lost: look, then send again.",
  },
  "case/not-open": {
    kind: "conflict",
    zh: "这件事项已经{status}，不能再办。需要继续的，用“恢复办理”。",
    en: "This matter is {status}; no step can be taken. Reopen it to go on.",
  },
  "case/rule-refused": {
    kind: "conflict",
    zh: "{sentence}",
    en: "{sentence}",
  },
  "case/rule-unknown": {
    kind: "conflict",
    zh: "暂时不能判断：{what}。补齐或改正后再办；填的都对的，请告诉管理员。",
    en: "It cannot be decided yet: {what}. Complete or correct it and try again; where all of it is right, tell the administrator.",
  },
  "case/notice-without-end": {
    kind: "conflict",
    zh: "“{notice}”的最后一天推算不出来（{deadline}）。请先把起算的日期或天数补上，再公示。",
    en: "The last day of “{notice}” cannot be worked out ({deadline}). Complete the day or the number it counts from, then publish.",
  },
  "case/no-transition": {
    kind: "conflict",
    zh: "按现在的情况，“{event}”走不到下一个环节。请核对填写的内容。",
    en: "As things stand, “{event}” leads nowhere. Check what was entered.",
  },
  "case/occurred-in-future": {
    kind: "invalid",
    zh: "办理时间不能晚于现在。请改日期。",
    en: "The time of the step lies in the future. Correct the date.",
  },
  "case/occurred-before-last": {
    kind: "invalid",
    zh: "办理时间早于上一步。请改为上一步之后的日期。",
    en: "The time of the step lies before the previous step. Use a later date.",
  },
  "case/occurred-too-old": {
    kind: "invalid",
    zh: "补录不能早于 {days} 天前。更早的纸质材料请作为附件说明。",
    en: "Paper can be entered up to {days} days back. Describe older paper in the form instead.",
  },
  "case/malformed-command": {
    kind: "invalid",
    zh: "提交的内容不完整（{what}）。请刷新页面再试，填写的内容可以先复制下来。",
    en: "The command is malformed ({what}). Reload the page and try again.",
  },
  "case/command-id-reused": {
    kind: "conflict",
    zh: "同一个提交编号已用于另一份内容。请刷新页面后重新提交。",
    en: "This command id was already used with another body. Reload the page and send again.",
  },
  "case/move-not-allowed": {
    kind: "forbidden",
    zh: "这件事项现在不能“{move}”，或者您没有这项权限。请看事项页上列出的操作，或请有权限的同事办。",
    en: "“{move}” is not allowed for this matter as it stands, or not to you. See what its page offers, or ask a colleague who may.",
  },
  "case/move-target": {
    kind: "invalid",
    zh: "不能退到“{to}”。只能退到办理过的环节：{choices}。",
    en: "“{to}” cannot be moved to. Choose a state that was passed before: {choices}.",
  },
  "case/move-goes-on": {
    kind: "conflict",
    zh: "退到“{to}”停不住：那一步要等的都有了，会马上往下走。请先改动让它往下走的内容，或者退到别的环节。",
    en: "It would not stay in “{to}”: what that state waits for is there, and the matter would go on at once. Change that first, or choose another state.",
  },
  "case/move-nowhere": {
    kind: "conflict",
    zh: "这件事项还没有可以退回的环节。请从列出的操作里选。",
    en: "There is no earlier state that this matter could go back to. Choose from what is offered.",
  },
  "case/reason-missing": {
    kind: "invalid",
    zh: "写明理由，一句话就够。",
    en: "Give a reason; one sentence is enough.",
  },
  "case/already-paused": {
    kind: "conflict",
    zh: "计时已经中止。需要继续的，用“恢复计时”。",
    en: "The clocks already stand still. Resume them to go on.",
  },
  "case/not-paused": {
    kind: "conflict",
    zh: "计时没有中止，不用恢复。",
    en: "The clocks are running; there is nothing to resume.",
  },
  "case/dates-settled": {
    kind: "conflict",
    zh: "这件事项没有要重新算的暂定日期，没有改动，不用再处理。",
    en: "No provisional date of this matter changes; nothing was changed and there is nothing to do.",
  },
  "case/unknown-timer": {
    kind: "conflict",
    zh: "这个定时已不在（{timer}），不用再处理。",
    en: "This timer is no longer armed ({timer}); there is nothing to do.",
  },
  "case/timer-early": {
    kind: "conflict",
    zh: "定时还没到期（{timer}），到期时系统会自己处理。",
    en: "This timer is not due yet ({timer}); it fires by itself when it is.",
  },
  "case/unknown-link": {
    kind: "conflict",
    zh: "这件事项没有开启过这件关联事项（{child}），没有改动。请管理员运行 qy verify 核对。",
    en: "This matter opened no such linked matter ({child}); nothing was changed. An administrator can look with qy verify.",
  },
  "case/not-told-now": {
    kind: "conflict",
    zh: "现在的环节不等上级事项的这个消息（{told}），没有改动，不用再处理。",
    en: "The present step does not wait for this word of the parent matter ({told}); nothing was changed and there is nothing to do.",
  },
  "case/waits-for-linked": {
    kind: "conflict",
    zh: "这个环节要等“{title}”{until}，还有 {open} 件没有办完。请先办那边，办完后再办这一步。",
    en: "This step waits for “{title}” until {until}; {open} are still open. Finish those first.",
  },
  "case/item-held": {
    kind: "conflict",
    zh: "第 {row} 项正在办“{title}”，办完之前不能改动或删去。其他各项照常办理。",
    en: "Item {row} is held by “{title}” and cannot be changed before that is finished. The other items are free.",
  },
  "case/nothing-to-open": {
    kind: "conflict",
    zh: "没有要开启“{title}”的：清单是空的，或者每一项都已经开启过。请在清单里加上新的再办。",
    en: "There is nothing to open “{title}” for: the list is empty, or each item has one. Add to the list first.",
  },
  "case/too-many-to-open": {
    kind: "too-large",
    zh: "一次要开启 {count} 件“{title}”，最多 {most} 件。请分几次办。",
    en: "This step would open {count} of “{title}”; {most} at most. Take it in several steps.",
  },
  "case/link-circle": {
    kind: "conflict",
    zh: "同一个地方、同一个单位已有一件同样的事项在办，这一件就是由它一层层开启的，再开启就成了循环。请回到那一件里办。",
    en: "A matter of the same kind, place and owner is open above this one: opening another would go round in a circle. Go on in that one.",
  },
  "case/link-too-deep": {
    kind: "conflict",
    zh: "关联事项已经一层层开启了 {most} 层，不能再往下开启。请先办结其中的一层。",
    en: "Open matters stand {most} deep above this one; no more can be opened below. Finish one of them first.",
  },
  "case/not-ended-with": {
    kind: "conflict",
    zh: "这件事项不是随上级事项终止的，没有改动，不用再处理。",
    en: "This matter did not end with its parent; nothing was changed and there is nothing to do.",
  },
  "case/linked-only": {
    kind: "forbidden",
    zh: "“{title}”不能单独登记。请从它所属的事项里开启。",
    en: "“{title}” cannot be registered by itself. Open it from the matter that it belongs to.",
  },
  "case/unknown-job": {
    kind: "conflict",
    zh: "这个流程没有这项自动任务（{job}），没有改动。请管理员核对流程定义。",
    en: "This workflow has no such job ({job}); nothing was changed. An administrator should look at its definition.",
  },
  "case/not-found": {
    kind: "not-found",
    zh: "没有找到这件事项，或者它不在您负责的范围内。请核对编号，或请主管单位转交。",
    en: "There is no such matter, or it lies outside the area you serve. Check its number, or ask its owner.",
  },
  "case/not-visible": {
    kind: "forbidden",
    zh: "这件事项已经不在办理中，内容由民警保管。需要看的，请民警打开。",
    en: "This matter is no longer open; an officer keeps what it holds. Ask an officer to look.",
  },
  "case/unknown-place": {
    kind: "invalid",
    zh: "没有代码为“{place}”的村，或者不在您负责的范围内。请从列出的村里选。",
    en: "There is no village “{place}”, or not in the area you serve. Choose one from the list.",
  },
  "case/link-refused": {
    kind: "conflict",
    zh: "这一步要同时登记“{title}”，没有登记上：{sentence}",
    en: "This step also opens “{title}”, which was refused: {sentence}",
  },
  "case/photo-type": {
    kind: "invalid",
    zh: "原件照片只能是 JPEG 或 PNG 图片。请重新拍照或另存后再选。",
    en: "The photo of the original must be a JPEG or PNG picture. Take it again or save it as one.",
  },
  "case/photo-too-large": {
    kind: "too-large",
    zh: "原件照片超过 {most} MB，没有存上。请把照片拍小一点再选，填好的内容还在。",
    en: "The photo is larger than {most} MB; nothing was stored. Take a smaller picture and choose it; what you filled in is still here.",
  },
  "case/no-paper": {
    kind: "not-found",
    zh: "现在没有“{paper}”这份文书可以打印。请看事项页上列出的文书。",
    en: "The paper “{paper}” cannot be printed as things stand. See the papers on the matter's page.",
  },
  "case/register-too-long": {
    kind: "too-large",
    zh: "“{title}”这一段有 {count} 行，一次最多打开 {most} 行。请按月打开；一个月也超过的，请由各派出所分别打开。",
    en: "“{title}” has {count} lines for this time; {most} at most can be opened at once. Open it month by month; where a month is too long, each station opens its own.",
  },
  "case/no-register": {
    kind: "not-found",
    zh: "没有“{register}”这本台账，或者您没有查阅的权限。请从台账列表里选。",
    en: "There is no register “{register}”, or not for you. Choose one from the list.",
  },
  "case/no-attachment": {
    kind: "not-found",
    zh: "没有找到这张照片。请回到事项页重新打开。",
    en: "This picture was not found. Open it again from the matter's page.",
  },
  "case/engine": {
    kind: "broken",
    zh: "流程定义有误，没有存上。请把编号 {code} 告诉配置管理员。",
    en: "The workflow definition is at fault; nothing was stored. Tell the administrator: {code}.",
  },
});
