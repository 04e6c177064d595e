import { isObject, type Json } from "../json";
import { pointerTo } from "../json-pointer";
import type { Registry } from "../plugin/registry-types";
import { checkVary } from "../variant/vary";
import type { DefinitionDocument } from "../workflow-source";
import { checkAbsence } from "./check-absence";
import { checkActions } from "./check-actions";
import { checkAssignees } from "./check-assignees";
import type { Check, CheckContext } from "./check-context";
import { checkBatch } from "./check-batch";
import { checkDecisions } from "./check-decisions";
import { checkEvents } from "./check-events";
import { checkFields } from "./check-fields";
import { checkFormUi } from "./check-form-ui";
import { checkForms } from "./check-forms";
import { checkGuards } from "./check-guards";
import { checkLadders } from "./check-ladders";
import { checkUnowned } from "./check-unowned";
import { checkLaw } from "./check-law";
import { checkLinkRings } from "./check-link-rings";
import { checkLinkStates } from "./check-link-states";
import { checkLinks } from "./check-links";
import { checkNotices } from "./check-notices";
import { checkPeople } from "./check-people";
import { checkPlugins, pluginsFound } from "./check-plugins";
import { checkPrivacy } from "./check-privacy";
import { checkReferences } from "./check-references";
import { checkReminders } from "./check-reminders";
import { checkRuleExamples } from "./check-rule-examples";
import { checkRules } from "./check-rules";
import { checkShape } from "./check-shape";
import { checkStates } from "./check-states";
import { checkTargets } from "./check-targets";
import { checkTells } from "./check-tells";
import { checkTemplates } from "./check-templates";
import { checkUnused } from "./check-unused";
import { checkValues } from "./check-values";
import { checkWaits } from "./check-waits";
import { checkWays } from "./check-ways";
import { exploreConfigurations } from "./configurations";
import type { PlatformSchemas } from "./platform-schemas";
import { problem, type Problem } from "./problem";
import type { Roles } from "./roles";
import { buildStateGraph } from "./state-graph";

export interface CheckOptions {
  roles: Roles;
  schemas: PlatformSchemas;
  /** The packages that stand beside this one, by id: what its links lead to. */
  others?: ReadonlyMap<string, DefinitionDocument>;
  /** Ids of packages beside it whose own faults are reported: nothing is said of links to them. */
  broken?: ReadonlySet<string>;
}

/** Codes of shape after which a file still has its shape: something too much, or a name that will not do. */
const HARMLESS = new Set([
  ...["check/unknown-key", "check/forbidden-feature", "check/illegal-name"],
  ...["check/reserved-name", "check/wildcard-event", "check/numeric-delay"],
]);

/** After these the graph has holes: what they make unreachable would be reported as if it were meant so. */
const HOLES = new Set(["check/unknown-state", "check/target-elsewhere", "check/missing-key"]);

/** Checks of the workflow file alone. */
const OF_WORKFLOW: readonly Check[] = [
  checkEvents,
  checkPeople,
  checkAssignees,
  checkLaw,
  checkLadders,
  checkUnowned,
  checkReminders,
  (document) => checkVary(document.workflow.vary ?? {}),
];

/** Checks that look at several files. */
const OF_WHOLE: readonly Check[] = [
  checkReferences,
  checkBatch,
  checkActions,
  checkFields,
  checkForms,
  checkFormUi,
  checkTemplates,
  checkValues,
  checkLinks,
  checkLinkRings,
  checkLinkStates,
  checkWaits,
  checkNotices,
  checkDecisions,
  checkTells,
  checkPrivacy,
  checkUnused,
  checkRules,
  checkAbsence,
  checkRuleExamples,
  checkGuards,
];

/**
 * Everything that can be said against a definition before any matter runs on it: its shape, its names,
 * the ways through its machine, its forms and data, its rules. All problems at once; pointers start at
 * the document. Pure, and total over any JSON: what is not shaped like a definition is only a problem.
 * `installed` holds all plugins of the installation.
 */
export function checkDefinition(
  document: DefinitionDocument,
  installed: Registry,
  options: CheckOptions,
): Problem[] {
  const shape = checkParts(document, options.schemas);
  const isSound = (part: string): boolean =>
    !shape.some((found) => found.pointer.startsWith(`/${part}`) && !isHarmless(found));
  if (!isSound("workflow")) return unique(shape);

  const graph = buildStateGraph(document.workflow.machine);
  const context: CheckContext = {
    registry: pluginsFound(document, installed),
    roles: options.roles,
    others: options.others ?? new Map(),
    broken: options.broken ?? new Set(),
    graph,
    ways: exploreConfigurations(graph),
  };
  const run = (checks: readonly Check[]): Problem[] =>
    checks.flatMap((check) => check(document, context));
  const tree = run([checkStates, checkTargets]);
  const hasHoles = tree.some((found) => HOLES.has(found.code));
  const isWhole = isSound("data") && isSound("forms") && isSound("papers");
  return unique([
    ...shape,
    ...checkPlugins(document, installed),
    ...tree,
    ...(hasHoles ? [] : run([checkWays])),
    ...run(OF_WORKFLOW),
    ...(isWhole ? run(OF_WHOLE) : []),
  ]);
}

/** True where all files of a definition have their shape, so that other packages may be held against it. */
export function hasItsShape(document: DefinitionDocument, schemas: PlatformSchemas): boolean {
  return checkParts(document, schemas).every(isHarmless);
}

/** In a schema nothing is harmless: what our format does not know, a validator would try to compile. */
function isHarmless({ code, pointer }: Problem): boolean {
  const inSchema = /^\/(data|forms)\b|^\/workflow\/parameters\/[^/]+\/schema\b/.test(pointer);
  return HARMLESS.has(code) && !inSchema;
}

function checkParts(document: DefinitionDocument, schemas: PlatformSchemas): Problem[] {
  const { workflow, data, forms, papers } = document as unknown as Record<string, Json>;
  const each = (kind: "form" | "paper", at: string, files: Json | undefined): Problem[] =>
    isObject(files)
      ? Object.entries(files).flatMap(([name, file]) =>
          checkShape(file, { kind, schemas, pointer: pointerTo(at, name) }),
        )
      : [problem("check/wrong-type", at, { expected: "object" })];
  return [
    ...checkShape(workflow ?? null, { kind: "workflow", schemas, pointer: "/workflow" }),
    ...checkShape(data ?? null, { kind: "data", schemas, pointer: "/data" }),
    ...each("form", "/forms", forms),
    ...each("paper", "/papers", papers),
  ];
}

function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, pointer, message }) => {
    const key = `${code} ${pointer} ${message.zh}`;
    return !seen.has(key) && seen.add(key);
  });
}
