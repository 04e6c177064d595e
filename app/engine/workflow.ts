import type { Roles } from "./check/roles";
import { refusalError } from "./errors";
import { prepareFacts, type AttachFacts, type PreparedFact } from "./facts";
import { createForm, type Form } from "./form/form";
import { parseInto, pathsWritten } from "./form/write-form";
import { deepFreeze, type Json, type JsonObject } from "./json";
import { compileMachine, type CompiledMachine } from "./machine/machine";
import { lineage } from "./machine/state-index";
import type { Registry } from "./plugin/registry-types";
import { compileNotices, type Notice } from "./projection/notice";
import { compileRegisters, type Register } from "./projection/register";
import { compileText, type TemplateContext } from "./projection/template";
import { compileLogic } from "./rules/compile-logic";
import type { CompiledLogic } from "./rules/types";
import { wordFor } from "./scope-words";
import type { Text } from "./text";
import type { Calendar } from "./time/types";
import { createValidator, type Validator } from "./validation/validator";
import type { DefinitionDocument, EventMeta, RuleSource, WorkflowSource } from "./workflow-source";

export interface Rule {
  name: string;
  source: RuleSource;
  logic: CompiledLogic;
  /** Every path the rule reads, those behind its facts included. */
  reads: ReadonlySet<string>;
}

/** A definition, compiled: immutable, named by its hash, shared by every matter that is pinned to it. */
export interface Workflow {
  id: string;
  version: string;
  hash: string;
  document: DefinitionDocument;
  source: WorkflowSource;
  registry: Registry;
  roles: Roles;
  machine: CompiledMachine;
  params: JsonObject;
  rules: ReadonlyMap<string, Rule>;
  facts: ReadonlyMap<string, CompiledLogic>;
  attachFacts: AttachFacts;
  forms: ReadonlyMap<string, Form>;
  validator: Validator;
  /** Parameters of each job, by job and name. */
  jobs: ReadonlyMap<string, ReadonlyMap<string, CompiledLogic>>;
  /** Which children each tell is for, by `<link>.<name>`; for all where there is none. */
  tells: ReadonlyMap<string, CompiledLogic>;
  /** The registers in which each event writes a line. */
  registers: ReadonlyMap<string, Register[]>;
  /** The public notices, by name. */
  notices: ReadonlyMap<string, Notice>;
  /** A matter's title, filled. */
  caseTitle: (context: TemplateContext) => Text;
  /** What people call a scope path: a field's label, a fact's or a parameter's title. */
  wordFor(path: string): Text;
}

/**
 * Compiles a definition document; its forms are compiled when they are first used. `check` has reported its
 * faults with file and pointer before; what still cannot be compiled throws `case/engine` (RefusalError) and
 * never runs.
 */
export function compileWorkflow(
  document: DefinitionDocument,
  context: { hash: string; registry: Registry; roles: Roles },
): Workflow {
  const source = document.workflow;
  const { registry } = context;
  try {
    const validator = createValidator(registry.formats);
    const word = (path: string): Text => wordFor(document, registry, path);
    const params = Object.fromEntries(
      Object.entries(source.parameters ?? {}).map(([name, parameter]): [string, Json] => [
        name,
        parameter.value,
      ]),
    );
    const facts = new Map(
      Object.entries(source.facts ?? {}).map(([name, fact]) => [
        name,
        compileLogic(fact.value, registry.operators),
      ]),
    );
    const rules = new Map(
      Object.entries(source.rules ?? {}).map(([name, rule]): [string, Rule] => {
        const logic = compileLogic(rule.when, registry.operators);
        const reads = withPluginReads(withFacts(logic.variables, facts), registry);
        return [name, { name, source: rule, logic, reads }];
      }),
    );
    const forms = new Map(
      Object.entries(document.forms).map(([name, form]) => [
        name,
        createForm(name, form, validator),
      ]),
    );
    return {
      id: source.id,
      version: source.version,
      hash: context.hash,
      document: deepFreeze(document),
      source,
      registry,
      roles: context.roles,
      machine: compileMachine(source.machine),
      params: deepFreeze(params),
      rules,
      facts,
      attachFacts: prepareFacts([...ownFacts(source, facts), ...pluginFacts(registry)]),
      forms,
      validator,
      jobs: new Map(
        Object.entries(source.jobs ?? {}).map(([name, job]) => [
          name,
          new Map(
            Object.entries(job.params ?? {}).map(([key, logic]) => [
              key,
              compileLogic(logic, registry.operators),
            ]),
          ),
        ]),
      ),
      tells: compileTells(source, registry),
      registers: compileRegisters(source.registers ?? {}, rules),
      notices: compileNotices(source.notices ?? {}, { registry, wordFor: word }),
      caseTitle: compileText(source.caseTitle),
      wordFor: word,
    };
  } catch (cause) {
    throw refusalError("case/engine", {
      code: `${source.id}: ${cause instanceof Error ? cause.message : String(cause)}`,
    });
  }
}

