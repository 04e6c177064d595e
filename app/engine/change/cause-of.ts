import type { HistoryEntry } from "../case";
import { own, type Json } from "../json";
import { keysOf } from "../json-pointer";
import { activePaths } from "../machine/state-value";
import type { PatchOperation } from "../variant/patch";
import { findEvent, type Workflow } from "../workflow";
import type { Difference } from "./decide-again";
import type { ChangeKind } from "./describe-context";
import { reads } from "./parameter-uses";

/** What of a change makes a matter differ: a kind and a name as `describeChange` gives them. */
export interface Cause {
  kind: ChangeKind;
  name: string;
}

/** What a patch touches, by area. */
interface Touched {
  parameters: ReadonlySet<string>;
  rules: ReadonlySet<string>;
  facts: ReadonlySet<string>;
  deadlines: ReadonlySet<string>;
  forms: ReadonlySet<string>;
}

/**
 * The part of a patch that makes a step come out differently: the deadline or its parameter for another day; the
 * rule, or what it reads, for another way; the form for answers that it does not take; else the machine itself.
 */
export function causeOf(
  difference: Difference,
  ask: {
    patch: readonly PatchOperation[];
    workflow: Workflow;
    entry: HistoryEntry;
    before: HistoryEntry | undefined;
  },
): Cause {
  const { workflow } = ask;
  const touched = touchedBy(ask.patch);
  if (difference.kind === "due") return causeOfDue(difference.deadline, workflow, touched);
  if (difference.kind === "refused" && difference.fields.length > 0) {
    return { kind: "form", name: formOf(ask) };
  }
  if (difference.kind === "refused" || difference.kind === "state") {
    for (const rule of difference.rules) {
      const cause = causeOfRule(rule, workflow, touched);
      if (cause !== undefined) return cause;
    }
    const [rule] = difference.rules;
    if (rule !== undefined) return { kind: "way", name: rule };
  }
  if (difference.kind === "record" && touched.forms.size > 0) {
    return { kind: "form", name: formOf(ask) };
  }
  const { command } = ask.entry;
  return { kind: "state", name: command.type === "event" ? command.event : command.type };
}

function causeOfDue(deadline: string, { source }: Workflow, touched: Touched): Cause {
  if (touched.deadlines.has(deadline)) return { kind: "deadline", name: deadline };
  const count = own(source.deadlines, deadline)?.count;
  const parameter = typeof count === "object" ? count.parameter : undefined;
  if (parameter !== undefined && touched.parameters.has(parameter)) {
    return { kind: "parameter", name: parameter };
  }
  const from = own(source.deadlines, deadline)?.from;
  const fact = typeof from === "object" && "fact" in from ? from.fact : undefined;
  const read =
    fact === undefined ? undefined : causeOfLogic(own(source.facts, fact)?.value, touched);
  return read ?? { kind: "state", name: deadline };
}

function causeOfRule(name: string, { source }: Workflow, touched: Touched): Cause | undefined {
  if (touched.rules.has(name)) return { kind: "rule", name };
  const rule = own(source.rules, name);
  const direct = causeOfLogic(rule?.when, touched);
  if (direct !== undefined || rule === undefined) return direct;
  // Through a fact that is as it was, but reads something that is not.
  for (const [fact, { value }] of Object.entries(source.facts ?? {})) {
    if (!reads(rule.when, `facts.${fact}`)) continue;
    const cause = causeOfLogic(value, touched);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

function causeOfLogic(logic: Json | undefined, { parameters, facts }: Touched): Cause | undefined {
  if (logic === undefined) return undefined;
  const parameter = [...parameters].find((name) => reads(logic, `params.${name}`));
  if (parameter !== undefined) return { kind: "parameter", name: parameter };
  const fact = [...facts].find((name) => reads(logic, `facts.${name}`));
  return fact === undefined ? undefined : { kind: "fact", name: fact };
}

/** The form of the recorded step. */
function formOf(ask: {
  workflow: Workflow;
  entry: HistoryEntry;
  before: HistoryEntry | undefined;
}): string {
  const { workflow, entry, before } = ask;
  if (entry.command.type === "start") return workflow.source.start.form ?? "start";
  if (entry.command.type !== "event") return entry.command.type;
  const active = before === undefined ? [] : activePaths(before.outcome.state);
  const found = findEvent(workflow, active, entry.command.event);
  return found?.meta.form ?? entry.command.event;
}

function touchedBy(patch: readonly PatchOperation[]): Touched {
  const paths = patch.filter(({ op }) => op !== "test").map(({ path }) => keysOf(path) ?? []);
  const inArea = (area: string): Set<string> =>
    new Set(
      paths.flatMap(([top, second, name]) =>
        top === "workflow" && second === area && name ? [name] : [],
      ),
    );
  return {
    parameters: inArea("parameters"),
    rules: inArea("rules"),
    facts: inArea("facts"),
    deadlines: inArea("deadlines"),
    forms: new Set(paths.flatMap(([top, name]) => (top === "forms" && name ? [name] : []))),
  };
}
