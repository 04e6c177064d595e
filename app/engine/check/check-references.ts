import type { ErrorCode } from "../errors";
import { pointerTo } from "../json-pointer";
import type { DefinitionDocument, EventMeta, WorkflowSource } from "../workflow-source";
import type { Check, CheckContext } from "./check-context";
import type { Problem } from "./problem";
import type { StateGraph } from "./state-graph";
import { unknownName } from "./unknown-name";
import type { Use } from "./use";
import { lawOf, usesOfLaw } from "./uses-of-law";

/** Every name leads somewhere: rules, deadlines, forms, roles, phases, states, events, papers, links, norms. */
export const checkReferences: Check = (document, context) => {
  const names = namesOf(document, context);
  const uses: Use[] = [
    ...usesOfMachine(context.graph, names),
    {
      code: "check/unknown-rule",
      pointer: "/workflow/startRule",
      name: document.workflow.startRule,
      known: names.rules,
    },
    ...usesOfStep(document.workflow.start, "/workflow/start", names),
    ...usesOfWorkflow(document.workflow, names),
    ...usesOfPapers(document, names),
    ...usesOfNotices(document.workflow, names),
    ...usesOfLaw(document.workflow, names.legal),
  ];
  return uses.flatMap(({ code, pointer, name, known }): Problem[] =>
    name === undefined ? [] : unknownName(code, { pointer, name }, known),
  );
};

type Names = Record<
  | "rules"
  | "deadlines"
  | "forms"
  | "roles"
  | "phases"
  | "states"
  | "events"
  | "reports"
  | "links"
  | "facts"
  | "parameters"
  | "legal"
  | "papers",
  readonly string[]
>;

function namesOf(document: DefinitionDocument, { graph, roles }: CheckContext): Names {
  const { workflow } = document;
  const events = graph.edges.filter((edge) => edge.kind === "event").map((edge) => edge.name);
  return {
    rules: Object.keys(workflow.rules ?? {}),
    deadlines: Object.keys(workflow.deadlines ?? {}),
    forms: Object.keys(document.forms),
    roles: Object.keys(roles),
    phases: Object.keys(workflow.phases ?? {}),
    states: graph.nodes.slice(1).map((node) => node.name),
    events: ["start", ...new Set(events)],
    reports: reportsOf(graph),
    links: Object.keys(workflow.links ?? {}),
    facts: Object.keys(workflow.facts ?? {}),
    parameters: Object.keys(workflow.parameters ?? {}),
    legal: Object.keys(workflow.legal ?? {}),
    papers: Object.keys(document.papers),
  };
}

/** What moves a matter without a person, as registers name it. */
function reportsOf(graph: StateGraph): string[] {
  const names = graph.edges.flatMap(({ kind, name }) => {
    if (kind === "after") return [`timer:${name}`];
    return kind === "event" || kind === "always" || kind === "done" ? [] : [name];
  });
  return [...new Set(names)];
}

function usesOfMachine(graph: StateGraph, names: Names): Use[] {
  const ofStates = graph.nodes.flatMap(({ source, pointer }): Use[] => [
    {
      code: "check/unknown-phase",
      pointer: pointerTo(pointer, "meta", "phase"),
      name: source.meta?.phase,
      known: names.phases,
    },
    {
      code: "check/unknown-deadline",
      pointer: pointerTo(pointer, "meta", "due"),
      name: source.meta?.due,
      known: names.deadlines,
    },
    ...Object.keys(source.after ?? {}).map((name): Use => {
      const at = pointerTo(pointer, "after", name);
      return { code: "check/unknown-deadline", pointer: at, name, known: names.deadlines };
    }),
    ...Object.entries(source.meta?.events ?? {}).flatMap(([event, meta]) =>
      usesOfStep(meta, pointerTo(pointer, "meta", "events", event), names),
    ),
  ]);
  const ofEdges = graph.edges.map((edge): Use => ({
    code: "check/unknown-rule",
    pointer: pointerTo(edge.pointer, "guard"),
    name: edge.source.guard,
    known: names.rules,
  }));
  return [...ofStates, ...ofEdges];
}

function usesOfStep(meta: EventMeta, pointer: string, names: Names): Use[] {
  return [
    {
      code: "check/unknown-form",
      pointer: pointerTo(pointer, "form"),
      name: meta.form,
      known: names.forms,
    },
    {
      code: "check/unknown-link",
      pointer: pointerTo(pointer, "opens"),
      name: meta.opens,
      known: names.links,
    },
    ...lawOf(meta, pointer, names.legal),
    ...each("check/unknown-role", pointerTo(pointer, "roles"), meta.roles, names.roles),
  ];
}

