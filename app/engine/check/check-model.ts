import type { ErrorCode } from "../errors";
import { own, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { ModelSource } from "../model/model-source";
import { placeholdersOf } from "../projection/template";
import type { Registry } from "../plugin/registry-types";
import type { DefinitionDocument } from "../workflow-source";
import { checkShape } from "./check-shape";
import { checkModelForce } from "./check-model-force";
import { checkModelIndicators } from "./check-model-indicators";
import { checkModelProcesses } from "./check-model-processes";
import type { PlatformSchemas } from "./platform-schemas";
import { problem, type Problem } from "./problem";
import type { Roles } from "./roles";
import { buildStateGraph } from "./state-graph";
import { unknownName } from "./unknown-name";

/** Kinds of village (村型) by id, as `schemas/common/village-kinds.json` has them. */
export type VillageKinds = Readonly<Record<string, { title: { zh: string; en?: string } }>>;

/** What a model is held against. */
export interface ModelContext {
  /** Every package that can be read, by id. */
  packages: ReadonlyMap<string, DefinitionDocument>;
  /** Ids of the variants of each package. */
  variants: ReadonlyMap<string, readonly string[]>;
  roles: Roles;
  kinds: VillageKinds;
  /** Names of the facts of a village. */
  villageFacts: readonly string[];
  registry: Registry;
  schemas: PlatformSchemas;
}

/**
 * Everything that can be said against a model's file before anybody adopts it: its shape, and that every name in
 * it leads somewhere. Pointers start at the file. Pure, and total over any JSON.
 */
export function checkModel(file: JsonObject, context: ModelContext): Problem[] {
  const shape = checkShape(file, { kind: "model", schemas: context.schemas, pointer: "" });
  if (shape.length > 0) return shape;
  const model = file as unknown as ModelSource;
  return [
    ...checkKinds(model, context),
    ...checkModelForce(model, context),
    ...checkModelProcesses(model, context),
    ...checkMain(model),
    ...checkWay(model, context),
    ...checkLinks(model, context),
    ...checkRegisters(model, context),
    ...checkModelIndicators(model, context),
  ];
}

function checkKinds({ fits }: ModelSource, { kinds }: ModelContext): Problem[] {
  return fits.kinds.flatMap((name, i) =>
    unknownName(
      "model/unknown-kind",
      { pointer: pointerTo("/fits/kinds", i), name },
      Object.keys(kinds),
    ),
  );
}

function checkMain({ main, processes }: ModelSource): Problem[] {
  const unknown = unknownProcess(main, "/main", processes);
  if (unknown.length > 0) return unknown;
  return own(processes, main)?.on === true
    ? []
    : [problem("model/main-off", "/main", { name: main })];
}

/** A package that the model speaks of must be one of its processes. */
export function unknownProcess(
  name: string,
  pointer: string,
  processes: ModelSource["processes"],
): Problem[] {
  const [folder = ""] = name.split(".");
  if (own(processes, folder) !== undefined) return [];
  return unknownName("model/unknown-process", { pointer, name }, Object.keys(processes));
}

/** Every stop names states of the model's own processes; what is planned cannot be looked at yet. */
function checkWay({ way, processes }: ModelSource, context: ModelContext): Problem[] {
  return way.stops.flatMap(({ who, states }, i): Problem[] => {
    const [first = ""] = states;
    const params = context.packages.get(first.split("/")[0] ?? "")?.workflow.parameters ?? {};
    const known = Object.keys(params).map((name) => `params.${name}`);
    return [
      ...[who.zh, who.en ?? ""].flatMap((text) =>
        placeholdersOf(text).flatMap(({ path }) =>
          unknownName(
            "model/unknown-fact",
            { pointer: pointerTo("/way/stops", i, "who"), name: path },
            known,
          ),
        ),
      ),
      ...states.flatMap((name, j) => {
        const pointer = pointerTo("/way/stops", i, "states", j);
        const [id = "", state = ""] = name.split("/");
        const unknown = unknownProcess(id, pointer, processes);
        const document = context.packages.get(id);
        if (unknown.length > 0) return unknown;
        if (document === undefined) {
          return isPlanned(id, processes) ? [] : missingPackage(id, pointer, context);
        }
        const nodes = buildStateGraph(document.workflow.machine).nodes.slice(1);
        const names = nodes.map((node) => node.name);
        return unknownName("check/unknown-state", { pointer, name: state }, names);
      }),
    ];
  });
}

function checkLinks(model: ModelSource, { packages }: ModelContext): Problem[] {
  return model.links.flatMap(({ from, to, link }, i): Problem[] => {
    const pointer = pointerTo("/links", i);
    const unknown = (["from", "to"] as const).flatMap((end) =>
      unknownProcess({ from, to }[end], pointerTo(pointer, end), model.processes),
    );
    const source = packages.get(from);
    if (unknown.length > 0 || link === undefined || source === undefined) return unknown;
    const links = Object.entries(source.workflow.links ?? {});
    const fitting = links.filter(([, one]) => one.package === to).map(([name]) => name);
    const at = { pointer: pointerTo(pointer, "link"), name: link };
    return unknownName("model/unknown-link", at, fitting, { package: from, to });
  });
}

function checkRegisters({ paper, processes }: ModelSource, context: ModelContext): Problem[] {
  return paper.registers.flatMap((name, i): Problem[] => {
    const pointer = pointerTo("/paper/registers", i);
    const [id = "", register = ""] = name.split("/");
    const unknown = unknownProcess(id, pointer, processes);
    const source = context.packages.get(id);
    if (unknown.length > 0) return unknown;
    if (source === undefined)
      return isPlanned(id, processes) ? [] : missingPackage(id, pointer, context);
    const known = Object.keys(source.workflow.registers ?? {});
    return unknownName("model/unknown-register", { pointer, name: register }, known);
  });
}

/** `model/missing-package`: the name, and the packages that there are. */
export function missingPackage(
  name: string,
  pointer: string,
  { packages }: ModelContext,
  code: ErrorCode = "model/missing-package",
): Problem[] {
  return unknownName(code, { pointer, name }, packages.keys());
}

/** True for a package, or a machine of a folder, that the model calls planned. */
export function isPlanned(id: string, processes: ModelSource["processes"]): boolean {
  const [folder = ""] = id.split(".");
  return (own(processes, id) ?? own(processes, folder))?.planned === true;
}
