import { checkDefinition, hasItsShape, type CheckOptions } from "../engine/check/check-definition";
import { pluginsFound } from "../engine/check/check-plugins";
import { checkScenario } from "../engine/check/check-scenario";
import { checkShape } from "../engine/check/check-shape";
import { problem, type LocatedProblem, type Problem, type Severity } from "../engine/check/problem";
import { own, type Json } from "../engine/json";
import { pointerTo } from "../engine/json-pointer";
import type { Registry } from "../engine/plugin/registry-types";
import type { PatchOperation } from "../engine/variant/patch";
import { materialise } from "../engine/variant/materialise";
import { createValidator } from "../engine/validation/validator";
import type { DefinitionDocument } from "../engine/workflow-source";
import { chainOf, parentOf, variantsOf } from "./definition-document";
import { definitionHash } from "./definition-hash";
import { checkModels } from "./check-models";
import type { LoadedPackage, LoadedPackages, LoadProblem } from "./load-packages";
import { PLATFORM_SCHEMAS } from "./platform-schemas";

/** One package with everything that was found in it, its variants and scenarios included; or one model. */
export interface CheckedPackage {
  /** A model's id is `models/<id>`. */
  id: string;
  /** Null where the package could not be read. */
  version: string | null;
  /** Null for a model too: what runs is named by the definitions that follow from it. */
  hash: string | null;
  problems: LocatedProblem[];
}

/**
 * Checks every package of a folder: its files, its definition, each of its variants as it would run, and
 * that its scenarios name what exists. Faults of the folder itself come under the id `""`.
 */
export function checkPackages(loaded: LoadedPackages, installed: Registry): CheckedPackage[] {
  const whole = loaded.packages.filter((one) => hasItsShape(one.document, PLATFORM_SCHEMAS));
  const others = new Map(whole.map((one) => [one.id, one.document]));
  const there = [...loaded.packages.map((one) => one.id), ...loaded.problems.map(ownerOf)];
  const broken = new Set(there.filter((id) => !others.has(id)));
  const options = { roles: loaded.roles, schemas: PLATFORM_SCHEMAS, others, broken };
  const checked = new Map<string, CheckedPackage>();
  for (const one of loaded.packages) {
    checked.set(one.id, {
      id: one.id,
      version: typeof one.version === "string" ? one.version : null,
      hash: definitionHash(one.document),
      problems: checkPackage(one, installed, options),
    });
  }
  for (const model of checkModels(loaded, installed)) {
    checked.set(model.id, { ...model, hash: null });
  }
  for (const { package: owner, ...found } of loaded.problems.toReversed()) {
    const id = owner ?? "";
    const known = checked.get(id) ?? { id, version: null, hash: null, problems: [] };
    known.problems.unshift(found);
    checked.set(id, known);
  }
  for (const { problems } of checked.values()) problems.sort(worstFirst);
  return [...checked.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Keeps the order of those that are equally bad. */
function worstFirst(a: Problem, b: Problem): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

function ownerOf({ package: owner }: LoadProblem): string {
  return owner ?? "";
}

type Options = CheckOptions & { others: ReadonlyMap<string, DefinitionDocument> };

/** Checks one package. Its links are held against the packages in `options.others`. */
export function checkPackage(
  loaded: LoadedPackage,
  installed: Registry,
  options: Options,
): LocatedProblem[] {
  const found = checkDefinition(loaded.document, installed, options);
  const located = found.map((one) => locate(one, loaded));
  // What is broken at the base would be reported once more for every variant and scenario.
  if (found.some((one) => one.severity === "error")) return distinct(located);
  return distinct([...located, ...checkVariants(loaded, installed, { options, base: found })]);
}

function locate(found: Problem, { sources }: LoadedPackage): LocatedProblem {
  const origin = sources.locate(found.pointer);
  return { ...found, file: origin?.file ?? "", pointer: origin?.pointer ?? found.pointer };
}

/** A part that several files refer to is reported once. */
function distinct(problems: readonly LocatedProblem[]): LocatedProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, file, pointer, message }) => {
    const key = [code, file, pointer, message.zh].join("\n");
    return !seen.has(key) && seen.add(key);
  });
}

/** A variant as it would run, or what keeps it from being put together. */
type Made = { document: DefinitionDocument } | { problems: LocatedProblem[] };

function checkVariants(
  loaded: LoadedPackage,
  installed: Registry,
  { options, base }: { options: Options; base: readonly Problem[] },
): LocatedProblem[] {
  const made = makeVariants(loaded, installed, options);
  const known = new Set(base.map((one) => `${one.code} ${one.pointer}`));
  const ofVariants = [...made].flatMap(([id, one]): LocatedProblem[] => {
    if ("problems" in one) return one.problems;
    const { file, patch } = patchOf(loaded, id);
    return checkDefinition(one.document, installed, options)
      .filter((found) => !known.has(`${found.code} ${found.pointer}`))
      .map((found) => ({ ...found, file, pointer: operationAt(patch, found.pointer) }));
  });
  return [...ofVariants, ...checkScenarios({ loaded, made, installed, options })];
}

