import type { Case, Opening } from "../../engine/case";
import type { Command } from "../../engine/command";
import { refuse } from "../../engine/errors";
import { answerForm } from "../../engine/form/answer-form";
import { at, type JsonObject } from "../../engine/json";
import type { Person } from "../../engine/person";
import type { StepToStore } from "../../engine/ports";
import type { Refusal } from "../../engine/refusal";
import { withoutRoot } from "../../engine/steps/crossing";
import { step, type StepInput, type StepResult } from "../../engine/step";
import { sequencesFor } from "../../engine/steps/numbers";
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
  /** Present where the command's event opens a linked matter. */
  child?: Child;
  /** With which roles the sender reads: what they may not see is left out of a refusal. */
  readers: ReaderRoles;
}

/** What an event of the present state opens. */
export interface LinkOpened {
  package: string;
  owner: "same" | "parent";
  /** The village that the answers and the data name for it; null where they name none. */
  placeFor(entered: JsonObject): string | null;
}

/** The link that an event of the present state opens, or null. */
export function linkOpenedBy(workflow: Workflow, matter: Case, event: string): LinkOpened | null {
  const meta = findEvent(workflow, activePaths(matter.state), event)?.meta;
  const link = meta?.opens === undefined ? undefined : workflow.source.links?.[meta.opens];
  if (link === undefined) return null;
  return {
    package: link.package,
    owner: link.owner ?? "same",
    placeFor(entered) {
      if (link.place === undefined) return null;
      const { data, seq } = matter;
      const answered = answerForm({
        ...{ workflow, form: meta?.form, fields: meta?.fields, entered, data, seq: seq + 1 },
      });
      // Answers that do not fit are refused by the step itself.
      const place = answered.ok ? at(answered.data, withoutRoot(link.place)) : undefined;
      return typeof place === "string" ? place : null;
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
  const { workflow, child, command } = ask;
  const taken = takeStep(ask, numbers);
  if (!taken.ok) return { ok: false, refusal: taken.refusal, workflow };
  const [opened] = taken.entry.outcome.opens;
  const own = toStore(workflow, taken);
  if (opened === undefined || child === undefined) return { ok: true, steps: [own] };
  const used = taken.entry.outcome.numbers.map(({ key, value }) => [key, value]);
  const begun = takeStep(
    {
      workflow: child.workflow,
      matter: null,
      opening: child.opening,
      command: {
        type: "start",
        id: `${command.id}:${opened.link}`,
        expectedSeq: 0,
        occurredAt: command.occurredAt,
        form: opened.data,
      },
      person: ask.person,
      now: ask.now,
      directory: ask.directory,
      readers: ask.readers,
      ...(ask.onDuty === undefined ? {} : { onDuty: ask.onDuty }),
    },
    { ...numbers, ...Object.fromEntries(used) },
  );
  if (begun.ok) return { ok: true, steps: [own, toStore(child.workflow, begun)] };
  const refusal = childRefused(child.workflow, begun.refusal);
  return { ok: false, refusal, workflow: child.workflow };
}

/** The sequences that a step, and the matter it opens, may take numbers from. */
export function sequencesUsed(ask: StepToDecide): string[] {
  return [...sequencesOf(ask), ...(ask.child === undefined ? [] : childSequences(ask.child, ask))];
}

/** The trees of the rules hold values that not everybody may see: the sender gets them in words. */
function refused(
  refusal: Refusal,
  { workflow, readers, now }: Pick<StepToDecide, "workflow" | "readers" | "now">,
): Extract<ReturnType<Prepared["decide"]>, { ok: false }> {
  const { because, ...rest } = refusal;
  if (because === undefined) return { ok: false, refusal };
  const reader = { workflow, roles: readers, today: dayOf(now) };
  return { ok: false, refusal: rest, reasons: reasonViews(because, reader) };
}

function takeStep(ask: StepToDecide, numbers: Readonly<Record<string, number>>): StepResult {
  const { workflow, matter, opening, command, person, now, child, directory } = ask;
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
    ...(child === undefined ? {} : { childId: child.opening.caseId }),
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
function childRefused(workflow: Workflow, refusal: Refusal): Refusal {
  const { title } = workflow.source;
  const { message: sentence, because } = refusal;
  return refuse("case/link-refused", { title, sentence }, because === undefined ? {} : { because });
}
