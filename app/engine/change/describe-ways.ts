import { isObject, own, type Json } from "../json";
import type { Text } from "../text";
import { isKeyedList } from "../variant/keyed-view";
import type { DefinitionDocument } from "../workflow-source";
import {
  added,
  inQuotes,
  isNew,
  named,
  phrase,
  removed,
  stateTitle,
  targetTitle,
  titleOf,
  wasOld,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";
import { eventAt, type Place } from "./describe-machine";
import type { SentencePart } from "./say-change";

/** A way out of a state: whole, one candidate of it, or where and when a candidate leads. */
export function describeWay(
  describing: Describing,
  change: Change,
  { path, rest }: Place,
): DescribedChange[] {
  const [kind = "", ...more] = rest;
  const isMap = kind === "on" || kind === "after";
  if (isMap && more.length === 0) {
    return eachOf(change).flatMap((one) =>
      describeWay(describing, one, { path, rest: [kind, one.keys.at(-1) ?? ""] }),
    );
  }
  const { before, after } = describing;
  const trigger = isMap ? (more[0] ?? "") : "";
  const at = {
    state: named(stateTitle(after.workflow.machine, path)),
    when: { text: triggerText(describing, { kind, trigger, path }) },
  };
  const name = trigger === "" ? kind : trigger;
  const one = (
    zh: string,
    en: string,
    slots: Readonly<Record<string, SentencePart>> = {},
  ): DescribedChange[] => {
    const sentence = phrase(`在{state}{when}，${zh}`, `In {state}, {when}: ${en}`, {
      ...at,
      ...slots,
    });
    return [{ kind: "way", name, sentence }];
  };
  if (more.includes("$order")) {
    return keepsOrder(change)
      ? []
      : one("先看哪一条，顺序改了。", "the ways are tried in another order.");
  }
  const last = rest.at(-1) ?? "";
  const depth = isMap ? 2 : 1;
  if ((last === "guard" || last === "target") && rest.length > depth) {
    return last === "guard"
      ? guardChange(describing, change, one)
      : targetChange(describing, change, one);
  }
  const was = wasOld(waysText(before, change.from ?? null));
  const is = isNew(waysText(after, change.to ?? null));
  const isWhole = rest.length <= depth + 1;
  if (isWhole && isWay(change.from) && isWay(change.to)) {
    return one("由{was}改为{is}。", "{was}, now {is}.", { was, is });
  }
  if (isWhole && isWay(change.to)) {
    return isBeforeOthers(describing, change)
      ? one("增加去向，比原有的先看：{is}。", "a new way, tried before the others: {is}.", { is })
      : one("增加去向：{is}。", "a new way: {is}.", { is });
  }
  if (isWhole && isWay(change.from)) {
    return one("去掉去向：{was}。", "without the way: {was}.", { was });
  }
  return one("跟着办的事改了。", "what follows has changed.");
}

type Tell = (
  zh: string,
  en: string,
  slots?: Readonly<Record<string, SentencePart>>,
) => DescribedChange[];

/** The members of a map of ways that came, went or were written anew as a whole. */
function eachOf({ keys, from, to }: Change): Change[] {
  const [old, now] = [from, to].map((value) => (isObject(value) ? value : {}));
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])];
  return names.map((name): Change => {
    const [was, is] = [own(old, name), own(now, name)];
    const op = was === undefined ? "add" : is === undefined ? "remove" : "replace";
    return { op, keys: [...keys, name], from: was, to: is };
  });
}

/** True where candidates only came or went: those that stay are told in the order that they had. */
function keepsOrder({ from, to }: Change): boolean {
  const [was, is] = [from, to].map((list) => (Array.isArray(list) ? list.map(String) : []));
  const stay = (list: string[] = [], other: string[] = []) =>
    list.filter((key) => other.includes(key)).join("/");
  return stay(was, is) === stay(is, was);
}

/** True where a new candidate stands before one that was there. */
function isBeforeOthers({ changes }: Describing, { keys }: Change): boolean {
  const around = [...keys.slice(0, -1), "$order"].join("/");
  const order = changes.find((one) => one.keys.join("/") === around);
  if (!Array.isArray(order?.to) || !Array.isArray(order.from)) return false;
  const { from, to } = order;
  const index = to.indexOf(keys.at(-1) ?? "");
  return to.slice(index + 1).some((key) => from.includes(key));
}

