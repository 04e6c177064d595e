import type { Case, HistoryEntry, Opening } from "../case";
import type { Command } from "../command";
import { refuse } from "../errors";
import { canonicalJson, own, type Json } from "../json";
import type { People } from "../people";
import { anonymousVillager, SYSTEM, type Person } from "../person";
import type { Refusal } from "../refusal";
import { step, type StepResult } from "../step";
import { say, type Language } from "../text";
import { DAY, HOUR, MINUTE } from "../time/duration";
import { clockOf, dayOf, instantOf } from "../time/zone";
import type { Calendar, Instant } from "../time/types";
import { MOST_OPENED } from "../links/open-links";
import { sequencesFor } from "../steps/numbers";
import type { Workflow } from "../workflow";
import { checkHistory } from "./check-history";
import { checkExpectation } from "./expectation";
import { scenarioCommand } from "./scenario-command";
import { scenarioPeople, type KnownPeople } from "./scenario-people";
import { personOf } from "./scenario-person";
import type { Scenario, ScenarioReport, ScenarioStep, StepReport } from "./scenario";

export interface ScenarioContext {
  workflow: Workflow;
  calendar: Calendar;
  /** Finds the definition of a linked package; a link to one that is missing is refused. */
  findWorkflow: (packageId: string) => Workflow | undefined;
  /** In which refusals are told; Chinese where it is left out. */
  language?: Language;
}

/** What came of a scenario, and the history that it made. */
export interface ScenarioRun {
  report: ScenarioReport;
  history: HistoryEntry[];
}

interface World {
  scenario: Scenario;
  context: ScenarioContext;
  now: Instant;
  matter: Case | null;
  history: HistoryEntry[];
  numbers: Record<string, number>;
  commands: number;
  /** What is known of people beside their posts. */
  known: KnownPeople;
}

const MATTER_ID = "990000-0001";

/** Plays a scenario on the engine, without a store; then holds the history against fold and replay. Pure. */
export function runScenario(scenario: Scenario, context: ScenarioContext): ScenarioRun {
  const world: World = {
    scenario,
    context,
    now: instantOf(scenario.clock),
    matter: null,
    history: [],
    numbers: {},
    commands: 0,
    known: { onDuty: [] },
  };
  const steps = scenario.steps.map((source, index) => playStep(world, source, index));
  const last = steps.at(-1);
  if (last !== undefined) last.problems.push(...checkHistory(world.matter, world.history, context));
  const passed = steps.every((one) => one.problems.length === 0);
  return { report: { title: scenario.title, passed, steps }, history: world.history };
}

function playStep(world: World, source: ScenarioStep, index: number): StepReport {
  if (source.clock !== undefined) world.now = instantOf(source.clock);
  const { days = 0, hours = 0, minutes = 0 } = source.wait ?? {};
  world.now += days * DAY + hours * HOUR + minutes * MINUTE;
  world.known = { onDuty: source.onDuty ?? world.known.onDuty };

  const before = world.history.length;
  const refusal = source.timers === true ? fireTimers(world) : act(world, source);
  const { language = "zh" } = world.context;
  const problems = checkExpectation({
    workflow: world.context.workflow,
    matter: world.matter,
    entries: world.history.slice(before),
    history: world.history,
    refusal,
    expect: source.expect ?? {},
    person: source.by === undefined ? undefined : personOf(world.scenario, source.by),
    people: peopleOf(world),
    now: world.now,
    language,
  });
  return {
    index,
    title: titleOf(source),
    at: `${dayOf(world.now)} ${clockOf(world.now)}`,
    state: world.matter === null ? "" : canonicalJson(world.matter.state as Json),
    problems,
    ...(refusal === null ? {} : { refusal: say(refusal.message, language) }),
    ...(refusal?.because === undefined ? {} : { reasons: refusal.because }),
  };
}

