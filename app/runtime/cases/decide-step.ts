import type { Case, LinkOpening, Opening } from "../../engine/case";
import type { Command } from "../../engine/command";
import { refuse } from "../../engine/errors";
import { answerForm } from "../../engine/form/answer-form";
import type { JsonObject } from "../../engine/json";
import { refuseAncestry, type Ancestor } from "../../engine/links/ancestry";
import { childrenToOpen, MOST_OPENED } from "../../engine/links/open-links";
import type { Person } from "../../engine/person";
import type { StepToStore } from "../../engine/ports";
import type { Refusal } from "../../engine/refusal";
import { step, type StepInput, type StepResult } from "../../engine/step";
import { sequencesFor } from "../../engine/steps/numbers";
import type { Text } from "../../engine/text";
import type { ReaderRoles } from "../../engine/projection/visibility";
import type { Instant } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import { calendarOf, findEvent, type Workflow } from "../../engine/workflow";
import { activePaths } from "../../engine/machine/state-value";
import type { Directory } from "../people/directory";
import { matterPeople } from "../people/matter-people";
import type { Prepared } from "./command-queue";
import { reasonViews } from "./view-reasons";

/** A linked matter that a step may open: its identity and definition, settled before the step. */
export interface Child {
  opening: Opening;
  workflow: Workflow;
  /** Accounts on duty for its place now; absent where its definition does not ask. */
  onDuty?: readonly string[];
}

/** All that a step may open, in order, and the matters above the one that opens them. */
export interface Linked {
  children: readonly Child[];
  ancestors: readonly Ancestor[];
}

export interface StepToDecide {
  workflow: Workflow;
  matter: Case | null;
  opening?: Opening;
  command: Command;
  person: Person;
  now: Instant;
  /** Who else could act on the matter. */
  directory: Directory;
  /** Accounts on duty for the matter's place now; absent where its definition does not ask. */
  onDuty?: readonly string[];
  /** Present where the command's event opens linked matters. */
  linked?: Linked;
  /** With which roles the sender reads: what they may not see is left out of a refusal. */
  readers: ReaderRoles;
}

/** What an event of the present state opens. */
export interface LinkOpened {
  package: string;
  owner: "same" | "parent";
  /** For each matter the village that the answers and the data name for it; null where they name none. */
  placesFor(entered: JsonObject): (string | null)[];
}

/** The link that an event of the present state opens, or null. */
export function linkOpenedBy(workflow: Workflow, matter: Case, event: string): LinkOpened | null {
  const meta = findEvent(workflow, activePaths(matter.state), event)?.meta;
  const link = meta?.opens === undefined ? undefined : workflow.source.links?.[meta.opens];
  if (link === undefined) return null;
  const name = meta?.opens ?? "";
  return {
    package: link.package,
    owner: link.owner ?? "same",
    placesFor(entered) {
      if (link.place === undefined && link.each === undefined) return [null];
      const { data, seq } = matter;
      const answered = answerForm({
        ...{ workflow, form: meta?.form, fields: meta?.fields, entered, data, seq: seq + 1 },
      });
      // Answers that do not fit are refused by the step itself.
      if (!answered.ok) return [];
      const children = matter.links[name] ?? [];
      const all = childrenToOpen(link, { data: answered.data, children });
      // Too many are refused by the step itself as well.
      return all.slice(0, MOST_OPENED).map(({ place }) => place);
    },
  };
}

/** A step that only lacks its numbers. The child's first step belongs to it: if that is refused, so is the whole. */
export function prepareStep(ask: StepToDecide): Prepared {
  return {
    sequences: sequencesUsed(ask),
    decide(numbers) {
      const decided = decideStep(ask, numbers);
      return decided.ok ? decided : refused(decided.refusal, { ...ask, ...decided });
    },
  };
}

/**
 * The step, and the first one of the matter that it opens: all that is to be stored, or why it is refused, with the
 * whole trees of the rules (`workflow` is the one that refused). Pure.
 */
export function decideStep(
  ask: StepToDecide,
  numbers: Readonly<Record<string, number>>,
): { ok: true; steps: StepToStore[] } | { ok: false; refusal: Refusal; workflow: Workflow } {
  const { workflow, linked } = ask;
  const taken = takeStep(ask, numbers);
  if (!taken.ok) return { ok: false, refusal: taken.refusal, workflow };
  const { opens } = taken.entry.outcome;
  const steps = [toStore(workflow, taken)];
  let used: Readonly<Record<string, number>> = { ...numbers, ...numbersUsed(taken) };
  for (const [index, opened] of opens.entries()) {
    const child = linked?.children[index];
    if (child === undefined) throw new Error(`a linked matter was not prepared: ${opened.link}`);
    const begun = beginChild(ask, { child, opened, parent: taken, numbers: used });
    if (!begun.ok) {
      const place = opens.length > 1 ? child.opening.place.name : null;
      const refusal = childRefused(child.workflow, begun.refusal, place);
      return { ok: false, refusal, workflow: child.workflow };
    }
    steps.push(toStore(child.workflow, begun));
    used = { ...used, ...numbersUsed(begun) };
  }
  return { ok: true, steps };
}

