import type { StateValue } from "../case";
import { ERRORS, type ErrorCode } from "../errors";
import type { JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import { OPERATIONS } from "../operations/operation-source";
import type { Registry } from "../plugin/registry-types";
import type { Expectation, Scenario, ScenarioStep } from "../scenario/scenario";
import type { DefinitionDocument } from "../workflow-source";
import { checkShape } from "./check-shape";
import { unknownPath } from "./check-templates";
import type { PlatformSchemas } from "./platform-schemas";
import { problem, type Problem } from "./problem";
import type { Roles } from "./roles";
import { resolvePath } from "./scope-paths";
import { buildStateGraph } from "./state-graph";
import { parentWordNames, tellNames } from "./tell-names";
import { unknownName } from "./unknown-name";

export interface ScenarioContext {
  /** The definition that the scenario is played on: its machine's, or its variant's. */
  document: DefinitionDocument;
  others: ReadonlyMap<string, DefinitionDocument>;
  registry: Registry;
  roles: Roles;
  schemas: PlatformSchemas;
}

/** What a step does; a step with none of these only lets time pass. */
const KINDS = [
  ...(["start", "event", "move", "call", "vote", "operation"] as const),
  ...(["timers", "link", "told", "job"] as const),
];
const BY_PEOPLE: readonly string[] = ["start", "event", "move", "call", "vote", "operation"];

/**
 * A scenario file: its shape, and that everything it names exists. Whether it passes is for `qy test` to
 * say. Pointers start at the file.
 */
export function checkScenario(file: JsonObject, context: ScenarioContext): Problem[] {
  const shape = checkShape(file, { kind: "scenario", schemas: context.schemas, pointer: "" });
  if (shape.length > 0) return shape;
  const scenario = file as unknown as Scenario;
  const named = scenario.steps.flatMap((step, i) =>
    (["whom", "next", "onDuty"] as const).flatMap((key) =>
      (step[key] ?? []).flatMap((name, n) => {
        const pointer = pointerTo("/steps", i, key, n);
        const isKnown = step.expect?.refused !== undefined;
        return isKnown
          ? []
          : unknownName("check/unknown-person", { pointer, name }, Object.keys(scenario.people));
      }),
    ),
  );
  const people = Object.entries(scenario.people).flatMap(([key, person]) =>
    person.roles.flatMap((name, i) => {
      const at = { pointer: pointerTo("/people", key, "roles", i), name };
      return unknownName("check/unknown-role", at, Object.keys(context.roles));
    }),
  );
  const [first] = scenario.steps;
  const begins = first?.start !== undefined || first?.expect?.refused !== undefined;
  const names = namesOf(context.document);
  return [
    ...people,
    ...named,
    ...(begins ? [] : [problem("check/scenario-start", "/steps/0")]),
    ...scenario.steps.flatMap((step, i) => {
      const pointer = pointerTo("/steps", i);
      return [
        ...checkKind(step, pointer, Object.keys(scenario.people)),
        ...checkNames(step, pointer, names),
        ...(step.expect === undefined
          ? []
          : checkExpected(step.expect, pointerTo(pointer, "expect"), { names, context })),
      ];
    }),
  ];
}

interface Names {
  events: string[];
  states: string[];
  /** States in which several people decide together. */
  decisions: string[];
  links: string[];
  /** What the matter can hear of its parent, and what it tells its own linked matters. */
  told: string[];
  tells: string[];
  jobs: string[];
  deadlines: string[];
  /** Deadline → keys of its ladder. */
  rungs: Record<string, string[]>;
  papers: string[];
  rules: string[];
  registers: Record<string, string[]>;
  notices: Record<string, string[]>;
}

function namesOf({ workflow }: DefinitionDocument): Names {
  const graph = buildStateGraph(workflow.machine);
  const events = graph.edges.filter((edge) => edge.kind === "event").map((edge) => edge.name);
  return {
    events: [...new Set(events)],
    states: graph.nodes.slice(1).map((node) => node.name),
    decisions: graph.nodes
      .filter((node) => node.source.meta?.decision !== undefined)
      .map((node) => node.name),
    links: Object.keys(workflow.links ?? {}),
    told: graph.edges
      .filter((edge) => edge.kind === "told")
      .map((edge) => edge.name.slice("parent:".length)),
    tells: [...tellNames(workflow), ...parentWordNames(workflow)],
    jobs: Object.keys(workflow.jobs ?? {}),
    deadlines: Object.keys(workflow.deadlines ?? {}),
    rungs: Object.fromEntries(
      Object.entries(workflow.deadlines ?? {}).map(([name, { ladder = [] }]) => [
        name,
        ladder.map(({ key }) => key),
      ]),
    ),
    papers: Object.keys(workflow.papers ?? {}),
    rules: Object.keys(workflow.rules ?? {}),
    registers: columnsOf(workflow.registers),
    notices: columnsOf(workflow.notices),
  };
}

function columnsOf(lists: Record<string, { columns: object }> = {}): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, Object.keys(list.columns)]),
  );
}

function checkKind(step: ScenarioStep, pointer: string, people: readonly string[]): Problem[] {
  const kinds = KINDS.filter((kind) => step[kind] !== undefined);
  const [kind] = kinds;
  const problems: Problem[] = [];
  if (kinds.length > 1) {
    problems.push(problem("check/scenario-kinds", pointer, { kinds: kinds.join(", ") }));
  }
  const isPublic = step.public === true && (kind === "event" || kind === "start");
  if (kind !== undefined && BY_PEOPLE.includes(kind) && step.by === undefined && !isPublic) {
    problems.push(problem("check/missing-key", pointer, { key: "by" }));
  }
  if (step.by !== undefined) {
    const at = { pointer: pointerTo(pointer, "by"), name: step.by };
    problems.push(...unknownName("check/unknown-person", at, people));
  }
  return problems;
}