function titleOf(source: ScenarioStep): string {
  const what =
    source.event ??
    source.move ??
    source.vote ??
    source.operation ??
    (source.start !== undefined
      ? "start"
      : source.timers === true
        ? "timers"
        : source.link !== undefined
          ? `link:${source.link}`
          : source.told !== undefined
            ? `told:${source.told}`
            : source.job !== undefined
              ? `job:${source.job}`
              : source.call === true
                ? "call"
                : "wait");
  return [source.by ?? (source.public && "public"), what]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** A step taken by a person, or a report of a linked matter or a job; null where nothing was refused. */
function act(world: World, source: ScenarioStep): Refusal | null {
  const command = scenarioCommand(source, {
    matter: world.matter,
    now: world.now,
    count: (world.commands += 1),
    roles: own(world.scenario.people, source.by ?? "")?.roles ?? [],
  });
  if (command === null) return null;
  const system = ["link", "told", "job"].includes(command.type);
  const user = system ? SYSTEM : actorOf(world.scenario, source);
  return take(world, command, user);
}

function peopleOf({ scenario, now, known }: World): People {
  const owner = ownerOf(scenario, scenario.place).id;
  return scenarioPeople(scenario, { where: { place: scenario.place, owner }, now, known });
}

function actorOf(scenario: Scenario, source: ScenarioStep): Person {
  if (source.public === true) return anonymousVillager(scenario.place);
  return source.by === undefined ? SYSTEM : personOf(scenario, source.by);
}

function take(world: World, command: Command, user: Person): Refusal | null {
  const { context, scenario, matter } = world;
  const opening: Opening = {
    caseId: MATTER_ID,
    workflow: context.workflow.id,
    hash: context.workflow.hash,
    place: { code: scenario.place, name: scenario.placeName ?? scenario.place },
    owner: ownerOf(scenario, scenario.place),
  };
  const event =
    command.type === "start" ? "start" : command.type === "event" ? command.event : null;
  const keys =
    event === null ? [] : sequencesFor(context.workflow, event, opening, command.occurredAt);
  const result = step({
    workflow: context.workflow,
    matter,
    ...(command.type === "start" ? { opening } : {}),
    command,
    user,
    now: world.now,
    calendar: context.calendar,
    numbers: Object.fromEntries(keys.map((key) => [key, world.numbers[key] ?? 0])),
    people: peopleOf(world),
    childIds: childIdsOf(world.history.length + 1),
  });
  const refusal = result.ok ? openChild(world, result, user) : result.refusal;
  if (!result.ok || refusal !== null) return refusal;
  world.matter = result.next;
  world.history.push(result.entry);
  for (const used of result.entry.outcome.numbers) world.numbers[used.key] = used.value;
  return null;
}

/** Ids for all that a step may open: the first as if it were alone. */
function childIdsOf(seq: number): string[] {
  const first = `${MATTER_ID}-${seq}`;
  return [first, ...Array.from({ length: MOST_OPENED - 1 }, (_, i) => `${first}-${i + 2}`)];
}

/** A linked matter's first step stands or falls with its parent's. */
function openChild(world: World, result: StepResult & { ok: true }, user: Person): Refusal | null {
  for (const opening of result.entry.outcome.opens) {
    const workflow = world.context.findWorkflow(opening.package);
    if (workflow === undefined) return refuse("case/unknown-link", { child: opening.package });
    const { command } = result.entry;
    const child = step({
      workflow,
      matter: null,
      opening: {
        caseId: `${MATTER_ID}-c`,
        workflow: workflow.id,
        hash: workflow.hash,
        place: placeOf(opening.place, result.next.place),
        owner: result.next.owner,
      },
      command: {
        type: "start",
        id: `${command.id}:child`,
        expectedSeq: 0,
        occurredAt: command.occurredAt,
        form: opening.data,
      },
      user: asStarter(user, workflow),
      now: world.now,
      calendar: world.context.calendar,
      numbers: {},
    });
    if (!child.ok) return child.refusal;
  }
  return null;
}

function placeOf(code: string | undefined, own: Case["place"]): Case["place"] {
  return code === undefined || code === own.code ? own : { code, name: code };
}

/** The parent's step is the authority for opening its child: the person acts there in a role that may start it. */
function asStarter(user: Person, workflow: Workflow): Person {
  const [role] = workflow.source.start.roles;
  return role === undefined
    ? user
    : { ...user, assignments: user.assignments.map((held) => ({ ...held, role })) };
}

function fireTimers(world: World): Refusal | null {
  for (let round = 0; round < 50; round += 1) {
    const due = world.matter?.timers
      .filter(
        (timer) =>
          timer.dueAt !== null && timer.dueAt <= world.now && !timer.blocked && !timer.fired,
      )
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
    if (due === undefined || world.matter === null) return null;
    const occurredAt = Math.max(due.dueAt ?? world.now, world.matter.lastAt);
    const command: Command = {
      type: "timer",
      id: `timer:${due.id}`,
      timer: due.id,
      expectedSeq: world.matter.seq,
      occurredAt,
    };
    const refusal = take(world, command, SYSTEM);
    if (refusal !== null) return refusal;
  }
  return null;
}

function ownerOf(scenario: Scenario, place: string): { id: string; name: string } {
  return { id: place, name: scenario.placeName ?? place };
}