function makeVariants(
  loaded: LoadedPackage,
  installed: Registry,
  { schemas }: Options,
): Map<string, Made> {
  const validator = createValidator(pluginsFound(loaded.document, installed).formats);
  const sources = variantsOf(loaded);
  const shapes = new Map(
    loaded.variants.map(({ variant }) => [
      own(variant, "id"),
      checkShape(variant, { kind: "variant", schemas, pointer: "" }),
    ]),
  );
  const isMisshapen = (id: Json | undefined): boolean => (shapes.get(id)?.length ?? 0) > 0;
  return new Map(
    loaded.variants.map(({ file, variant }): [string, Made] => {
      const id = String(own(variant, "id"));
      const shape = shapes.get(own(variant, "id")) ?? [];
      if (shape.length > 0) return [id, { problems: shape.map((one) => ({ ...one, file })) }];
      const chain = chainOf(sources, id);
      if (chain === undefined) {
        const isReported = breaksElsewhere(loaded, id);
        const at = { file, pointer: "/parent" };
        return [id, { problems: isReported ? [] : [unknownVariant(loaded, id, at)] }];
      }
      // A fault of the variant below is reported with that one.
      if (chain.some((one) => isMisshapen(one.id))) return [id, { problems: [] }];
      const made = materialise({ base: loaded.document, variants: chain, validator });
      if (made.ok) return [id, made];
      if (made.variant !== id) return [id, { problems: [] }];
      const { patch } = patchOf(loaded, id);
      const problems = made.problems.map((one) => ({
        ...one,
        file,
        pointer: operationAt(patch, one.pointer),
      }));
      return [id, { problems }];
    }),
  );
}

/** True where a variant stands on one whose own fault is reported with that one. */
function breaksElsewhere(loaded: LoadedPackage, id: string): boolean {
  const sources = variantsOf(loaded);
  const above: string[] = [];
  let here = parentOf(sources.get(id));
  while (here !== undefined && !above.includes(here)) {
    above.push(here);
    here = parentOf(sources.get(here));
  }
  const isThere = (variant: string): boolean =>
    loaded.reportedVariants.has(variant) ||
    loaded.variants.some((one) => own(one.variant, "id") === variant);
  return above.at(-1) !== id && (above.length > 1 || above.some(isThere));
}

function patchOf(
  loaded: LoadedPackage,
  id: string,
): { file: string; patch: readonly PatchOperation[] } {
  const file = loaded.variants.find(({ variant }) => own(variant, "id") === id)?.file ?? "";
  return { file, patch: variantsOf(loaded).get(id)?.patch ?? [] };
}

function unknownVariant(
  loaded: LoadedPackage,
  variant: string,
  at: { file: string; pointer: string },
): LocatedProblem {
  const params = { package: loaded.id, variant };
  return { ...problem("runtime/unknown-variant", at.pointer, params), file: at.file };
}

/** The operation of a patch that a pointer into the document speaks of; the patch as a whole where none does. */
function operationAt(patch: readonly PatchOperation[], pointer: string): string {
  const touches = ({ path }: PatchOperation): boolean =>
    pointer === path || pointer.startsWith(`${path}/`) || path.startsWith(`${pointer}/`);
  const index = patch.findLastIndex((one) => one.op !== "test" && touches(one));
  const test = patch.findIndex(touches);
  return index >= 0 || test >= 0 ? pointerTo("/patch", index >= 0 ? index : test) : "/patch";
}

function checkScenarios(ask: {
  loaded: LoadedPackage;
  made: ReadonlyMap<string, Made>;
  installed: Registry;
  options: Options;
}): LocatedProblem[] {
  const { loaded, made, installed, options } = ask;
  const registry = pluginsFound(loaded.document, installed);
  return loaded.scenarios.flatMap(({ file, scenario }): LocatedProblem[] => {
    const variant = own(scenario, "variant");
    const one = typeof variant === "string" ? made.get(variant) : { document: loaded.document };
    if (one === undefined) {
      if (loaded.reportedVariants.has(String(variant))) return [];
      return [unknownVariant(loaded, String(variant), { file, pointer: "/variant" })];
    }
    if ("problems" in one) return []; // The variant itself is reported.
    const context = { ...options, registry, document: one.document };
    return checkScenario(scenario, context).map((found) => ({ ...found, file }));
  });
}
