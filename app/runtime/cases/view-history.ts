import type { Actor, HistoryEntry } from "../../engine/case";
import type { Command } from "../../engine/command";
import { findEventForm } from "../../engine/form/event-form";
import { ANSWER_WORDS } from "../../engine/decision/decision-words";
import { own, type JsonObject } from "../../engine/json";
import type { ParentEnd } from "../../engine/link-source";
import { endOfParent } from "../../engine/links/cancel";
import { operationLine } from "../../engine/operations/operation-line";
import { SYSTEM } from "../../engine/person";
import { MOVE_WORDS } from "../../engine/steps/move-step";
import { listOf, type Text } from "../../engine/text";
import { dayOf, showDay, showMoment } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { EventMeta } from "../../engine/workflow-source";
import type { HistoryLine, SummaryRow } from "../api";
import type { Reading } from "./reading";
import { answerRows } from "./view-answers";
import { roleTitle } from "./view-offers";

/** What happened, newest first, as far as the reader may see it. */
export function historyLines(reading: Reading, history: readonly HistoryEntry[]): HistoryLine[] {
  return history.map((entry) => historyLine(reading, entry)).reverse();
}

function historyLine(reading: Reading, entry: HistoryEntry): HistoryLine {
  const { workflow } = reading;
  const { command, by, enteredFor } = entry;
  const note = noteOf(command);
  return {
    seq: entry.seq,
    title: entryTitle(workflow, entry),
    ...(command.type === "operation" ? { told: true as const } : {}),
    by: nameOf(by),
    ...(by.role === null ? {} : { roleTitle: roleTitle(workflow, by.role) }),
    when: whenText(entry),
    ...(note === undefined ? {} : { note }),
    ...(enteredFor === undefined ? {} : { enteredFor }),
    answers: answersOf(reading, command),
  };
}

/** Who did it, and in whose place. */
function nameOf({ user, name, standsInFor }: Actor): string {
  if (user === SYSTEM.id) return SYSTEM.name;
  return standsInFor === undefined ? name : `${name}（代${standsInFor.name}）`;
}

/** What the step is called: the event's label, the move with where it went, the deadline that ran down. */
export function entryTitle(workflow: Workflow, entry: HistoryEntry): Text {
  const { command, outcome } = entry;
  switch (command.type) {
    case "start":
      return workflow.source.start.label;
    case "event":
      return eventMeta(workflow, command.event)?.label ?? { zh: command.event };
    case "move": {
      const word = MOVE_WORDS[command.move];
      const path = command.to === undefined ? undefined : workflow.machine.pathOf(command.to);
      const target = path === undefined ? undefined : titleOf(workflow, path);
      if (target === undefined) return word;
      const straight = command.move === "return" && command.way === "straight";
      return straight ? joined(word, straightBack(target)) : joined(word, target);
    }
    case "call":
      return { zh: "报民警确认", en: "Asked for confirmation" };
    case "vote":
      return voteTitle(workflow, entry);
    case "operation":
      return operationLine(workflow, { ...entry, command });
    case "timer":
      return timerTitle(workflow, command.timer, outcome.arrived.length > 0);
    case "link": {
      const [name] = Object.entries(outcome.links).find(([, children]) =>
        children.some((child) => child.id === command.child),
      ) ?? [""];
      const title = workflow.source.links?.[name]?.title ?? { zh: "关联事项", en: "Linked matter" };
      return joined(title, LINK_ENDS[command.end ?? "open"]);
    }
    case "told": {
      const path = outcome.arrived.at(-1);
      const title = { zh: "所属事项来的消息", en: "Word of the parent matter" };
      return joined(title, (path === undefined ? undefined : titleOf(workflow, path)) ?? KEPT);
    }
    case "parent":
      return PARENT_WORDS[endOfParent(command) ?? "open"];
    case "recount":
      return { zh: "放假安排公布，暂定的日期重新算过", en: "Provisional dates counted anew" };
    case "job": {
      const title = workflow.source.jobs?.[command.job]?.title ?? { zh: command.job };
      return joined(
        title,
        command.error === undefined ? { zh: "完成", en: "done" } : { zh: "没有完成", en: "failed" },
      );
    }
  }
}

/** Where it was sent back to, to come straight back from there. */
function straightBack({ zh, en = zh }: Text): Text {
  return { zh: `${zh}，补好以后直接回来`, en: `${en}, to come straight back` };
}

/** What was signed and how; for a meeting, its counts. */
function voteTitle(workflow: Workflow, { command, outcome, seq }: HistoryEntry): Text {
  if (command.type !== "vote") return { zh: "" };
  const signed = Object.entries(outcome.decisions ?? {}).find(([, { signers }]) =>
    signers.some(({ vote }) => vote?.seq === seq),
  );
  const title = (signed && titleOf(workflow, signed[0])) ?? { zh: "会签", en: "Decision" };
  const { counts, answer } = command;
  if (counts === undefined) return joined(title, ANSWER_WORDS[answer]);
  const { agree, reject, abstain, eligible } = counts;
  return joined(title, {
    zh: `同意 ${agree}，不同意 ${reject}，弃权 ${abstain}，应到 ${eligible}`,
    en: `${agree} for, ${reject} against, ${abstain} abstained, of ${eligible}`,
  });
}

