import type { Actor, Case, HistoryEntry, Opening } from "./case";
import type { Command } from "./command";
import { refuse } from "./errors";
import { blankCase } from "./fold";
import { goOn, refuseWaiting } from "./links/wait";
import { parentStep } from "./links/parent-step";
import { operationStep } from "./operations/operation-step";
import { NOBODY, recordPeople, type People } from "./people";
import { SYSTEM, type Person } from "./person";
import { RefusalError, type Refusal } from "./refusal";
import { checkCommand } from "./steps/check-command";
import { callStep } from "./steps/call-step";
import { eventStep } from "./steps/event-step";
import { jobStep } from "./steps/job-step";
import { linkStep } from "./steps/link-step";
import { moveStep } from "./steps/move-step";
import { recountStep } from "./steps/recount-step";
import { settle, type Finding } from "./steps/settle";
import { startStep } from "./steps/start-step";
import type { Decision, Situation } from "./steps/situation";
import { toldStep } from "./steps/told-step";
import { timerStep } from "./steps/timer-step";
import { voteStep } from "./steps/vote-step";
import type { Calendar, Instant } from "./time/types";
import type { Workflow } from "./workflow";

export interface StepInput {
  /** The definition that the matter is pinned to. */
  workflow: Workflow;
  /** The matter as stored; null before its first step. */
  matter: Case | null;
  /** For `start`: identity, place and owner of the matter to be. */
  opening?: Opening;
  command: Command;
  user: Person;
  now: Instant;
  calendar: Calendar;
  /** Last used value of every sequence that the step may use (see `sequencesFor`). */
  numbers: Readonly<Record<string, number>>;
  /** Who could act on the matter; without it nobody is found. */
  people?: People;
  /** Ids for the linked matters, should this step open any. */
  childIds?: readonly string[];
}

export type StepResult =
  { ok: true; entry: HistoryEntry; next: Case } | { ok: false; refusal: Refusal };

/** A step found out who acts and what happens, or refuses. */
export interface Found {
  actor: Actor;
  finding: Finding;
}

/**
 * The heart: decides one command on one matter. Pure and total: the same input gives the same outcome,
 * and no input throws. Order: the command is one offered in the present state to this person's role and
 * unit; its form is valid; its guards hold; XState moves; the outcome says everything that changed.
 */
export function step(input: StepInput): StepResult {
  try {
    const malformed = checkCommand(input.command);
    if (malformed !== null) return { ok: false, refusal: malformed };
    const asked = recordPeople(input.people ?? NOBODY);
    const situation = situate({ ...input, people: asked.people });
    if (!situation.ok) return situation;
    const found = decide(situation.value, input);
    if (!found.ok) return found;
    const { actor } = found.value;
    const waiting = refuseWaiting(situation.value, found.value.finding);
    if (waiting !== null) return { ok: false, refusal: waiting };
    const finding = goOn({ ...situation.value, actor }, found.value.finding);
    const settled = settle({ ...situation.value, actor }, finding);
    const people = asked.record();
    if (people !== undefined) settled.entry.people = people;
    return { ok: true, ...settled };
  } catch (fault) {
    if (fault instanceof RefusalError) return { ok: false, refusal: fault.refusal };
    // A definition that passed `check` does not get here; one that did not must not write anything.
    return {
      ok: false,
      refusal: refuse("case/engine", {
        code: fault instanceof Error ? fault.message : String(fault),
      }),
    };
  }
}

/** Commands that only the runtime sends. */
const SYSTEM_COMMANDS: ReadonlySet<Command["type"]> = new Set([
  ...(["timer", "link", "told", "parent", "job", "recount"] as const),
]);

function decide(situation: Situation, input: StepInput): Decision<Found> {
  const { command } = situation;
  const { user } = input;
  switch (command.type) {
    case "start":
      return startStep(situation, command, user, input.opening);
    case "event":
      return eventStep(situation, command, user);
    case "move":
      return moveStep(situation, command, user);
    case "call":
      return callStep(situation, command, user);
    case "vote":
      return voteStep(situation, command, user);
    case "operation":
      return operationStep(situation, command, user);
    case "timer":
      return timerStep(situation, command);
    case "link":
      return linkStep(situation, command);
    case "told":
      return toldStep(situation, command);
    case "parent":
      return parentStep(situation, command);
    case "job":
      return jobStep(situation, command);
    case "recount":
      return recountStep(situation);
  }
}

/** Puts the matter and the command together; refuses what was decided on an older state. */
function situate(input: StepInput): Decision<Situation> {
  const { command, workflow, user, now, opening } = input;
  const by = { user: user.id, at: command.occurredAt };
  const matter = input.matter ?? (opening && blankCase(opening, by));
  if (matter === undefined || (command.type === "start") !== (input.matter === null)) {
    return { ok: false, refusal: refuse("case/malformed-command", { what: "type" }) };
  }
  if (command.expectedSeq !== matter.seq) {
    return {
      ok: false,
      refusal: refuse("case/stale", { seen: command.expectedSeq, now: matter.seq }),
    };
  }
  const system = SYSTEM_COMMANDS.has(command.type);
  if (system && user.id !== SYSTEM.id) {
    return { ok: false, refusal: refuse("case/reserved-event", { event: command.type }) };
  }
  return {
    ok: true,
    value: {
      workflow,
      matter,
      command,
      actor: { user: user.id, name: user.name, assignment: null, role: null, unit: null },
      now,
      calendar: input.calendar,
      numbers: input.numbers,
      people: input.people ?? NOBODY,
      childIds: input.childIds ?? [],
      seq: matter.seq + 1,
      scopes: {},
    },
  };
}
