import type { Case, Holder, Task } from "../../engine/case";
import { isOffered } from "../../engine/operations/may-operate";
import { listOf, type Text } from "../../engine/text";
import { showMoment } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import { roleTitle } from "../cases/view-offers";

/** What a matter's tasks are told from, for one person. */
export interface TaskReading {
  workflow: Workflow;
  matter: Case;
  person: { id: string };
  /** What an account is called; undefined where there is none any more. */
  nameOf(user: string): string | undefined;
}

/**
 * Who has a task and how it came to them, or who lent it to whom; null where that goes without saying, and for a
 * signature that is simply asked for: the decision says that.
 */
export function holderLine(reading: TaskReading, task: Task): Text | null {
  return heldLine(reading, task) ?? (task.firm === undefined ? softLine(reading, task) : null);
}

/** The same of what is somebody's alone. */
export function heldLine(reading: TaskReading, task: Task): Text | null {
  const { lent, firm } = task;
  if (lent !== undefined) return lentLine(reading, task);
  return firm === undefined ? null : firmLine(reading, task, firm);
}

/** Whom a task waits for (请示); null where it can be taken. */
export function waitingLine({ matter }: Pick<TaskReading, "matter">, task: Task): Text | null {
  const [asked] = (matter.questions ?? []).filter(
    (one) => one.kind === "consult" && one.task === task.id && one.answer === null,
  );
  if (asked === undefined) return null;
  const { from, to } = asked;
  return {
    zh: `${from.name}向${to.name}请示，等答复`,
    en: `${from.name} asked ${to.name} and waits for the answer`,
  };
}

/** How often people were urged since the state was entered, and when last; null where they were not. */
export function urgedLine({ matter }: Pick<TaskReading, "matter">, path: string): Text | null {
  const { urged } = matter;
  if (urged === undefined || urged.seq < (matter.entered[path]?.seq ?? 0)) return null;
  const { times = 1, at } = urged;
  return {
    zh: `催办 ${times} 次，最近一次 ${showMoment(at, "zh")}`,
    en: `Urged ${times === 1 ? "once" : `${times} times`}, last on ${showMoment(at, "en")}`,
  };
}

function lentLine({ person }: TaskReading, { lent = [], firm }: Task): Text | null {
  const lender = lent.at(-1)?.by;
  const helper = firm?.name ?? "";
  if (lender === undefined) return null;
  if (lender.id === person.id) {
    return {
      zh: `您委派给${helper}，等交回`,
      en: `You lent it to ${helper}, who has not given it back yet`,
    };
  }
  return {
    zh: `${lender.name}委派给${helper}，写明意见后交回，由${lender.name}办结`,
    en: `${lender.name} lent it to ${helper}, who answers and gives it back`,
  };
}

const HELD_WORDS: Record<Exclude<Holder["by"], "lend">, (name: string) => Text> = {
  asked: (name) => ({ zh: `等${name}答复`, en: `${name} is asked` }),
  claim: (name) => ({ zh: `${name}认领`, en: `claimed by ${name}` }),
  handOver: (name) => ({ zh: `转交给${name}办`, en: `handed over to ${name}` }),
  takeOver: (name) => ({ zh: `代 · ${name}代班`, en: `${name} stands in` }),
  chosen: (name) => ({ zh: `上一步选定由${name}办`, en: `${name}, chosen by the step before` }),
  appointed: (name) => ({ zh: `事先定下由${name}办`, en: `${name}, appointed beforehand` }),
};

function firmLine({ person }: TaskReading, task: Task, { name, by }: Holder): Text | null {
  if (by === "lend" || (by === "asked" && task.slot !== undefined)) return null;
  const said = HELD_WORDS[by](name);
  return task.assignee === person.id
    ? { zh: `${said.zh}（您）`, en: `${said.en ?? said.zh} (you)` }
    : said;
}

function softLine({ workflow, nameOf }: TaskReading, task: Task): Text | null {
  const { assignee, handedTo, slot } = task;
  if (handedTo !== undefined) {
    const role = roleTitle(workflow, handedTo);
    return {
      zh: `到期没办，已交${role.zh}`,
      en: `not done in time: with the ${role.en ?? role.zh}`,
    };
  }
  const claim = workflow.source.operations?.claim;
  if (slot !== undefined) return null;
  if (claim === undefined || !isOffered(workflow, claim, task.path)) {
    const name = assignee === null ? undefined : nameOf(assignee);
    return name === undefined ? null : { zh: `由${name}办`, en: `with ${name}` };
  }
  const roles = listOf(task.roles.map((role) => roleTitle(workflow, role)));
  return {
    zh: `还没有人认领，${roles.zh}都可以办`,
    en: `not claimed yet; open to: ${roles.en ?? roles.zh}`,
  };
}