const LINK_ENDS: Record<"completed" | "abandoned" | "open", Text> = {
  completed: { zh: "已办结", en: "closed" },
  abandoned: { zh: "没有办成", en: "stopped" },
  open: { zh: "有进展", en: "went on" },
};

/** What became of the matter with its parent, and why; nothing else is said of the parent. */
const PARENT_WORDS: Record<ParentEnd | "open", Text> = {
  void: { zh: "所属事项已作废，本事项随之终止", en: "Ended with its parent matter, which is void" },
  withdrawn: {
    zh: "所属事项已撤回，本事项随之终止",
    en: "Ended with its parent matter, which was withdrawn",
  },
  completed: {
    zh: "所属事项已办结，本事项随之终止",
    en: "Ended with its parent matter, which is closed",
  },
  abandoned: {
    zh: "所属事项没有办成，本事项随之终止",
    en: "Ended with its parent matter, which came to nothing",
  },
  open: {
    zh: "所属事项恢复办理，本事项随之恢复",
    en: "Taken up again with its parent matter",
  },
};

const KEPT: Text = { zh: "已记下", en: "noted" };

/** A timer's id is `<state path>:<deadline>:<seq>`, with `:r<offset>` for reminders and `:l<key>` for rungs. */
function timerTitle(workflow: Workflow, timer: string, moved: boolean): Text {
  const [path, deadline = "", , reminder] = timer.split(":");
  if (path === "qy.pause")
    return { zh: "中止期满，恢复计时", en: "The pause ended; clocks run on" };
  const title = workflow.source.deadlines?.[deadline]?.title ?? { zh: deadline };
  if (reminder?.startsWith("l"))
    return joined(title, rungTitle(workflow, deadline, reminder.slice(1)));
  if (reminder !== undefined) return joined(title, { zh: "提醒", en: "reminder" });
  return joined(title, moved ? { zh: "期满", en: "ran out" } : { zh: "到期", en: "fell due" });
}

/** 报派出所所长, with 交其办理 where the rung hands the task over. */
function rungTitle(workflow: Workflow, deadline: string, key: string): Text {
  const ladder = workflow.source.deadlines?.[deadline]?.ladder ?? [];
  const rung = ladder.find((one) => one.key === key);
  if (rung === undefined) return { zh: "升级", en: "brought further" };
  const roles = listOf(rung.tell.map((role) => roleTitle(workflow, role)));
  const to = rung.handOver === undefined ? undefined : roleTitle(workflow, rung.handOver);
  return {
    zh: `告知${roles.zh}${to === undefined ? "" : `，交${to.zh}办理`}`,
    en: `told ${roles.en ?? roles.zh}${to === undefined ? "" : `, handed to ${to.en ?? to.zh}`}`,
  };
}

function joined(first: Text, second: Text): Text {
  return {
    zh: `${first.zh}：${second.zh}`,
    en: `${first.en ?? first.zh}: ${second.en ?? second.zh}`,
  };
}

function titleOf(workflow: Workflow, path: string): Text | undefined {
  return workflow.machine.states.get(path)?.meta?.title;
}

/** An event as any state of the package declares it; the one of the state it was taken in may be gone. */
export function eventMeta(workflow: Workflow, event: string): EventMeta | undefined {
  for (const state of workflow.machine.states.values()) {
    const meta = own(state.meta?.events ?? {}, event);
    if (meta !== undefined) return meta;
  }
  return undefined;
}

/** When it happened, and when it was entered where that was another day. */
export function whenText({ command, at: stored }: HistoryEntry): Text {
  const { occurredAt } = command;
  if (dayOf(occurredAt) === dayOf(stored)) {
    return { zh: showMoment(occurredAt, "zh"), en: showMoment(occurredAt, "en") };
  }
  const [day, entered] = [dayOf(occurredAt), dayOf(stored)];
  return {
    zh: `${showDay(day, "zh")}（${showDay(entered, "zh")}补录）`,
    en: `${showDay(day, "en")} (entered ${showDay(entered, "en")})`,
  };
}

function noteOf(command: Command): string | undefined {
  const note =
    command.type === "move" || command.type === "vote"
      ? command.reason
      : command.type === "operation"
        ? (command.text ?? command.reason)
        : command.type === "call"
          ? command.note
          : undefined;
  return note === undefined || note.trim() === "" ? undefined : note;
}

/** What was answered: the form as it was accepted, which drops what its branches did not own. */
function answersOf(reading: Reading, command: Command): SummaryRow[] {
  const { workflow, answers } = reading;
  if (command.type !== "start" && command.type !== "event") return [];
  const meta =
    command.type === "start" ? workflow.source.start : eventMeta(workflow, command.event);
  return formRows({ workflow, meta, entered: command.form, answers });
}

/** The answers of one form in words, in the order in which the form asks. Empty where it was not accepted. */
export function formRows(ask: {
  workflow: Workflow;
  meta: Pick<EventMeta, "form" | "fields"> | undefined;
  entered: JsonObject;
  answers: Reading["answers"];
}): SummaryRow[] {
  const form = ask.meta && findEventForm(ask.workflow, ask.meta);
  const accepted = form?.accept(ask.entered);
  if (form === undefined || accepted === undefined || !accepted.ok) return [];
  return answerRows(form.source.schema, accepted.value, ask.answers, form.source.ui);
}