type Taken = Extract<StepResult, { ok: true }>;

/** The first step of a linked matter, which belongs to its parent's. Refuses what would go round in a circle. */
function beginChild(
  ask: StepToDecide,
  from: {
    child: Child;
    opened: LinkOpening;
    parent: Taken;
    numbers: Readonly<Record<string, number>>;
  },
): StepResult {
  const { command, person, now, directory, readers } = ask;
  const { child, opened, parent } = from;
  const { id, workflow, status, place, owner } = parent.next;
  const itself = { id, workflow, status, place: place.code, owner: owner.id };
  const above = [itself, ...(ask.linked?.ancestors ?? [])];
  const circle = refuseAncestry(above, child.opening);
  if (circle !== null) return { ok: false, refusal: circle };
  const isFirst = parent.entry.outcome.opens[0] === opened;
  const start: Command = {
    type: "start",
    id: `${command.id}:${opened.link}${isFirst ? "" : `:${child.opening.caseId}`}`,
    expectedSeq: 0,
    occurredAt: command.occurredAt,
    form: opened.data,
  };
  const step = { workflow: child.workflow, matter: null, opening: child.opening, command: start };
  const duty = child.onDuty === undefined ? {} : { onDuty: child.onDuty };
  return takeStep({ ...step, person, now, directory, readers, ...duty }, from.numbers);
}

function numbersUsed({ entry }: Taken): Record<string, number> {
  return Object.fromEntries(entry.outcome.numbers.map(({ key, value }) => [key, value]));
}

/** The sequences that a step, and the matter it opens, may take numbers from. */
export function sequencesUsed(ask: StepToDecide): string[] {
  const children = ask.linked?.children ?? [];
  return [...sequencesOf(ask), ...children.flatMap((child) => childSequences(child, ask))];
}

/**
 * The trees of the rules hold values that not everybody may see: the sender gets them in words. Which linked matters
 * stand in the way, the matter's page says.
 */
function refused(
  refusal: Refusal,
  { workflow, readers, now }: Pick<StepToDecide, "workflow" | "readers" | "now">,
): Extract<ReturnType<Prepared["decide"]>, { ok: false }> {
  const { because, linked: _linked, ...rest } = refusal;
  if (because === undefined) return { ok: false, refusal: rest };
  const reader = { workflow, roles: readers, today: dayOf(now) };
  return { ok: false, refusal: rest, reasons: reasonViews(because, reader) };
}

function takeStep(ask: StepToDecide, numbers: Readonly<Record<string, number>>): StepResult {
  const { workflow, matter, opening, command, person, now, linked, directory } = ask;
  const where = matter ?? opening;
  const input: StepInput = {
    workflow,
    matter,
    command,
    user: person,
    now,
    calendar: calendarOf(workflow),
    numbers,
    ...(where === undefined
      ? {}
      : {
          people: matterPeople(directory, {
            ...{ place: where.place.code, owner: where.owner.id, workflow: where.workflow },
            ...{ now, onDuty: ask.onDuty },
          }),
        }),
    ...(opening === undefined ? {} : { opening }),
    ...(linked === undefined
      ? {}
      : { childIds: linked.children.map(({ opening: { caseId } }) => caseId) }),
  };
  return step(input);
}

function sequencesOf({ workflow, matter, opening, command }: StepToDecide): string[] {
  const where = matter ?? opening;
  if (where === undefined) return [];
  if (command.type === "start") return sequencesFor(workflow, "start", where, command.occurredAt);
  if (command.type !== "event") return [];
  return sequencesFor(workflow, command.event, where, command.occurredAt);
}

function childSequences(child: Child, { command }: StepToDecide): string[] {
  return sequencesFor(child.workflow, "start", child.opening, command.occurredAt);
}

/** The longest time that the package keeps anything: one key locks the whole of a matter's data. */
export function retentionClassOf(workflow: Workflow): string {
  const classes = Object.entries(workflow.source.retention ?? {});
  const [longest] = classes.sort(([, a], [, b]) => b.days - a.days);
  return longest?.[0] ?? "default";
}

function toStore(workflow: Workflow, taken: Extract<StepResult, { ok: true }>): StepToStore {
  const { entry, next } = taken;
  return { previousSeq: entry.seq - 1, next, entry, retentionClass: retentionClassOf(workflow) };
}

/** The child's reason in the parent's refusal; its fields belong to a form that nobody sees. */
function childRefused(workflow: Workflow, refusal: Refusal, place: string | null): Refusal {
  const { title } = workflow.source;
  const { message: sentence, because, linked } = refusal;
  const named = place === null ? title : atPlace(title, place);
  return refuse(
    "case/link-refused",
    { title: named, sentence },
    {
      ...(because === undefined ? {} : { because }),
      ...(linked === undefined ? {} : { linked }),
    },
  );
}

function atPlace({ zh, en = zh }: Text, place: string): Text {
  return { zh: `${zh}（${place}）`, en: `${en} (${place})` };
}
