import { isObject, own, type Json } from "../json";
import type { Text } from "../text";
import { isKeyedList } from "../variant/keyed-view";
import type { DefinitionDocument } from "../workflow-source";
import {
  added,
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
  const { before, after } = describing;
  const [kind = "", ...more] = rest;
  const trigger = kind === "on" || kind === "after" ? (more[0] ?? "") : "";
  const state = named(stateTitle(after.workflow.machine, path));
  const when = named(triggerTitle(describing, { kind, trigger, path }));
  const name = trigger === "" ? kind : trigger;
  const one = (sentence: SentencePart[]): DescribedChange[] => [{ kind: "way", name, sentence }];
  if (more.includes("$order")) {
    return one(
      phrase(
        "在{state}办{when}时，先看哪一条，顺序改了。",
        "In {state}, on {when}, the ways are tried in another order.",
        { state, when },
      ),
    );
  }
  if (change.op === "replace" && isWay(change.from) && isWay(change.to) && rest.length <= 2) {
    const slots = {
      was: wasOld(waysText(before, change.from)),
      is: isNew(waysText(after, change.to)),
    };
    const zh = "在{state}办{when}时，由{was}改为{is}。";
    return one(phrase(zh, "In {state}, on {when}: {was}, now {is}.", { state, when, ...slots }));
  }
  if (change.op === "add" && isWay(change.to)) {
    const is = isNew(waysText(after, change.to));
    return one(
      phrase("在{state}办{when}时，增加去向：{is}。", "In {state}, on {when}, a new way: {is}.", {
        state,
        when,
        is,
      }),
    );
  }
  if (change.op === "remove" && isWay(change.from)) {
    const was = wasOld(waysText(before, change.from));
    return one(
      phrase(
        "在{state}办{when}时，去掉去向：{was}。",
        "In {state}, on {when}, without the way: {was}.",
        { state, when, was },
      ),
    );
  }
  const last = rest.at(-1) ?? "";
  if (last === "guard" || last === "target") {
    const say = (document: DefinitionDocument, value: Json | undefined): Text =>
      typeof value !== "string"
        ? { zh: "没有条件", en: "nothing" }
        : last === "guard"
          ? titleOf(own(document.workflow.rules, value), value)
          : targetTitle(document.workflow.machine, value);
    const slots = {
      state,
      when,
      was: removed(say(before, change.from)),
      is: added(say(after, change.to)),
    };
    return last === "guard"
      ? one(
          phrase(
            "在{state}办{when}时，条件由{was}改为{is}。",
            "In {state}, on {when}, the condition {was} becomes {is}.",
            slots,
          ),
        )
      : one(
          phrase(
            "在{state}办{when}时，由去{was}改为去{is}。",
            "In {state}, on {when}, {was} becomes {is}.",
            slots,
          ),
        );
  }
  return one(
    phrase(
      "在{state}办{when}时，跟着办的事改了。",
      "In {state}, on {when}, what follows has changed.",
      { state, when },
    ),
  );
}

function isWay(value: Json | undefined): value is Json {
  return typeof value === "string" || isObject(value);
}

function triggerTitle(
  { after }: Describing,
  { kind, trigger, path }: { kind: string; trigger: string; path: readonly string[] },
): Text {
  if (kind === "after") return titleOf(own(after.workflow.deadlines, trigger), trigger);
  if (kind === "always") return { zh: "不用人办，自动走", en: "nobody acting" };
  if (kind === "onDone") return { zh: "里面的环节都办完", en: "all within having ended" };
  return eventAt(after, path, trigger)?.label ?? { zh: trigger, en: trigger };
}

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