function compileTells(source: WorkflowSource, registry: Registry): Map<string, CompiledLogic> {
  return new Map(
    Object.entries(source.links ?? {}).flatMap(([link, { tells = {} }]) =>
      Object.entries(tells).flatMap(([name, { where }]): [string, CompiledLogic][] =>
        where === undefined ? [] : [[`${link}.${name}`, compileLogic(where, registry.operators)]],
      ),
    ),
  );
}

function withFacts(
  variables: readonly string[],
  facts: ReadonlyMap<string, CompiledLogic>,
): Set<string> {
  const reads = new Set<string>();
  const add = (path: string): void => {
    if (reads.has(path)) return;
    reads.add(path);
    const fact = path.startsWith("facts.") ? facts.get(path.split(".")[1] ?? "") : undefined;
    fact?.variables.forEach(add);
  };
  variables.forEach(add);
  return reads;
}

/** The same with what the plugins' facts among them are computed from. */
function withPluginReads(reads: ReadonlySet<string>, registry: Registry): Set<string> {
  const behind = [...reads].flatMap((path) => pluginFactReads(path, registry) ?? []);
  return new Set([...reads, ...behind]);
}

/** The data paths behind `facts.<plugin>.<fact>`: all of the data where the plugin does not say. */
export function pluginFactReads(path: string, registry: Registry): readonly string[] | undefined {
  const [root, plugin = "", name = ""] = path.split(".");
  const fact = root === "facts" ? registry.facts.get(`${plugin}.${name}`) : undefined;
  return fact === undefined ? undefined : (fact.reads ?? ["data"]);
}

function ownFacts(
  source: WorkflowSource,
  facts: ReadonlyMap<string, CompiledLogic>,
): PreparedFact[] {
  return [...facts].map(([name, fact]) => ({
    name,
    compute: (scope) => {
      const { truth, value } = fact.judge(scope);
      // `and` and `or` may be decided although the value that they pass on is not.
      const isTruth = source.facts?.[name]?.type === "boolean" && truth !== "unknown";
      return isTruth ? truth : value;
    },
    steady: [...withFacts(fact.variables, facts)].every((path) => isSteady(path, facts)),
  }));
}

/** What a plugin's fact reads is not known: it is never taken for steady. */
function pluginFacts(registry: Registry): PreparedFact[] {
  return [...registry.facts].map(([name, fact]) => ({
    name,
    compute: (scope) => fact.compute(scope),
    steady: false,
  }));
}

/** False for paths whose value may depend on the state that `case.enteredAt` is about. */
function isSteady(path: string, facts: ReadonlyMap<string, CompiledLogic>): boolean {
  const [root = "", name = ""] = path.split(".");
  if (root === "case") return name !== "" && name !== "enteredAt";
  if (root === "facts") return facts.has(name);
  return root !== "";
}

/** The event as declared in the active states, innermost first; undefined where none of them has it. */
export function findEvent(
  workflow: Workflow,
  activePaths: readonly string[],
  event: string,
): { path: string; meta: EventMeta } | undefined {
  const byDepth = [...activePaths].sort((a, b) => lineage(b).length - lineage(a).length);
  for (const path of [...byDepth, ""]) {
    const events = workflow.machine.states.get(path)?.meta?.events;
    if (events !== undefined && Object.prototype.hasOwnProperty.call(events, event)) {
      const meta = events[event];
      if (meta !== undefined) return { path, meta };
    }
  }
  return undefined;
}

/** Which calendar counts this package's working days: the first of its plugins, or none (all provisional). */
export function calendarOf(workflow: Workflow): Calendar {
  const [first] = workflow.registry.calendars.values();
  return first ?? { name: "none", years: {} };
}

/** The rule-scope paths that a form of the package can change, e.g. `data.parties`. */
export function formWrites(workflow: Workflow, formName: string | undefined): string[] {
  const form = formName === undefined ? undefined : workflow.forms.get(formName);
  return form === undefined
    ? []
    : pathsWritten(parseInto(form.source.into), form.properties).map((path) => `data.${path}`);
}

/** True where the rule reads something that lies at or under one of the paths (or holds it). */
export function readsAny(rule: Rule, paths: readonly string[]): boolean {
  return [...rule.reads].some((read) =>
    paths.some(
      (path) => read === path || read.startsWith(`${path}.`) || path.startsWith(`${read}.`),
    ),
  );
}
