import fc from "fast-check";
import type { Case, HistoryEntry } from "../../app/engine/case";
import type { Command } from "../../app/engine/command";
import { exploreConfigurations } from "../../app/engine/check/configurations";
import { buildStateGraph } from "../../app/engine/check/state-graph";
import { applyEntry } from "../../app/engine/fold";
import { leavesOf } from "../../app/engine/machine/state-value";
import { offersFor } from "../../app/engine/offer";
import { OPERATIONS, type OperationsSource } from "../../app/engine/operations/operation-source";
import { operationsFor } from "../../app/engine/operations/operations-for";
import { SYSTEM, VILLAGER, type Person } from "../../app/engine/person";
import { runScenario } from "../../app/engine/scenario/run-scenario";
import type { Scenario, ScenarioPerson } from "../../app/engine/scenario/scenario";
import { scenarioPeople } from "../../app/engine/scenario/scenario-people";
import { personOf } from "../../app/engine/scenario/scenario-person";
import { moveTargets } from "../../app/engine/steps/move-targets";
import { refuseVoter } from "../../app/engine/steps/vote-step";
import { DAY } from "../../app/engine/time/duration";
import { calendarOf, compileWorkflow, type Workflow } from "../../app/engine/workflow";
import type { LoadedWorkflows } from "../../app/runtime/load-workflows";
import type { Attempt } from "./crew";
import { Story } from "./make-workflow";

/** A shipped machine with everything allowed to everybody, and what its stories came to on it. */
export interface ShippedMachine {
  id: string;
  tales: Tale[];
}

/** One story of a package, played: where a walk may begin. */
export interface Tale {
  workflow: Workflow;
  scenario: Scenario;
  history: HistoryEntry[];
  crew: Person[];
}

/** The package's machine, with every operation and move open to every role: what holds must not hang on its leave. */
export function allowAll(workflow: Workflow): Workflow {
  const open = { roles: Object.keys(workflow.roles) };
  const operations: OperationsSource = {
    ...{ claim: open, handOver: open, takeOver: open, lend: open, consult: open, copy: open },
    ...{ comment: open, circulate: open, urge: { ...open, everyHours: 1 }, supervise: open },
    ...{ addBefore: open, addAfter: open, addBeside: open, drop: open, appoint: open },
    ...{ retrieve: open, jump: open },
  };
  const moves = { return: open, withdraw: open, void: open, reopen: open, pause: open };
  const { hash, registry, roles } = workflow;
  const document = {
    ...workflow.document,
    workflow: { ...workflow.source, operations, moves },
  };
  return compileWorkflow(document, { hash, registry, roles });
}

/** Every machine that is shipped, its stories played with somebody of every role beside those they name. */
export function shippedMachines(loaded: LoadedWorkflows): ShippedMachine[] {
  const opened = new Map<string, Workflow>();
  return loaded.packages.map(({ id, scenarios }) => ({
    id,
    tales: scenarios.flatMap(({ scenario: source }) => {
      const told = source as unknown as Scenario;
      const found = loaded.find(told.workflow ?? id, told.variant);
      if ("message" in found) throw new Error(found.message.zh);
      const scenario = withCrew(told, Object.keys(found.roles));
      const key = `${id} ${scenario.variant ?? ""}`;
      const workflow = opened.get(key) ?? allowAll(found);
      opened.set(key, workflow);
      return [{ workflow, scenario, history: [], crew: crewOf(scenario) }];
    }),
  }));
}

function withCrew(scenario: Scenario, known: readonly string[]): Scenario {
  const roles = known.filter((role) => role !== VILLAGER);
  const unit = scenario.place.slice(0, 6);
  const more = roles.map((role): [string, ScenarioPerson] => [
    `${role}Other`,
    { name: `${role}Other`, roles: [role], unit },
  ]);
  return { ...scenario, people: { ...scenario.people, ...Object.fromEntries(more) } };
}