function usesOfWorkflow(workflow: WorkflowSource, names: Names): Use[] {
  const at = (...keys: (string | number)[]): string => pointerTo("/workflow", ...keys);
  const uses: Use[] = [];
  for (const [name, deadline] of Object.entries(workflow.deadlines ?? {})) {
    const { from, count } = deadline;
    if (typeof from === "object" && "fact" in from && !from.fact.includes(".")) {
      const pointer = at("deadlines", name, "from", "fact");
      uses.push({ code: "check/unknown-fact", pointer, name: from.fact, known: names.facts });
    }
    if (typeof count === "object") {
      const base = at("deadlines", name, "count");
      const { parameter, at: chosenBy } = count;
      uses.push(
        {
          code: "check/unknown-parameter",
          pointer: pointerTo(base, "parameter"),
          name: parameter,
          known: names.parameters,
        },
        {
          code: "check/unknown-fact",
          pointer: pointerTo(base, "at"),
          name: chosenBy,
          known: names.facts,
        },
      );
    }
  }
  (workflow.mustPass ?? []).forEach((rule, i) => {
    for (const key of ["before", "pass"] as const) {
      const pointer = at("mustPass", i, key);
      uses.push({ code: "check/unknown-state", pointer, name: rule[key], known: names.states });
    }
  });
  for (const [name, number] of Object.entries(workflow.numbers ?? {})) {
    uses.push(...each("check/unknown-event", at("numbers", name, "on"), number.on, names.events));
  }
  for (const [name, move] of Object.entries(workflow.moves ?? {})) {
    const base = at("moves", name);
    uses.push(
      ...each("check/unknown-role", pointerTo(base, "roles"), move.roles, names.roles),
      ...each("check/unknown-state", pointerTo(base, "to"), move.to ?? [], names.states),
      ...each("check/unknown-state", pointerTo(base, "except"), move.except ?? [], names.states),
    );
  }
  if (workflow.unowned !== undefined) {
    const { deadline, in: inside = [], except = [] } = workflow.unowned;
    uses.push(
      {
        code: "check/unknown-deadline",
        pointer: at("unowned", "deadline"),
        name: deadline,
        known: names.deadlines,
      },
      ...each("check/unknown-state", at("unowned", "in"), inside, names.states),
      ...each("check/unknown-state", at("unowned", "except"), except, names.states),
    );
  }
  for (const [name, operation] of Object.entries(workflow.operations ?? {})) {
    const base = at("operations", name);
    const { roles, over = [], among = [], in: inside = [], except = [] } = operation;
    uses.push(
      ...each("check/unknown-role", pointerTo(base, "roles"), roles, names.roles),
      ...each("check/unknown-role", pointerTo(base, "over"), over, names.roles),
      ...each("check/unknown-role", pointerTo(base, "among"), among, names.roles),
      ...each("check/unknown-state", pointerTo(base, "in"), inside, names.states),
      ...each("check/unknown-state", pointerTo(base, "except"), except, names.states),
    );
  }
  for (const [name, register] of Object.entries(workflow.registers ?? {})) {
    const base = at("registers", name);
    const { corrections = [] } = register;
    // The first step has nothing to correct.
    const later = names.events.filter((event) => event !== "start");
    uses.push(
      ...each("check/unknown-event", pointerTo(base, "on"), register.on, [
        ...names.events,
        ...names.reports,
      ]),
      ...each("check/unknown-event", pointerTo(base, "corrections"), corrections, later),
    );
    for (const [key, column] of Object.entries(register.columns)) {
      const pointer = pointerTo(base, "columns", key, "withheldWhen");
      uses.push({
        code: "check/unknown-rule",
        pointer,
        name: column.withheldWhen,
        known: names.rules,
      });
    }
  }
  return uses;
}

function usesOfPapers({ workflow, papers }: DefinitionDocument, names: Names): Use[] {
  const offered = Object.entries(workflow.papers ?? {}).flatMap(([name, offer]): Use[] => {
    const pointer = pointerTo("/workflow/papers", name);
    return [
      { code: "check/unknown-paper", pointer, name, known: names.papers },
      {
        code: "check/unknown-rule",
        pointer: pointerTo(pointer, "when"),
        name: offer.when,
        known: names.rules,
      },
      ...each(
        "check/unknown-state",
        pointerTo(pointer, "states"),
        offer.states ?? [],
        names.states,
      ),
    ];
  });
  const conditional = Object.entries(papers).flatMap(([name, paper]) =>
    paper.blocks.map((block, i): Use => {
      const pointer = pointerTo("/papers", name, "blocks", i, "when");
      const rule = "when" in block ? block.when : undefined;
      return { code: "check/unknown-rule", pointer, name: rule, known: names.rules };
    }),
  );
  return [...offered, ...conditional];
}

function usesOfNotices(workflow: WorkflowSource, names: Names): Use[] {
  return Object.entries(workflow.notices ?? {}).flatMap(([name, notice]): Use[] => {
    const at = (key: string): string => pointerTo("/workflow/notices", name, key);
    const link = notice.objection?.link;
    return [
      ...each("check/unknown-event", at("on"), notice.on, names.events),
      ...each("check/unknown-event", at("ends"), notice.ends ?? [], names.events),
      {
        code: "check/unknown-deadline",
        pointer: at("until"),
        name: notice.until,
        known: names.deadlines,
      },
      {
        code: "check/unknown-link",
        pointer: pointerTo(at("objection"), "link"),
        name: link,
        known: names.links,
      },
    ];
  });
}

function each(
  code: ErrorCode,
  pointer: string,
  used: readonly string[],
  known: readonly string[],
): Use[] {
  return used.map((name, i) => ({ code, pointer: pointerTo(pointer, i), name, known }));
}
