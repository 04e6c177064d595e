import type { HistoryEntry } from "../../engine/case";
import type {
  Command,
  JobCommand,
  LinkCommand,
  OperationCommand,
  ParentCommand,
  RecountCommand,
  TimerCommand,
  ToldCommand,
} from "../../engine/command";
import { refuse } from "../../engine/errors";
import { canonicalJson, type Json } from "../../engine/json";
import { assignmentsFor, SYSTEM, type Person } from "../../engine/person";
import type { CaseStore, StepToStore } from "../../engine/ports";
import type { Refusal } from "../../engine/refusal";
import { checkCommand } from "../../engine/steps/check-command";
import type { Instant } from "../../engine/time/types";
import type {
  CallInput,
  EventInput,
  MoveInput,
  OperationInput,
  Result,
  StartInput,
  StepAnswer,
  VoteInput,
} from "../api";
import { accessTo } from "./access";
import type { CommandQueue, Order, Prepared } from "./command-queue";
import { prepareStep, retentionClassOf, type StepToDecide } from "./decide-step";
import { readEnteredFor, type Happened, type NewPhoto } from "./entered-for";
import { newCaseId, sha256 } from "./new-id";
import { openLinked, openMatter, type LinkingParts } from "./open-matter";
import { parentWord, type ParentWord } from "./parent-word";
import { stepAnswer } from "./step-answer";

/** Takes steps for people and for the system. Every answer comes after COMMIT. */
export interface CaseService {
  start(person: Person, input: StartInput): Promise<Result<StepAnswer>>;
  event(person: Person, input: EventInput): Promise<Result<StepAnswer>>;
  move(person: Person, input: MoveInput): Promise<Result<StepAnswer>>;
  call(person: Person, input: CallInput): Promise<Result<StepAnswer>>;
  vote(person: Person, input: VoteInput): Promise<Result<StepAnswer>>;
  operate(person: Person, input: OperationInput): Promise<Result<StepAnswer>>;
  /** A timer, a linked matter's report or word, a job's result, a calendar that came. Under one id always the same is sent. */
  system(caseId: string, id: string, command: SystemCommand): Promise<Result<null>>;
  /**
   * Has a linked matter follow how its parent stands at this moment: ends with it, or is taken up again with it.
   * Refused where there is nothing to do.
   */
  follow(caseId: string, id: string, word: ParentWord): Promise<Result<null>>;
}

type Sent<C> = Omit<C, "id" | "expectedSeq">;
/** What the system sends; id and version are filled in when it is decided. */
export type SystemCommand =
  | Sent<TimerCommand>
  | Sent<LinkCommand>
  | Sent<ToldCommand>
  | Sent<ParentCommand>
  | Sent<JobCommand>
  | Sent<RecountCommand>
  | Sent<OperationCommand>;

/** What a person sends about a matter that is there. */
type SentInput = EventInput | MoveInput | CallInput | VoteInput | OperationInput;

export interface CaseServiceParts extends LinkingParts {
  store: CaseStore;
  queue: CommandQueue;
  now: () => Instant;
  savePhoto(
    photo: NewPhoto & { caseId: string; retentionClass: string; at: Instant },
  ): Promise<void>;
  /** Whom the published rosters have on duty for a place, by account. */
  onDuty(place: string, at: Instant): Promise<readonly string[]>;
  /** Told of every step that was stored, after COMMIT. */
  onStored(steps: readonly StepToStore[]): void;
}

