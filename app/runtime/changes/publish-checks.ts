import { checkDefinition } from "../../engine/check/check-definition";
import type { Problem } from "../../engine/check/problem";
import type { Roles } from "../../engine/check/roles";
import { refuse } from "../../engine/errors";
import { isObject, own, sameJson, type Json } from "../../engine/json";
import { registryFor } from "../../engine/plugin/registry";
import type { Registry } from "../../engine/plugin/registry-types";
import { RefusalError, type Refusal } from "../../engine/refusal";
import { runScenario } from "../../engine/scenario/run-scenario";
import type { Scenario } from "../../engine/scenario/scenario";
import { calendarOf, compileWorkflow, type Workflow } from "../../engine/workflow";
import { wordsFor } from "../../engine/variant/vary";
import type { DefinitionDocument, WorkflowSource } from "../../engine/workflow-source";
import { definitionHash } from "../definition-hash";
import type { LoadedPackage } from "../load-packages";
import { PLATFORM_SCHEMAS } from "../platform-schemas";

export interface CheckParts {
  packages: readonly LoadedPackage[];
  registry: Registry;
  roles: Roles;
}

/** Everything that `qy check` says of a definition that a change makes; examples are held to the numbers that they were written with. */
export function problemsOf(
  parts: CheckParts,
  { document, told }: { document: DefinitionDocument; told: DefinitionDocument },
): Problem[] {
  const others = new Map(parts.packages.map((one) => [one.id, one.document]));
  const options = { roles: parts.roles, schemas: PLATFORM_SCHEMAS, others };
  const check = (one: DefinitionDocument) => checkDefinition(one, parts.registry, options);
  const found = check(document);
  const asTold = withNumbersOf(told, document);
  const [before, now] = [asTold, document].map(({ workflow }) => workflow.parameters ?? {});
  if (sameJson(before as unknown as Json, now as unknown as Json)) return found;
  // A number within its bounds does not make an example false: it was written with the package's own.
  const isExample = ({ code }: Problem) => code === "check/example-fails";
  return [...found.filter((one) => !isExample(one)), ...check(asTold).filter(isExample)];
}

/** What of that is an error. */
export function faultsOf(...asked: Parameters<typeof problemsOf>): Problem[] {
  return problemsOf(...asked).filter(({ severity }) => severity === "error");
}

/** The document with the values that parameters have in another one, where both have them. */
export function withNumbersOf(
  other: DefinitionDocument,
  document: DefinitionDocument,
): DefinitionDocument {
  const before = other.workflow.parameters ?? {};
  const parameters = Object.entries(document.workflow.parameters ?? {}).map(([name, parameter]) => {
    const value = own(before, name)?.value;
    return [name, value === undefined ? parameter : { ...parameter, value }] as const;
  });
  const workflow: WorkflowSource = {
    ...document.workflow,
    parameters: Object.fromEntries(parameters),
  };
  return { ...document, workflow };
}

/**
 * The document with the conditions that rules have in another one, where the package opens a rule by its name: what such
 * a rule says is the county's to decide, and makes no story false. Its examples tell what it must come to.
 */
function withRulesOf(other: DefinitionDocument, document: DefinitionDocument): DefinitionDocument {
  const { vary = {}, rules = {} } = document.workflow;
  const opened = Object.entries(rules).map(([name, rule]) => {
    const before = own(other.workflow.rules, name);
    const isOpened = wordsFor(vary, `rules.${name}`).has("change");
    return [name, isOpened && before ? { ...rule, when: before.when } : rule] as const;
  });
  const workflow: WorkflowSource = { ...document.workflow, rules: Object.fromEntries(opened) };
  return { ...document, workflow };
}

/** A story of the package that does not come out as told, with what went wrong first. */
export interface FailedStory {
  title: string;
  problem: string;
}

/**
 * Plays the stories that belong to what a change stands on: those of the nearest variant, else the package's own.
 * They are told with their own numbers and with the rules that the package opens by name as they were, since neither makes
 * a story false. Lets others have a
 * turn between two stories.
 */
export async function failedStories(
  parts: CheckParts,
  ask: {
    loaded: LoadedPackage;
    document: DefinitionDocument;
    told: DefinitionDocument;
    variant: string | null;
  },
): Promise<FailedStory[]> {
  const { loaded, told, variant } = ask;
  const workflow = compiled(parts, withRulesOf(told, withNumbersOf(told, ask.document)));
  if (!("machine" in workflow)) return [{ title: loaded.id, problem: workflow.message.zh }];
  const failed: FailedStory[] = [];
  for (const { scenario } of loaded.scenarios) {
    if ((own(scenario, "variant") ?? null) !== variant) continue;
    await new Promise((resolve) => setImmediate(resolve));
    const story = scenario as unknown as Scenario;
    const { report } = runScenario(story, {
      workflow,
      calendar: calendarOf(workflow),
      findWorkflow: (id) => findCompiled(parts, id),
    });
    if (report.passed) continue;
    const problem = report.steps.flatMap(({ problems }) => problems)[0] ?? "";
    failed.push({ title: isObject(scenario["title"]) ? report.title.zh : "", problem });
  }
  return failed;
}

function findCompiled(parts: CheckParts, id: string): Workflow | undefined {
  const loaded = parts.packages.find((one) => one.id === id);
  const found = loaded && compiled(parts, loaded.document);
  return found !== undefined && "machine" in found ? found : undefined;
}

/** A definition made ready to run; the refusal where it cannot be. */
export function compiled(
  parts: Pick<CheckParts, "registry" | "roles">,
  document: DefinitionDocument,
): Workflow | Refusal {
  try {
    return compileWorkflow(structuredClone(document), {
      hash: definitionHash(document),
      registry: registryFor(parts.registry, document.workflow.plugins),
      roles: parts.roles,
    });
  } catch (fault) {
    if (fault instanceof RefusalError) return fault.refusal;
    return refuse("case/engine", { code: fault instanceof Error ? fault.message : String(fault) });
  }
}
