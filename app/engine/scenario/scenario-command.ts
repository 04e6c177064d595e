import type { Case } from "../case";
import type { Command } from "../command";
import { dayOf, instantOf } from "../time/zone";
import type { Instant } from "../time/types";
import type { ScenarioStep } from "./scenario";
import { scenarioTask } from "./scenario-task";

/** Where the story stands when a step is taken. */
export interface CommandGiven {
  matter: Case | null;
  now: Instant;
  /** Number of the command within the story. */
  count: number;
  /** Roles of the person who acts. */
  roles: readonly string[];
}

/** What a reply of the story answers: what this person was asked or ordered, else what they asked themselves. */
function answered(matter: Case | null, { operation, by }: ScenarioStep): { answers?: string } {
  if (matter === null || operation !== "reply") return {};
  const questions = (matter.questions ?? []).filter(({ answer }) => answer === null);
  const orders = (matter.orders ?? []).filter(({ reply }) => reply === null);
  const found =
    questions.find(({ to }) => to.id === by) ??
    orders.find(({ to }) => to.length === 0 || to.some(({ id }) => id === by)) ??
    questions.find(({ from }) => from.id === by);
  return found === undefined ? {} : { answers: found.id };
}

/** Operations on signatures alone. */
const OF_SIGNATURES: ReadonlySet<string> = new Set([
  ...["addBefore", "addAfter", "addBeside", "drop"],
]);

/** The command that a scenario's step stands for; null where it only lets time pass. */
export function scenarioCommand(source: ScenarioStep, given: CommandGiven): Command | null {
  const { matter } = given;
  const base = {
    id: `step-${given.count}`,
    expectedSeq: matter?.seq ?? 0,
    occurredAt: source.occurredAt === undefined ? given.now : instantOf(source.occurredAt),
    ...(source.occurredAt === undefined
      ? {}
      : { enteredFor: { name: "—", originalDay: dayOf(instantOf(source.occurredAt)) } }),
  };
  if (source.start !== undefined)
    return { ...base, type: "start", expectedSeq: 0, form: source.start };
  if (source.event !== undefined)
    return {
      ...{ ...base, type: "event", event: source.event, form: source.form ?? {} },
      ...(source.next === undefined ? {} : { next: source.next }),
    };
  if (source.move !== undefined) {
    return {
      ...base,
      type: "move",
      move: source.move,
      reason: source.reason ?? "",
      ...(source.to === undefined ? {} : { to: source.to }),
      ...(source.way === undefined ? {} : { way: source.way }),
    };
  }
  if (source.vote !== undefined) {
    const ask = { roles: given.roles, signature: true };
    const task = matter === null ? undefined : scenarioTask(matter, source, ask);
    return {
      ...base,
      type: "vote",
      task: task?.id ?? "",
      answer: source.vote,
      ...(source.reason === undefined ? {} : { reason: source.reason }),
      ...(source.counts === undefined ? {} : { counts: source.counts }),
      ...(source.photo === undefined ? {} : { photo: source.photo }),
    };
  }
  if (source.operation !== undefined) {
    const ask = { roles: given.roles, signature: OF_SIGNATURES.has(source.operation) };
    const task = matter === null ? undefined : scenarioTask(matter, source, ask);
    return {
      ...{ ...base, type: "operation", operation: source.operation },
      ...(task === undefined ? {} : { task: task.id }),
      ...answered(matter, source),
      ...(source.whom === undefined ? {} : { to: source.whom }),
      ...(source.to === undefined ? {} : { state: source.to }),
      ...(source.reason === undefined ? {} : { reason: source.reason }),
      ...(source.text === undefined ? {} : { text: source.text }),
      ...(source.until === undefined ? {} : { until: source.until }),
    };
  }
  if (source.call === true) return { ...base, type: "call" };
  if (source.link !== undefined) {
    const children = matter?.links[source.link] ?? [];
    const child = children.at((source.child ?? 0) - 1)?.id ?? "";
    return {
      ...base,
      type: "link",
      child,
      state: source.state ?? "",
      ...(source.state === undefined ? {} : { arrived: [source.state] }),
      end: source.end ?? null,
      exported: source.exported ?? {},
    };
  }
  if (source.told !== undefined)
    return { ...base, type: "told", told: source.told, data: source.with ?? {} };
  if (source.job !== undefined) {
    return {
      ...base,
      type: "job",
      job: source.job,
      effect: base.id,
      ...(source.result === undefined ? {} : { result: source.result }),
      ...(source.error === undefined ? {} : { error: source.error }),
    };
  }
  return null;
}
