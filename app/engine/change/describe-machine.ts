import { own, type Json } from "../json";
import type { Text } from "../text";
import type { DefinitionDocument, EventMeta } from "../workflow-source";
import {
  added,
  inQuotes,
  isNew,
  listed,
  named,
  phrase,
  removed,
  stateAt,
  stateTitle,
  titleOf,
  wasOld,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";
import { describeWay } from "./describe-ways";
import type { SentencePart } from "./say-change";

/** Where in the machine a change lies: the state, and the keys within it. */
export interface Place {
  path: readonly string[];
  rest: readonly string[];
}

/** The state that keys of the keyed view lead into; they begin after `machine`. */
function placeOf(keys: readonly string[]): Place {
  const path: string[] = [];
  let depth = 0;
  while (keys[depth] === "states" && keys[depth + 1] !== undefined) {
    path.push(keys[depth + 1] ?? "");
    depth += 2;
  }
  return { path, rest: keys.slice(depth) };
}

/** What one change of the machine does: a state, an event, a way, a deadline's end. */
export function describeMachine(describing: Describing, change: Change): DescribedChange[] {
  const { path, rest } = placeOf(change.keys.slice(2));
  const at: Place = { path, rest };
  const [first, second, third] = rest;
  if (first === undefined) return describeState(describing, change, path);
  if (first === "meta" && second === "events" && third !== undefined) {
    return describeEvent(describing, change, at);
  }
  if (["on", "after", "always", "onDone"].includes(first))
    return describeWay(describing, change, at);
  const name = path.at(-1) ?? "";
  const state = named(stateTitle(describing.after.workflow.machine, path));
  const other = (sentence: SentencePart[]): DescribedChange[] => [
    { kind: "state", name, sentence },
  ];
  if (first === "entry" || first === "exit") {
    const [zh, en] = first === "entry" ? ["进入", "entering"] : ["离开", "leaving"];
    return other(
      phrase(
        `${zh}环节{state}时自动办的事改了。`,
        `What happens on ${en} the state {state} has changed.`,
        { state },
      ),
    );
  }
  if (first === "meta" && (second === "due" || second === "phase")) {
    const area = second === "due" ? "deadlines" : "phases";
    const say = ({ workflow }: DefinitionDocument, value: Json | undefined): Text =>
      typeof value === "string"
        ? inQuotes(
            titleOf(own(workflow[area] as Record<string, unknown> | undefined, value), value),
          )
        : { zh: "没有", en: "none" };
    const slots = {
      state,
      was: wasOld(say(describing.before, change.from)),
      is: isNew(say(describing.after, change.to)),
    };
    return other(
      second === "due"
        ? phrase(
            "环节{state}的期限由{was}改为{is}。",
            "The deadline of {state}: {was}, now {is}.",
            slots,
          )
        : phrase(
            "环节{state}由阶段{was}改到阶段{is}。",
            "{state} moves from the phase {was} to {is}.",
            slots,
          ),
    );
  }
  const sentence = phrase(
    "环节{state}的设置改了。",
    "The state {state} is set up in another way.",
    {
      state,
    },
  );
  return other(sentence);
}

function describeState(
  { before, after }: Describing,
  change: Change,
  path: readonly string[],
): DescribedChange[] {
  const name = path.at(-1) ?? "";
  if (change.op === "remove") {
    const state = removed(stateTitle(before.workflow.machine, path));
    return [
      {
        kind: "state",
        name,
        sentence: phrase("去掉环节{state}。", "Without the state {state}.", { state }),
      },
    ];
  }
  const machine = after.workflow.machine;
  const source = stateAt(machine, path);
  const state = added(stateTitle(machine, path));
  const steps = Object.entries(source?.meta?.events ?? {}).map(([key, event]) =>
    titleOf(event, key),
  );
  if (steps.length === 0) {
    return [
      {
        kind: "state",
        name,
        sentence: phrase("增加环节{state}。", "A new state: {state}.", { state }),
      },
    ];
  }
  const slots = { state, steps: isNew(listed(steps)) };
  const sentence = phrase(
    "增加环节{state}，在那里办{steps}。",
    "A new state, {state}, with the steps {steps}.",
    slots,
  );
  return [{ kind: "state", name, sentence }];
}

function describeEvent(
  describing: Describing,
  change: Change,
  { path, rest }: Place,
): DescribedChange[] {
  const { before, after } = describing;
  const [, , name = "", part] = rest;
  const [old, now] = [before, after].map((document) => eventAt(document, path, name));
  const state = named(stateTitle(after.workflow.machine, path));
  const one = (sentence: SentencePart[]): DescribedChange[] => [{ kind: "event", name, sentence }];
  if (part === undefined && now !== undefined && old === undefined) {
    const slots = { state, event: added(now.label), roles: isNew(rolesText(describing, now)) };
    return one(
      phrase(
        "环节{state}增加操作{event}，由{roles}办。",
        "The state {state} gets the step {event}, taken by {roles}.",
        slots,
      ),
    );
  }
  if (now === undefined) {
    const slots = { state, event: removed(titleOf(old, name)) };
    return one(
      phrase("环节{state}去掉操作{event}。", "The state {state} loses the step {event}.", slots),
    );
  }
  const event = named(now.label);
  if (part === "roles" && old !== undefined) {
    const slots = {
      event,
      was: wasOld(rolesText(describing, old)),
      is: isNew(rolesText(describing, now)),
    };
    return one(
      phrase(
        "操作{event}，由{was}办改为由{is}办。",
        "The step {event}: taken by {was}, now by {is}.",
        slots,
      ),
    );
  }
  if (part === "form") {
    const form = added(formTitle(after, now.form));
    return one(
      phrase("操作{event}改用表单{form}。", "The step {event} uses the form {form}.", {
        event,
        form,
      }),
    );
  }
  const isWords = part === "label" || part === "help" || part === "noForm" || part === "order";
  if (part === undefined || isWords) return [];
  return one(
    phrase("操作{event}的办理方式改了。", "The step {event} is taken in another way.", { event }),
  );
}

/** What changes in the first step: who takes it, on which form. */
export function describeStart(describing: Describing, change: Change): DescribedChange[] {
  const { before, after } = describing;
  const [old, now] = [before.workflow.start, after.workflow.start];
  const one = (sentence: SentencePart[]): DescribedChange[] => [
    { kind: "event", name: "start", sentence },
  ];
  if (change.keys[2] === "roles") {
    const slots = {
      was: wasOld(rolesText(describing, old)),
      is: isNew(rolesText(describing, now)),
    };
    return one(phrase("登记由{was}办改为由{is}办。", "Registered by {was}, now by {is}.", slots));
  }
  if (change.keys[2] === "form") {
    const form = added(formTitle(after, now.form));
    return one(phrase("登记改用表单{form}。", "Registering uses the form {form}.", { form }));
  }
  return one(phrase("登记的办法改了。", "The way to register has changed."));
}

/** An event of a state as a definition describes it. */
export function eventAt(
  document: DefinitionDocument,
  path: readonly string[],
  name: string,
): EventMeta | undefined {
  return own(stateAt(document.workflow.machine, path)?.meta?.events, name);
}

function formTitle({ forms }: DefinitionDocument, name: string | undefined): Text {
  return titleOf(own(forms, name ?? ""), name ?? "");
}

/** Who takes a step: 民警、调解员. */
function rolesText({ roles }: Describing, event: EventMeta): Text {
  const titles = event.roles.map((role) => own(roles, role)?.title ?? { zh: role });
  return {
    zh: titles.map(({ zh }) => zh).join("、"),
    en: titles.map(({ zh, en = zh }) => en).join(", "),
  };
}
