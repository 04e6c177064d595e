import type { HistoryEntry, Task } from "../../engine/case";
import type { MoveCommand } from "../../engine/command";
import { operationLine } from "../../engine/operations/operation-line";
import type { RoleId } from "../../engine/person";
import { MOVE_WORDS } from "../../engine/steps/move-step";
import type { Text } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import type { StepAnswer } from "../api";
import { namedLeaves } from "./view-phases";

/** Names of the people who can act next. */
export type FindHolders = (roles: readonly RoleId[]) => readonly string[];

/** What a step is answered with, told from its history entry alone, so that a repeat gets the same. */
export function stepAnswer(ask: {
  entry: HistoryEntry;
  workflow: Workflow;
  holders: FindHolders;
  readable: boolean;
}): StepAnswer {
  const { entry, readable } = ask;
  const { caseId, seq, outcome } = entry;
  const message = joined(what(ask), next(ask));
  return { caseId, seq, number: outcome.number, message, readable };
}

function joined(...parts: (Text | null)[]): Text {
  const said = parts.filter((part) => part !== null);
  return {
    zh: `${said.map((part) => part.zh).join("，")}。`,
    en: `${said.map((part) => part.en ?? part.zh).join("; ")}.`,
  };
}

/** What was done: 已登记，编号石桥 2026-0061. */
function what({ entry, workflow }: { entry: HistoryEntry; workflow: Workflow }): Text {
  const { command, outcome } = entry;
  switch (command.type) {
    case "start":
      return outcome.number === null
        ? { zh: "已登记", en: "Registered" }
        : { zh: `已登记，编号${outcome.number}`, en: `Registered as ${outcome.number}` };
    case "move":
      return moved(command, workflow);
    case "call":
      return { zh: "已经通知", en: "They have been told" };
    case "operation":
      return operationLine(workflow, { ...entry, command });
    case "event":
    case "vote":
    case "timer":
    case "link":
    case "told":
    case "parent":
    case "job":
    case "recount":
      if (outcome.status === "ended") return { zh: "已办结", en: "Closed" };
      return { zh: "已存上", en: "Stored" };
  }
}

function moved({ move, to }: MoveCommand, workflow: Workflow): Text {
  const word = MOVE_WORDS[move];
  const path = to === undefined ? undefined : workflow.machine.pathOf(to);
  const target = path === undefined ? undefined : workflow.machine.states.get(path)?.meta?.title;
  if (target === undefined) return { zh: `已${word.zh}`, en: `Done: ${word.en ?? word.zh}` };
  return {
    zh: `已${word.zh}到“${target.zh}”`,
    en: `Done: ${word.en ?? word.zh}, to “${target.en ?? target.zh}”`,
  };
}

/** Who it is with now; null where the matter rests. */
function next(ask: { entry: HistoryEntry; workflow: Workflow; holders: FindHolders }): Text | null {
  const { entry, workflow } = ask;
  const { outcome, by, command } = entry;
  if (outcome.status !== "open") return null;
  const roles = [...new Set(outcome.tasks.flatMap((task) => leadRoles(workflow, task)))];
  const isOthers = roles.length > 0 && (by.role === null || !roles.includes(by.role));
  if (isOthers) return handed(roles, ask, command.type === "call");
  const titles = namedLeaves(workflow, outcome).map(({ title }) => title);
  if (titles.length === 0 || command.type === "call") return null;
  return {
    zh: `现在是${titles.map((title) => `“${title.zh}”`).join("、")}`,
    en: `now in ${titles.map((title) => `“${title.en ?? title.zh}”`).join(", ")}`,
  };
}

/** Whose step the state waits for first: the roles of the event that its page leads with. */
function leadRoles(workflow: Workflow, task: Task): readonly RoleId[] {
  const events = Object.values(workflow.machine.states.get(task.path)?.meta?.events ?? {});
  const [lead] = events.sort((a, b) => (a.order ?? 100) - (b.order ?? 100));
  return lead?.roles ?? task.roles;
}

function handed(
  roles: readonly RoleId[],
  ask: { workflow: Workflow; holders: FindHolders },
  called: boolean,
): Text {
  const titles = roles.map((role) => ask.workflow.roles[role]?.title ?? { zh: role });
  const names = ask.holders(roles);
  const zh = titles.map((title) => title.zh).join("、");
  const en = titles.map((title) => title.en ?? title.zh).join(", ");
  const [only] = names;
  const who = names.length === 1 && only !== undefined ? only : "";
  return called
    ? { zh: `${zh}${who}会看到您的请求`, en: `${[en, who].join(" ").trim()} will see your call` }
    : { zh: `已交${zh}${who}办理`, en: `now with ${[en, who].join(" ").trim()}` };
}