function crewOf(scenario: Scenario): Person[] {
  return Object.keys(scenario.people).map((key) => personOf(scenario, key));
}

/** One of a machine's tales: one in which people sign, where there is any, every other time. */
export function taleFor(tales: readonly Tale[], pick: number): Tale | undefined {
  const signing = tales.filter(({ scenario }) => scenario.steps.some(({ vote }) => vote));
  const from = pick % 2 === 0 && signing.length > 0 ? signing : tales;
  return from[pick % from.length];
}

/** The tale as it stood after some of its steps, where it has signatures before one of them; null if nothing had begun. */
export function storyAt(tale: Tale, count: number, loaded: LoadedWorkflows): Story | null {
  const { workflow, scenario } = tale;
  if (tale.history.length === 0) tale.history = play(tale, loaded);
  const votes = tale.history.flatMap(({ command }, i) => (command.type === "vote" ? [i] : []));
  const anywhere = 1 + (count % Math.max(1, tale.history.length));
  const history = tale.history.slice(0, votes[count % Math.max(1, votes.length)] ?? anywhere);
  const matter = history.reduce<Case | null>((one, entry) => applyEntry(one, entry), null);
  if (matter === null) return null;
  const story = new Story(workflow);
  story.matter = matter;
  story.history = history;
  story.calendar = calendarOf(workflow);
  story.now = history.at(-1)?.at ?? 0;
  const where = { place: matter.place.code, owner: matter.owner.id };
  story.people = (now) => scenarioPeople(scenario, where, now);
  return story;
}

function play({ workflow, scenario }: Tale, loaded: LoadedWorkflows): HistoryEntry[] {
  const findWorkflow = (other: string): Workflow | undefined => {
    const one = loaded.find(other);
    return "message" in one ? undefined : one;
  };
  const context = {
    workflow,
    calendar: calendarOf(workflow),
    findWorkflow,
    language: "zh" as const,
  };
  return runScenario(scenario, context).history;
}

/** Where nobody signs, something else is tried; what has ended is taken up again as often as anything. */
function kindHere({ case: matter }: Story, kind: Attempt["kind"]): Attempt["kind"] {
  if (matter.status !== "open") return kind === "operation" ? kind : "move";
  if (kind !== "vote") return kind;
  return matter.tasks.some(({ slot }) => slot !== undefined) ? kind : "operation";
}