/** The service over a store and the queue that alone writes to it. */
export function createCaseService(parts: CaseServiceParts): CaseService {
  const { store, queue, definitions, directory, now } = parts;

  async function submit(order: Order): Promise<Result<HistoryEntry>> {
    const receipt = await queue.submit(order);
    if (!receipt.ok) return receipt;
    const { steps, response } = receipt;
    if (steps.length > 0) parts.onStored(steps);
    const entry =
      steps.find((step) => step.entry.command.id === response.commandId)?.entry ??
      (await store.history(response.caseId)).find((known) => known.seq === response.seq);
    if (entry === undefined) throw new Error("a stored response has its history entry");
    return { ok: true, value: entry };
  }

  async function answer(person: Person, order: Order): Promise<Result<StepAnswer>> {
    const taken = await submit(order);
    if (!taken.ok) return taken;
    const entry = taken.value;
    const { cases } = await store.read({ cases: [entry.caseId], commands: [], sequences: [] });
    const matter = cases.get(entry.caseId);
    if (matter === undefined) throw new Error(`there is no matter ${entry.caseId}`);
    const place = { place: matter.place.code, owner: matter.owner.id };
    const holders = (roles: readonly string[]): string[] =>
      directory()
        .holders({ roles, matter: place, now: entry.at })
        .flatMap((id) => directory().findUser(id)?.name ?? []);
    const workflow = await definitions.get(matter.hash);
    const access = accessTo({ person, matter, roles: definitions.roles, now: now() });
    const readable = access.to === "read";
    return { ok: true, value: stepAnswer({ entry, workflow, holders, readable }) };
  }

  /** Rosters are only read for definitions whose tasks may go to whoever is on duty. */
  async function withDuty(ask: StepToDecide, place: string): Promise<void> {
    if (ask.workflow.machine.asksDuty) ask.onDuty = await parts.onDuty(place, ask.now);
    for (const child of ask.linked?.children ?? []) {
      if (!child.workflow.machine.asksDuty) continue;
      child.onDuty = await parts.onDuty(child.opening.place.code, ask.now);
    }
  }

  /** The step with its photo, which is stored only once the step is accepted. */
  function withPhoto(ask: StepToDecide, caseId: string, { photo }: Happened): Prepared {
    const prepared = prepareStep(ask);
    if (photo === undefined) return prepared;
    const retentionClass = retentionClassOf(ask.workflow);
    const beforeCommit = (): Promise<void> =>
      parts.savePhoto({ ...photo, caseId, retentionClass, at: ask.now });
    return { ...prepared, beforeCommit };
  }

  /** Takes a step about a matter that exists and that the person may know of. */
  async function about(
    person: Person,
    input: SentInput,
    draft: Command,
  ): Promise<Result<StepAnswer>> {
    const malformed = checkSent(draft);
    if (malformed !== null) return { ok: false, refusal: malformed };
    return answer(person, {
      caseId: input.caseId,
      commandId: input.commandId,
      bodyHash: bodyHash(person, input),
      async prepare(matter) {
        const at = now();
        const access = matter && accessTo({ person, matter, roles: definitions.roles, now: at });
        if (matter === null || access === null || access.to === "nothing") {
          return { ok: false, refusal: refuse("case/not-found") };
        }
        const readers = access.to === "read" ? access.roles : new Set<string>();
        const workflow = await definitions.get(matter.hash);
        const paper = "enteredFor" in input ? input.enteredFor : null;
        const happened = readEnteredFor(paper, { lastAt: matter.lastAt, at });
        if (!happened.ok) return happened;
        const command = happenedAs(draft, happened.value);
        const linked =
          command.type === "event"
            ? await openLinked(parts, { workflow, matter, command, person, at })
            : { ok: true as const, value: null };
        if (!linked.ok) return linked;
        const ask: StepToDecide = {
          ...{ workflow, matter, command, person, now: at, readers },
          directory: directory(),
        };
        if (linked.value !== null) ask.linked = linked.value;
        await withDuty(ask, matter.place.code);
        return { ok: true, value: withPhoto(ask, matter.id, happened.value) };
      },
    });
  }

  /** Takes what the system sends about a matter; what that is may depend on how others stand when it is decided. */
  async function takeForSystem(
    caseId: string,
    id: string,
    sent: () => Promise<Result<SystemCommand>>,
  ): Promise<Result<null>> {
    const taken = await submit({
      caseId,
      commandId: id,
      // Under one id always the same is sent, so the id stands for the body.
      bodyHash: sha256(id),
      async prepare(matter) {
        if (matter === null) return { ok: false, refusal: refuse("case/not-found") };
        const word = await sent();
        if (!word.ok) return word;
        const at = now();
        const occurredAt = Math.min(at, Math.max(word.value.occurredAt, matter.lastAt));
        const command: Command = { ...word.value, id, expectedSeq: matter.seq, occurredAt };
        const workflow = await definitions.get(matter.hash);
        const readers = new Set<string>();
        const ask: StepToDecide = {
          ...{ workflow, matter, command, person: SYSTEM, now: at, readers },
          directory: directory(),
        };
        await withDuty(ask, matter.place.code);
        return { ok: true, value: prepareStep(ask) };
      },
    });
    return taken.ok ? { ok: true, value: null } : taken;
  }

  /** What every command of a person begins with; the moment is settled when it is decided. */
  function baseOf({ commandId, expectedSeq }: { commandId: string; expectedSeq: number }) {
    return { id: commandId, expectedSeq, occurredAt: now() };
  }

  return {
    async start(person, input) {
      const draft: Command = { ...baseOf(input), type: "start", form: input.form };
      const malformed = checkSent(draft);
      if (malformed !== null) return { ok: false, refusal: malformed };
      const caseId = newCaseId(input.place, now());
      return answer(person, {
        caseId,
        commandId: input.commandId,
        bodyHash: bodyHash(person, input),
        async prepare() {
          const at = now();
          const opened = await openMatter(parts, { ...input, caseId, person, at });
          if (!opened.ok) return opened;
          const happened = readEnteredFor(input.enteredFor, { lastAt: 0, at });
          if (!happened.ok) return happened;
          const command = happenedAs(draft, happened.value);
          const where = { place: input.place, owner: opened.value.opening.owner.id };
          const held = assignmentsFor(person, where, at);
          const readers = new Set(held.map(({ role }) => role));
          const ask: StepToDecide = {
            ...{ ...opened.value, matter: null, command, person, now: at, readers },
            directory: directory(),
          };
          await withDuty(ask, input.place);
          return { ok: true, value: withPhoto(ask, caseId, happened.value) };
        },
      });
    },

    event(person, input) {
      const { event, form, next } = input;
      const named = next === undefined ? {} : { next };
      return about(person, input, { ...baseOf(input), type: "event", event, form, ...named });
    },

    move(person, input) {
      const { move, reason, to, way } = input;
      const target = { ...(to === undefined ? {} : { to }), ...(way === undefined ? {} : { way }) };
      return about(person, input, { ...baseOf(input), type: "move", move, reason, ...target });
    },

    call(person, input) {
      const note = input.note === undefined ? {} : { note: input.note };
      return about(person, input, { ...baseOf(input), type: "call", ...note });
    },

    vote(person, input) {
      const { caseId: _case, commandId: _command, enteredFor: _paper, ...vote } = input;
      return about(person, input, { ...vote, ...baseOf(input), type: "vote" });
    },

    operate(person, input) {
      const { caseId: _case, commandId: _command, ...operation } = input;
      return about(person, input, { ...operation, ...baseOf(input), type: "operation" });
    },

    system(caseId, id, sent) {
      return takeForSystem(caseId, id, () => Promise.resolve({ ok: true, value: sent }));
    },

    follow(caseId, id, word) {
      // Read when it is decided, after all that was stored before: two words never overtake each other.
      return takeForSystem(caseId, id, () => parentWord(parts, word));
    },
  };
}

/** What a person sends. Ids of the system's own commands are guessable: nobody may use one up before it comes. */
function checkSent(draft: Command): Refusal | null {
  const malformed = checkCommand(draft);
  if (malformed !== null) return malformed;
  return /^(timer|link|tell|parent|job|recount|handover):/.test(draft.id)
    ? refuse("case/malformed-command", { what: "id" })
    : null;
}

function happenedAs(draft: Command, { occurredAt, enteredFor }: Happened): Command {
  return { ...draft, occurredAt, ...(enteredFor === undefined ? {} : { enteredFor }) };
}

/** What was sent, by whom. The moment is left out, so that pressing twice is one command. */
function bodyHash(person: Person, input: StartInput | SentInput): string {
  const enteredFor = "enteredFor" in input ? input.enteredFor : null;
  const photo = enteredFor?.photo;
  const paper = enteredFor && { ...enteredFor, photo: photo ? sha256(photo.bytes) : null };
  const body = { ...input, by: person.id, enteredFor: paper ?? null };
  return sha256(canonicalJson(body as unknown as Json));
}
