import type { Case, HistoryEntry } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { isAboutMatter, sourceOf } from "../../engine/operations/operation-source";
import type { OperationOffer } from "../../engine/operations/operations-for";
import { signerName } from "../../engine/operations/operation-line";
import { refuseUrge } from "../../engine/operations/orders";
import { MOVE_TABLE, OPERATION_TABLE } from "../../engine/operations/table";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { OperationForm, Result } from "../api";
import { noteRead, type CaseParts, type Reader } from "../cases/case-parts";
import { uuidv7 } from "../cases/new-id";
import { matterTitle } from "../cases/reading";
import { moveViews } from "../cases/view-offers";
import { openOperations, type OperationReading } from "./operation-reading";
import { keptOut, personChoices } from "./person-choices";
import { entryOf } from "./read-operations";

interface FormAsk {
  caseId: string;
  key: string;
  task?: string;
  answers?: string;
}

/** The page of one operation or move as it stands for one reader. Refuses `operation/not-allowed`. */
export async function readOperationForm(
  parts: CaseParts,
  reader: Reader,
  ask: FormAsk,
): Promise<Result<OperationForm>> {
  const opened = await openOperations(parts, { reader, caseId: ask.caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const form =
    (await moveForm(parts, reading, ask.key)) ?? (await operationForm(parts, reading, ask));
  if (form === null) {
    const row = [...Object.entries(OPERATION_TABLE), ...Object.entries(MOVE_TABLE)].find(
      ([name]) => name === ask.key,
    )?.[1];
    if (row === undefined) return { ok: false, refusal: refuse("operation/unknown") };
    return { ok: false, refusal: refuse("operation/not-allowed", { operation: row.title }) };
  }
  await noteRead(parts, { reader, act: "form.read", caseId: ask.caseId, what: ask.key });
  return { ok: true, value: form };
}

/** What every such page begins with. */
function baseOf(reading: OperationReading) {
  const { matter, now } = reading;
  return {
    caseId: matter.id,
    matter: { number: matter.number, title: matterTitle(reading) },
    expectedSeq: matter.seq,
    commandId: uuidv7(now),
    about: null,
    which: [],
  };
}

async function moveForm(
  parts: CaseParts,
  reading: OperationReading,
  key: string,
): Promise<OperationForm | null> {
  const view = moveViews(reading).find(({ move }) => move === key);
  if (view === undefined) return null;
  const { move, label, targets = [] } = view;
  const { then, reason } = MOVE_TABLE[move];
  const history = targets.length === 0 ? [] : await parts.store.history(reading.matter.id);
  return {
    ...baseOf(reading),
    ...{ key: move, label, then, reason },
    ...(targets.length === 0
      ? {}
      : { states: targets.map((one) => passed(one, reading, history)) }),
    ...(move === "return" ? { ways: true as const } : {}),
  };
}

/** A state that the matter has been in, with who acted there and whether it was the last one, or the first. */
function passed(
  { path, title }: { path: string; title: Text },
  { matter }: { matter: Case },
  history: readonly HistoryEntry[],
): { name: string; title: Text } {
  const leaving = history.filter(({ outcome }) => outcome.left.includes(path)).at(-1);
  if (leaving === undefined) return { name: path, title };
  const { by, seq } = leaving;
  const isLast = history.every((one) => one.seq <= seq || one.outcome.left.length === 0);
  const zh = [isLast ? "上一步" : "", by.user === matter.startedBy ? "申请人" : "", by.name];
  const en = [
    isLast ? "the step before" : "",
    by.user === matter.startedBy ? "applicant" : "",
    by.name,
  ];
  return {
    name: path,
    title: {
      zh: `${title.zh}（${zh.filter((part) => part !== "").join("，")}）`,
      en: `${title.en ?? title.zh} (${en.filter((part) => part !== "").join(", ")})`,
    },
  };
}

async function operationForm(
  parts: CaseParts,
  reading: OperationReading,
  ask: FormAsk,
): Promise<OperationForm | null> {
  const { workflow, matter, now } = reading;
  const all = reading.operations.filter(({ operation }) => operation === ask.key);
  const meant = all.filter(
    ({ task, answers }) =>
      (ask.task === undefined || task === ask.task) &&
      (ask.answers === undefined || answers?.id === ask.answers),
  );
  const [offer, second] = meant;
  if (offer === undefined) return null;
  const { operation, label, reason, text, until, states, targets, many, answers, task } = offer;
  const then = thenOf(offer);
  const base = { ...baseOf(reading), key: operation, label, then };
  if (second !== undefined) {
    const which = meant.flatMap((one) =>
      entryOf([one]).map((entry) => ({ title: aboutOf(reading, one) ?? label, entry })),
    );
    return { ...base, which, reason: "none" };
  }
  const source = sourceOf(workflow.source.operations, operation);
  const tooSoon = operation === "urge" && source ? refuseUrge(matter, source, now) : null;
  return {
    ...{ ...base, about: aboutOf(reading, offer), reason },
    ...(task === undefined ? {} : { task }),
    ...(answers === undefined ? {} : { answers }),
    ...(text === undefined ? {} : { text }),
    ...(until === undefined ? {} : { until: { from: dayOf(now) } }),
    ...(states === undefined ? {} : { states }),
    ...(tooSoon === null ? {} : { refusal: tooSoon }),
    ...(targets === undefined
      ? {}
      : { people: await peopleOf(parts, reading, { offer, targets, many: many === true }) }),
  };
}

/** Taking back what one lent oneself is told otherwise than giving back what somebody lent. */
function thenOf({ operation, text }: OperationOffer): Text {
  if (operation === "giveBack" && text === "optional") {
    return {
      zh: "收回以后由您接着办，对方不用再写意见；期限照走。",
      en: "You go on with it and they need not answer; clocks run on.",
    };
  }
  if (operation === "reply" && text === "optional") {
    return {
      zh: "收回以后，对方不用再答复，等答复的一项可以接着办。",
      en: "They need not answer any more, and the task that waited goes on.",
    };
  }
  return OPERATION_TABLE[operation].then;
}

async function peopleOf(
  parts: CaseParts,
  reading: OperationReading,
  of: { offer: OperationOffer; targets: NonNullable<OperationOffer["targets"]>; many: boolean },
): Promise<NonNullable<OperationForm["people"]>> {
  const { offer, targets, many } = of;
  const { workflow, matter, held } = reading;
  const source = sourceOf(workflow.source.operations, offer.operation);
  const task = matter.tasks.find(({ id }) => id === offer.task);
  const roles = source?.among ?? task?.roles;
  return {
    many,
    offered: await personChoices(parts, reading, { targets, ...(roles ? { roles } : {}) }),
    keepOut:
      task === undefined || isAboutMatter(offer.operation)
        ? []
        : keptOut(reading, { roles: roles ?? [], path: task.path }),
    units: held.map(({ unit }) => unit.id),
  };
}

/** What an operation is about in words: the state, the signature, or what is answered. */
function aboutOf({ workflow, matter }: OperationReading, offer: OperationOffer): Text | null {
  const task = matter.tasks.find(({ id }) => id === offer.task);
  if (task === undefined) {
    const { answers } = offer;
    return answers === undefined
      ? null
      : { zh: `${answers.from}：${answers.text}`, en: `${answers.from}: ${answers.text}` };
  }
  const title = stateTitle(workflow, task.path);
  const signer = matter.decisions?.[task.path]?.signers.find(({ slot }) => slot === task.slot);
  if (signer === undefined) return title;
  const name = task.firm === undefined ? signerName(workflow, signer) : { zh: task.firm.name };
  return {
    zh: `${title.zh}·${name.zh}`,
    en: `${title.en ?? title.zh} · ${name.en ?? name.zh}`,
  };
}

function stateTitle(workflow: Workflow, path: string): Text {
  return workflow.machine.states.get(path)?.meta?.title ?? { zh: path };
}