function guardChange({ before, after }: Describing, { from, to }: Change, one: Tell) {
  const say = (document: DefinitionDocument, value: Json | undefined): Text =>
    titleOf(own(document.workflow.rules, String(value)), String(value));
  const [was, is] = [removed(say(before, from)), added(say(after, to))];
  if (to === undefined) return one("不再要求符合{was}。", "{was} is no longer asked.", { was });
  if (from === undefined) return one("要符合{is}才走这一条。", "only if {is}.", { is });
  return one("条件由{was}改为{is}。", "the condition {was} becomes {is}.", { was, is });
}

function targetChange({ before, after }: Describing, { from, to }: Change, one: Tell) {
  const say = (document: DefinitionDocument, value: Json | undefined): Text =>
    typeof value === "string"
      ? inQuotes(targetTitle(document.workflow.machine, value))
      : { zh: "原来的环节", en: "the same state" };
  const slots = { was: wasOld(say(before, from)), is: isNew(say(after, to)) };
  return one("由去{was}改为去{is}。", "{was} becomes {is}.", slots);
}

function isWay(value: Json | undefined): value is Json {
  return typeof value === "string" || isObject(value);
}

/** What sets a way going, as it is said after the name of the state: 办“批准”时. */
function triggerText(
  { before, after }: Describing,
  { kind, trigger, path }: { kind: string; trigger: string; path: readonly string[] },
): Text {
  const { workflow } = after;
  if (kind === "always") return { zh: "，不用人办时", en: "nobody acting" };
  if (kind === "onDone") return { zh: "里面都办完时", en: "all within having ended" };
  if (kind === "after") {
    const deadline = own(workflow.deadlines, trigger) ?? own(before.workflow.deadlines, trigger);
    const { zh, en = zh } = titleOf(deadline, trigger);
    return { zh: `，“${zh}”到期时`, en: `when “${en}” is over` };
  }
  const [, link, what = ""] = /^link:([^.]+)\.(.+)$/.exec(trigger) ?? [];
  if (link !== undefined) {
    const { zh, en = zh } = titleOf(
      own(workflow.links, link) ?? own(before.workflow.links, link),
      link,
    );
    const how = own(CAME, what) ?? { zh: "有进展", en: "moves on" };
    return { zh: `，关联事项“${zh}”${how.zh}时`, en: `when the linked “${en}” ${how.en ?? ""}` };
  }
  const event = eventAt(after, path, trigger) ?? eventAt(before, path, trigger);
  const { zh, en = zh } = event?.label ?? { zh: trigger };
  return { zh: `办“${zh}”时`, en: `on “${en}”` };
}

const CAME: Record<string, Text> = {
  completed: { zh: "办结", en: "ends" },
  abandoned: { zh: "终止", en: "is given up" },
};

/** Where a way leads, and on what condition: 符合“土地纠纷”的到“听取乡镇意见”. */
export function waysText(document: DefinitionDocument, way: Json): Text {
  if (typeof way === "string") {
    const { zh, en = zh } = targetTitle(document.workflow.machine, way);
    return { zh: `到“${zh}”`, en: `to “${en}”` };
  }
  if (!isObject(way)) return { zh: "", en: "" };
  if (isKeyedList(way)) {
    const items = Object.entries(way).filter(([key]) => key !== "$order");
    const said = items.map(([, item]) => waysText(document, item));
    return {
      zh: said.map(({ zh }) => zh).join("，"),
      en: said.map(({ zh, en = zh }) => en).join(", "),
    };
  }
  const [guard, target] = [own(way, "guard"), own(way, "target")];
  const to: Text =
    typeof target === "string"
      ? waysText(document, target)
      : { zh: "留在原来的环节", en: "staying" };
  if (typeof guard !== "string") return to;
  const { zh, en = zh } = titleOf(own(document.workflow.rules, guard), guard);
  return { zh: `符合“${zh}”的${to.zh}`, en: `${to.en} if “${en}”` };
}
