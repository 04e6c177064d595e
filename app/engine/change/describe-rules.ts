import { own } from "../json";
import type { Text } from "../text";
import type { DeadlineSource } from "../deadline-source";
import type { DefinitionDocument, RuleSource } from "../workflow-source";
import {
  added,
  isNew,
  named,
  phrase,
  removed,
  titleOf,
  wasOld,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";
import { gapAfter, gapBefore } from "./gap";
import { markDifference } from "./mark-difference";
import { parameterName, sayValue, unitOf, unitWord } from "./parameter-words";
import { sayLogic } from "./say-condition";
import { sayLadder, sayReminders } from "./say-offsets";

/** What changes in a parameter; nothing where that is only its words. */
export function describeParameter(
  { before, after }: Describing,
  name: string,
  changes: readonly Change[],
): DescribedChange[] {
  const [old, now] = [before, after].map(({ workflow }) => own(workflow.parameters, name));
  const say = ({ workflow }: DefinitionDocument): Text => {
    const parameter = own(workflow.parameters, name);
    const unit = unitOf(workflow, name);
    return parameter ? sayValue(parameter.schema, parameter.value, unit) : { zh: "" };
  };
  const [was, is] = [say(before), say(after)];
  if (now === undefined) {
    const parameter = removed(titleOf(old, name));
    const sentence = phrase("去掉参数{parameter}。", "Without the parameter {parameter}.", {
      parameter,
    });
    return [{ kind: "parameter", name, sentence }];
  }
  if (old === undefined) {
    const slots = { parameter: added(parameterName(now)), value: isNew(is) };
    const sentence = phrase(
      "增加参数{parameter}，值是 {value}。",
      "A new parameter, {parameter}: {value}.",
      slots,
    );
    return [{ kind: "parameter", name, sentence }];
  }
  if (!changes.some(({ keys }) => keys[3] === "value")) return [];
  const { zh, en = zh } = parameterName(old);
  const slots = { was: wasOld(was), is: isNew(is) };
  const pattern = `${zh}，由${gapBefore(was)}{was}${gapAfter(was)}改为${gapBefore(is)}{is}。`;
  return [
    { kind: "parameter", name, sentence: phrase(pattern, `${en}: from {was} to {is}.`, slots) },
  ];
}

/** What changes in a rule: its condition word by word, its examples, what absence means. */
export function describeRule(
  { before, after, plugins, roles }: Describing,
  name: string,
  changes: readonly Change[],
): DescribedChange[] {
  const [old, now] = [before, after].map(({ workflow }) => own(workflow.rules, name));
  const say = (rule: RuleSource, document: DefinitionDocument): Text[] =>
    sayLogic(rule.when, { document, plugins, roles });
  if (now === undefined) {
    const rule = removed(titleOf(old, name));
    return [
      {
        kind: "rule",
        name,
        sentence: phrase("去掉规则{rule}。", "Without the rule {rule}.", { rule }),
      },
    ];
  }
  if (old === undefined) {
    const slots = { rule: added(now.title), when: say(now, after).map(isNew) };
    const sentence = phrase(
      "增加规则{rule}：当{when}时成立。",
      "A new rule, {rule}: when {when}.",
      slots,
    );
    return [{ kind: "rule", name, sentence }];
  }
  const touches = (part: string) => changes.some(({ keys }) => keys[3] === part);
  const rule = named(now.title);
  const found: DescribedChange["sentence"][] = [];
  if (touches("when")) {
    const said = say(now, after);
    const when = markDifference(say(old, before), said);
    const gap = gapAfter(said.at(-1) ?? { zh: "" });
    found.push(
      phrase(`规则{rule}：当{when}${gap}时成立。`, "The rule {rule}: when {when}.", { rule, when }),
    );
  }
  if (touches("absent")) {
    found.push(
      phrase(
        "规则{rule}：没有填的时候怎么算，改了。",
        "The rule {rule}: what absence means has changed.",
        { rule },
      ),
    );
  }
  if (touches("examples")) {
    const count = now.examples?.length ?? 0;
    found.push(
      phrase(
        `规则{rule}的例子改了，现在有 ${count} 个。`,
        `The rule {rule} has other examples, ${count} now.`,
        { rule },
      ),
    );
  }
  return found.map((sentence) => ({ kind: "rule", name, sentence }));
}

/** What changes in how long something may take. */
export function describeDeadline(
  { before, after }: Describing,
  name: string,
  changes: readonly Change[],
): DescribedChange[] {
  const [old, now] = [before, after].map(({ workflow }) => own(workflow.deadlines, name));
  if (now === undefined) {
    const deadline = removed(titleOf(old, name));
    const sentence = phrase("去掉期限{deadline}。", "Without the deadline {deadline}.", {
      deadline,
    });
    return [{ kind: "deadline", name, sentence }];
  }
  if (old === undefined) {
    const slots = { deadline: added(now.title), long: isNew(sayDeadline(now, after)) };
    const sentence = phrase(
      "增加期限{deadline}：{long}。",
      "A new deadline, {deadline}: {long}.",
      slots,
    );
    return [{ kind: "deadline", name, sentence }];
  }
  const parts = new Set(changes.map(({ keys }) => keys[3]));
  const deadline = named(now.title);
  const found: DescribedChange["sentence"][] = [];
  if (["count", "unit", "from"].some((part) => parts.has(part))) {
    const slots = {
      deadline,
      was: wasOld(sayDeadline(old, before)),
      is: isNew(sayDeadline(now, after)),
    };
    found.push(
      phrase(
        "期限{deadline}，由{was}改为{is}。",
        "The deadline {deadline}: from {was} to {is}.",
        slots,
      ),
    );
  }
  if (parts.has("remind") || (parts.has("offsetUnit") && now.remind !== undefined)) {
    const slots = { deadline, was: wasOld(sayReminders(old)), is: isNew(sayReminders(now)) };
    found.push(
      phrase(
        "期限{deadline}的提醒，由{was}改为{is}。",
        "Reminders of the deadline {deadline}: from {was} to {is}.",
        slots,
      ),
    );
  }
  if (parts.has("ladder") || (parts.has("offsetUnit") && now.ladder !== undefined)) {
    const slots = { deadline, rungs: isNew(sayLadder(now, after)) };
    found.push(
      phrase(
        "期限{deadline}没有按时办的，{rungs}。",
        "Where {deadline} is not kept: {rungs}.",
        slots,
      ),
    );
  }
  if (parts.has("urgent")) {
    const zh = `期限{deadline}，夜里${now.urgent === true ? "也通知" : "不打扰，等到早上"}。`;
    const en = `{deadline} ${now.urgent === true ? "is told at night too" : "waits for the morning"}.`;
    found.push(phrase(zh, en, { deadline }));
  }
  if (parts.has("pausable")) {
    const stops = now.pausable === true;
    const zh = `期限{deadline}，中止时${stops ? "停下来" : "照样走"}。`;
    const en = `The deadline {deadline} ${stops ? "stands still" : "goes on"} while a matter is paused.`;
    found.push(phrase(zh, en, { deadline }));
  }
  return found.map((sentence) => ({ kind: "deadline", name, sentence }));
}

/** How long and from when: 进入环节起 5 个工作日, 进入环节起按“公示期限”. */
function sayDeadline(
  { count, unit, from }: DeadlineSource,
  { workflow }: DefinitionDocument,
): Text {
  const word = unitWord(unit);
  const parameter =
    typeof count === "number" ? undefined : own(workflow.parameters, count.parameter);
  const long: Text =
    typeof count === "number"
      ? { zh: ` ${count} ${word.zh}`, en: `${count} ${word.en}${count === 1 ? "" : "s"}` }
      : {
          zh: `按“${parameter?.title.zh ?? count.parameter}”`,
          en: `“${parameter?.title.en ?? count.parameter}” in ${word.en}s`,
        };
  const isBefore = typeof count === "object" && count.before === true;
  if (from === "entry") return { zh: `进入环节起${long.zh}`, en: `${long.en} from entry` };
  const fact = "fact" in from ? own(workflow.facts, from.fact)?.title : undefined;
  const start = fact ?? { zh: "所填日期", en: "the date given" };
  return isBefore
    ? { zh: `“${start.zh}”以前${long.zh}`, en: `${long.en} before “${start.en ?? start.zh}”` }
    : { zh: `“${start.zh}”起${long.zh}`, en: `${long.en} from “${start.en ?? start.zh}”` };
}

/** A fact that is worked out in another way. */
export function describeFact(
  { before, after }: Describing,
  name: string,
  changes: readonly Change[],
): DescribedChange[] {
  const [old, now] = [before, after].map(({ workflow }) => own(workflow.facts, name));
  const title = titleOf(now ?? old, name);
  const one = (sentence: DescribedChange["sentence"]): DescribedChange[] => [
    { kind: "fact", name, sentence },
  ];
  if (old === undefined)
    return one(phrase("增加事实项{fact}。", "A new fact: {fact}.", { fact: added(title) }));
  if (now === undefined)
    return one(phrase("去掉事实项{fact}。", "Without the fact {fact}.", { fact: removed(title) }));
  if (!changes.some(({ keys }) => keys[3] === "value" || keys[3] === "type")) return [];
  const slots = { fact: named(title) };
  return one(
    phrase("事实项{fact}的算法改了。", "The fact {fact} is worked out in another way.", slots),
  );
}