/** A step that is to be refused may name what does not exist. */
function checkNames(step: ScenarioStep, pointer: string, names: Names): Problem[] {
  if (step.expect?.refused !== undefined) return [];
  const used: [ErrorCode, keyof ScenarioStep, string | undefined, string[]][] = [
    ["check/unknown-event", "event", step.event, names.events],
    ["check/unknown-state", "to", step.to, names.states],
    ["check/unknown-state", "in", step.in, names.states],
    ["check/unknown-link", "link", step.link, names.links],
    ["check/unknown-event", "told", step.told, names.told],
    ["check/unknown-job", "job", step.job, names.jobs],
    ["check/unknown-operation", "operation", step.operation, [...OPERATIONS]],
  ];
  return used.flatMap(([code, key, name, known]) =>
    name === undefined ? [] : unknownName(code, { pointer: pointerTo(pointer, key), name }, known),
  );
}

function checkExpected(
  expect: Expectation,
  pointer: string,
  { names, context }: { names: Names; context: ScenarioContext },
): Problem[] {
  const { document, registry, others } = context;
  const at = (...keys: (string | number)[]): string => pointerTo(pointer, ...keys);
  const list = (code: ErrorCode, key: string, used: readonly string[], known: Iterable<string>) =>
    used.flatMap((name, i) => unknownName(code, { pointer: at(key, i), name }, known));
  const known = Object.keys(names.registers);
  const actions = [
    ...registry.actions.keys(),
    ...names.jobs.map((job) => `job:${job}`),
    ...names.tells,
  ];
  return [
    ...statesIn(expect.state ?? {}).flatMap((name) =>
      unknownName("check/unknown-state", { pointer: at("state"), name }, names.states),
    ),
    ...Object.keys(expect.due ?? {}).flatMap((name) =>
      unknownName("check/unknown-deadline", { pointer: at("due", name), name }, names.deadlines),
    ),
    ...Object.entries(expect.rungs ?? {}).flatMap(([name, rungs]) => {
      const keys = names.rungs[name];
      const here = { pointer: at("rungs", name), name };
      return [
        ...unknownName("check/unknown-deadline", here, names.deadlines),
        ...Object.keys(keys === undefined ? {} : rungs).flatMap((key) =>
          unknownName(
            "check/unknown-rung",
            { pointer: at("rungs", name, key), name: key },
            keys ?? [],
          ),
        ),
      ];
    }),
    ...(expect.brought ?? []).flatMap((roles, i) =>
      roles.flatMap((name, n) =>
        unknownName(
          "check/unknown-role",
          { pointer: at("brought", i, n), name },
          Object.keys(context.roles),
        ),
      ),
    ),
    ...list("check/unknown-action", "effects", expect.effects ?? [], actions),
    ...list("check/unknown-paper", "papers", expect.papers ?? [], names.papers),
    ...list("check/unknown-event", "offers", expect.offers ?? [], names.events),
    ...Object.entries(expect.register ?? {}).flatMap(([name, cells]) => {
      const columns = names.registers[name];
      return [
        ...unknownName("check/unknown-register", { pointer: at("register", name), name }, known),
        ...Object.keys(columns === undefined ? {} : cells).flatMap((column) => {
          const here = { pointer: at("register", name, column), name: column };
          return unknownName("check/unknown-field", here, columns ?? []);
        }),
      ];
    }),
    ...Object.keys(expect.decision ?? {}).flatMap((name) =>
      unknownName("check/unknown-state", { pointer: at("decision", name), name }, names.decisions),
    ),
    ...list("check/unknown-operation", "operations", expect.operations ?? [], OPERATIONS),
    ...(["holder", "assignee"] as const).flatMap((key) =>
      Object.keys(expect[key] ?? {}).flatMap((name) =>
        unknownName("check/unknown-state", { pointer: at(key, name), name }, names.states),
      ),
    ),
    ...list("check/unknown-register", "corrects", expect.corrects ?? [], known),
    ...Object.entries(expect.notice ?? {}).flatMap(([name, { rows = [] }]) => {
      const columns = names.notices[name];
      if (columns === undefined) {
        const here = { pointer: at("notice", name), name };
        return unknownName("check/unknown-notice", here, Object.keys(names.notices));
      }
      return rows.flatMap((row, i) =>
        Object.keys(row).flatMap((column) => {
          const here = { pointer: at("notice", name, "rows", i, column), name: column };
          return unknownName("check/unknown-field", here, columns);
        }),
      );
    }),
    ...(expect.rule === undefined
      ? []
      : unknownName("check/unknown-rule", { pointer: at("rule"), name: expect.rule }, names.rules)),
    ...(expect.refused === undefined
      ? []
      : unknownName(
          "check/unknown-code",
          { pointer: at("refused"), name: expect.refused },
          Object.keys(ERRORS),
        )),
    ...Object.keys(expect.data ?? {}).flatMap((path) => {
      const scopePath = path.startsWith("data.") ? path : `data.${path}`;
      const found = resolvePath(scopePath, { document, registry, others });
      return "missing" in found ? unknownPath(path, at("data", path), found) : [];
    }),
  ];
}

/** The state names in a state value: a name alone, or regions with what is active in them. */
function statesIn(value: StateValue): string[] {
  if (typeof value === "string") return [value];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...statesIn(inner)]);
}