/** One thing that somebody tries with a shipped matter, from an attempt as generated machines have them. */
export function attemptOn(
  story: Story,
  { scenario, crew }: Tale,
  one: Attempt,
): { person: Person; command: Partial<Command> & Pick<Command, "type"> } {
  const { workflow, case: matter, now } = story;
  const choose = <T>(items: readonly T[], by: number): T | undefined => items[by % items.length];
  const person = choose(crew, one.who * 7 + one.other) as Person;
  const standing = { workflow, matter, now };
  switch (kindHere(story, one.kind)) {
    case "vote": {
      const able = crew.flatMap((who) =>
        matter.tasks
          .filter(({ slot, id }) => slot && refuseVoter({ ...standing, person: who }, id) === null)
          .map(({ id }) => ({ who, id })),
      );
      const found = choose(able, one.pick);
      const task = found?.id ?? choose(matter.tasks, one.pick)?.id ?? "";
      const { answer } = one;
      return { person: found?.who ?? person, command: { type: "vote", task, answer, reason: "—" } };
    }
    case "event": {
      // The story's own steps have forms that fit; others are tried with an empty one.
      const told = scenario.steps.filter(({ event }) => event !== undefined);
      const able = told.filter(({ event = "", by = "" }) =>
        offersFor({ ...standing, person: personOf(scenario, by) }).some(
          (offer) => offer.event === event && offer.mine,
        ),
      );
      const step = choose(able.length > 0 ? able : told, one.pick);
      const offers = offersFor({ ...standing, person });
      const event = step?.event ?? choose(offers, one.pick)?.event ?? "none";
      return {
        person: step?.by === undefined ? person : personOf(scenario, step.by),
        command: { type: "event", event, form: step?.form ?? {} },
      };
    }
    case "timer": {
      const due = matter.timers.filter(
        ({ dueAt, fired, blocked }) => dueAt !== null && dueAt <= now && !fired && !blocked,
      );
      const timer = choose(due.length > 0 ? due : matter.timers, one.pick)?.id ?? "";
      return {
        person: SYSTEM,
        command: { type: "timer", timer, id: `timer:${timer}:${matter.seq}` },
      };
    }
    case "move": {
      const moves = ["return", "return", "return", "void", "withdraw", "pause", "resume"] as const;
      const move = matter.status === "open" ? choose(moves, one.pick) : "reopen";
      const to = choose(moveTargets(workflow, matter, "return"), one.other)?.path ?? "none";
      const way = one.other % 2 === 0 ? ("straight" as const) : ("stepwise" as const);
      return {
        person,
        command: { type: "move", move: move ?? "void", ...(move === "return" ? { to, way } : {}) },
      };
    }
    case "operation": {
      const people = story.people(now);
      const offers = operationsFor({ ...standing, person, people });
      // By name first: what is offered for every task, or for every state, is not tried more often.
      const name = choose([...new Set(offers.map(({ operation }) => operation))], one.pick);
      const offer = choose(
        offers.filter(({ operation }) => operation === name),
        one.other,
      );
      const target = choose(offer?.targets ?? [], one.other)?.id;
      const states = [...workflow.machine.states.values()].map(({ name }) => name);
      return {
        person,
        command: {
          ...{ type: "operation", operation: offer?.operation ?? choose(OPERATIONS, one.pick) },
          task: offer?.task ?? choose(matter.tasks, one.other)?.id ?? "",
          to: target === undefined ? [] : [target],
          state: choose(offer?.states ?? [], one.other)?.name ?? choose(states, one.other) ?? "",
          answers: offer?.answers?.id ?? "",
          ...{ reason: "—", text: "—", until: "2099-01-01" },
        } as Partial<Command> & Pick<Command, "type">,
      };
    }
  }
}

/** How far a walk goes into a story, and what is tried there. */
export interface Walk {
  tale: number;
  at: number;
  attempts: Attempt[];
}

/** A walk from somewhere in one of a machine's stories: few are taken, so each is as likely as any other. */
export function arbitraryWalk(attempt: fc.Arbitrary<Attempt>): fc.Arbitrary<Walk> {
  return fc.noBias(
    fc.record({
      tale: fc.nat(1000),
      at: fc.nat(1000),
      attempts: fc.array(attempt, { minLength: 8, maxLength: 14, size: "max" }),
    }),
  );
}

/** Time goes by before a clock is tried. */
export function passTime(story: Story, { kind, other }: Attempt): void {
  if (kind === "timer") story.now += (1 + (other % 6)) * DAY;
}

/** Whether the machine's own graph leads from where the matter stands to a completed end. */
export function waysToEnd(workflow: Workflow): (matter: Case) => boolean {
  const ways = exploreConfigurations(buildStateGraph(workflow.source.machine));
  const good = new Set(
    ways.all.filter((one) => one.ended?.source.meta?.end === "completed").map(({ index }) => index),
  );
  for (let before = -1; before !== good.size;) {
    before = good.size;
    for (const { from, to } of ways.steps) if (good.has(to)) good.add(from);
  }
  const keyOf = (leaves: readonly string[]): string => [...leaves].sort().join();
  const known = new Set(
    ways.all
      .filter(({ index }) => good.has(index))
      .map(({ active }) =>
        keyOf(active.filter(({ children }) => children.length === 0).map(({ path }) => path)),
      ),
  );
  return ({ state }) => known.has(keyOf(leavesOf(state)));
}
