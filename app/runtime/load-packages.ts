import { problem, type LocatedProblem } from "../engine/check/problem";
import type { Roles } from "../engine/check/roles";
import type { ErrorCode } from "../engine/errors";
import { isObject, own, type JsonObject } from "../engine/json";
import type { DefinitionDocument } from "../engine/workflow-source";
import type { VillageKinds } from "../engine/check/check-model";
import { assembleDocument } from "./assemble-document";
import { loadModels, loadVillageKinds, type LoadedModel } from "./load-models";
import { openPackageFolder, type JsonFile, type PackageFolder } from "./package-folder";
import { loadRoles, readSchemas } from "./read-schemas";
import type { SourceMap } from "./source-map";
import { listOfNames } from "../engine/text";

/**
 * A package as it stands in its folder: read, put together, not checked. Its parts have the types of a
 * sound package, which `checkPackage` vouches for; compile nothing that has errors.
 */
export interface LoadedPackage {
  id: string;
  version: string;
  document: DefinitionDocument;
  scenarios: { file: string; scenario: JsonObject }[];
  variants: { file: string; variant: JsonObject }[];
  /** Ids of the folder's variants of which the file, or the id in it, is reported already. */
  reportedVariants: ReadonlySet<string>;
  /** Leads from a pointer in the document back to its file. */
  sources: SourceMap;
  hasReadme: boolean;
}

/** A fault met while reading, with the package or `models/<id>` it belongs to (null: the folder as a whole). */
export interface LoadProblem extends LocatedProblem {
  package: string | null;
}

export interface LoadedPackages {
  packages: LoadedPackage[];
  problems: LoadProblem[];
  roles: Roles;
  /** Models of the folder; none where only some packages were asked for. */
  models: LoadedModel[];
  kinds: VillageKinds;
}

const PARTS = ["scenarios/", "variants/", "papers/", "workflow.json"];

/**
 * Reads packages from a folder laid out as the repository (`workflows/`, `schemas/`). `ids` limits it to
 * these packages. A folder may hold several machines: `workflow.json` has the folder's name as its id,
 * `<name>.workflow.json` the id `<folder>.<name>`. What cannot be read is a problem, never an exception;
 * a package with such problems is left out.
 */
export async function loadPackages(ask: {
  dir: string;
  ids?: readonly string[];
}): Promise<LoadedPackages> {
  const folder = openPackageFolder(ask.dir);
  const { roles, problems: roleProblems } = await loadRoles(folder);
  const problems: LoadProblem[] = roleProblems.map((found) => ({ ...found, package: null }));
  const packages: LoadedPackage[] = [];

  const { models, problems: ofModels } =
    ask.ids === undefined ? await loadModels(folder) : { models: [], problems: [] };
  for (const { model, ...found } of ofModels) {
    problems.push({ ...found, package: model === "" ? null : `models/${model}` });
  }
  const rest = { roles, models, kinds: await loadVillageKinds(folder) };

  const entries = await folder.list("workflows");
  if (entries === undefined) {
    const found = problem("check/no-packages-folder", "", { dir: ask.dir });
    return { packages, problems: [...problems, { ...found, file: "", package: null }], ...rest };
  }
  const names = entries.filter((entry) => entry.endsWith("/")).map((entry) => entry.slice(0, -1));
  for (const name of names.filter((known) => known !== "models")) {
    if (ask.ids !== undefined && !ask.ids.some((id) => id.split(".")[0] === name)) continue;
    const loaded = await loadFolder(folder, name);
    packages.push(...loaded.packages);
    problems.push(...loaded.problems);
  }
  for (const id of ask.ids ?? []) {
    const isKnown =
      packages.some((one) => one.id === id) || problems.some((found) => found.package === id);
    if (isKnown) continue;
    const found = problem("check/unknown-package", "", { id, known: listOfNames(names) });
    problems.push({ ...found, file: "workflows", package: id });
  }
  const wanted = (id: string | null): boolean =>
    id === null || ask.ids === undefined || ask.ids.includes(id);
  return {
    packages: packages.filter((one) => wanted(one.id)),
    problems: problems.filter((found) => wanted(found.package)),
    ...rest,
  };
}

/** One package's folder while it is read. */
interface FolderReading {
  folder: PackageFolder;
  name: string;
  /** Ids of all its machines, those that could not be read included. */
  ids: Set<string>;
  packages: Map<string, LoadedPackage>;
  papers: Map<string, JsonFile>;
  reportedVariants: Set<string>;
  problems: LoadProblem[];
}

async function loadFolder(
  folder: PackageFolder,
  name: string,
): Promise<{ packages: LoadedPackage[]; problems: LoadProblem[] }> {
  const base = `workflows/${name}`;
  const entries = (await folder.list(base)) ?? [];
  const reading: FolderReading = {
    ...{ folder, name, ids: new Set(), packages: new Map(), papers: new Map(), problems: [] },
    reportedVariants: new Set(),
  };

  for (const entry of entries) {
    if (PARTS.includes(entry) || entry.endsWith(".workflow.json") || entry.endsWith(".md"))
      continue;
    note(reading, "check/unexpected-file", { file: `${base}/${entry}`, params: { name: entry } });
  }
  const machines = entries.filter((entry) => /^(.+\.)?workflow\.json$/.test(entry));
  const hasReadme = entries.includes("README.md");
  if (machines.length === 0) noteNoWorkflow(reading);
  if (!hasReadme) note(reading, "check/no-readme", { file: base, params: { folder: name } });
  await readPapers(reading);

  for (const machine of machines) {
    const suffix = machine.replace(/\.?workflow\.json$/, "");
    const id = suffix === "" ? name : `${name}.${suffix}`;
    reading.ids.add(id);
    const loaded = await loadMachine(reading, { id, file: `${base}/${machine}` });
    reading.problems.push(...loaded.problems.map((found) => ({ ...found, package: id })));
    const { document, sources } = loaded;
    if (document === undefined) continue;
    const { version } = document.workflow;
    const { reportedVariants } = reading;
    const beside = { scenarios: [], variants: [], reportedVariants, hasReadme };
    reading.packages.set(id, { id, version, document, sources, ...beside });
  }
  await addScenarios(reading);
  await addVariants(reading);
  addUnofferedPapers(reading, reading.packages.size === reading.ids.size);
  return { packages: [...reading.packages.values()], problems: reading.problems };
}

function note(
  reading: FolderReading,
  code: ErrorCode,
  what: { file: string; params: JsonObject },
): void {
  const found = problem(code, "", what.params);
  reading.problems.push({ ...found, file: what.file, package: reading.name });
}

/** Said once, of the folder: what would belong to its main machine need not miss it again. */
function noteNoWorkflow(reading: FolderReading): void {
  const { ids, name } = reading;
  note(reading, "check/no-workflow", { file: `workflows/${name}`, params: { folder: name } });
  ids.add(name);
}

/** Whether something may belong to this machine of the folder, though perhaps that cannot be read. */
function isMachine(reading: FolderReading, id: string): boolean {
  if (id === reading.name && !reading.ids.has(id)) noteNoWorkflow(reading);
  return reading.ids.has(id);
}

async function readPapers({ folder, name, papers }: FolderReading): Promise<void> {
  for (const entry of (await folder.list(`workflows/${name}/papers`)) ?? []) {
    const file = `workflows/${name}/papers/${entry}`;
    papers.set(file, await folder.readJson(file));
  }
}

async function addScenarios(reading: FolderReading): Promise<void> {
  const { folder, name, packages } = reading;
  for (const entry of (await folder.list(`workflows/${name}/scenarios`)) ?? []) {
    const file = `workflows/${name}/scenarios/${entry}`;
    const scenario = await readObject(reading, file);
    if (scenario === undefined) continue;
    const id = own(scenario, "workflow") ?? name;
    const owner = typeof id === "string" ? packages.get(id) : undefined;
    if (owner !== undefined) owner.scenarios.push({ file, scenario });
    else if (!isMachine(reading, String(id))) {
      note(reading, "check/scenario-workflow", { file, params: { id } });
    }
  }
}

async function addVariants(reading: FolderReading): Promise<void> {
  const { folder, name, packages, reportedVariants } = reading;
  for (const entry of (await folder.list(`workflows/${name}/variants`)) ?? []) {
    const file = `workflows/${name}/variants/${entry}`;
    if (!entry.endsWith("/")) {
      note(reading, "check/unexpected-file", { file, params: { name: entry } });
      continue;
    }
    const variantFile = `${file}variant.json`;
    const variant = await readObject(reading, variantFile);
    const expected = entry.slice(0, -1);
    const id = variant && own(variant, "id");
    if (id !== expected) reportedVariants.add(expected);
    if (variant === undefined) continue;
    // Where it does not say whose it is, or its own id, its shape is reported with the main machine.
    const parent = own(variant, "parent") ?? name;
    if (typeof id === "string" && id !== expected) {
      note(reading, "check/id-and-folder", { file: variantFile, params: { id, expected } });
    }
    const [ownerId = ""] = String(parent).split("/");
    const owner = packages.get(ownerId);
    if (owner !== undefined) owner.variants.push({ file: variantFile, variant });
    else if (!isMachine(reading, ownerId)) {
      note(reading, "check/variant-parent", { file: variantFile, params: { parent } });
    }
  }
}

/** Papers that no machine prints: with a warning where all could be asked, and what is wrong with their files. */
function addUnofferedPapers(reading: FolderReading, areAllRead: boolean): void {
  const { name, packages, papers, problems } = reading;
  const offered = [...packages.values()].flatMap((one) => Object.keys(one.document.papers));
  for (const [file, read] of papers) {
    const paper = file.slice(file.lastIndexOf("/") + 1).replace(/\.json$/, "");
    if (offered.includes(paper) || problems.some((found) => found.file === file)) continue;
    if (areAllRead) note(reading, "check/paper-without-offer", { file, params: { name: paper } });
    if (!read.ok) problems.push(...read.problems.map((found) => ({ ...found, package: name })));
  }
}

async function loadMachine(
  { folder, papers }: FolderReading,
  place: { id: string; file: string },
): Promise<{ document?: DefinitionDocument; sources: SourceMap; problems: LocatedProblem[] }> {
  const workflow = await folder.readJson(place.file);
  const schemas = await readSchemas(folder, place.id);
  const problems = [...(workflow.ok ? [] : workflow.problems), ...schemas.problems];
  return assembleDocument({
    id: place.id,
    workflow: { file: place.file, content: workflow.ok ? workflow.value : undefined },
    schemas: schemas.files,
    papers,
    problems,
  });
}

async function readObject(reading: FolderReading, file: string): Promise<JsonObject | undefined> {
  const read = await reading.folder.readJson(file);
  if (read.ok && isObject(read.value)) return read.value;
  if (read.ok) note(reading, "check/wrong-type", { file, params: { expected: "object" } });
  else
    reading.problems.push(...read.problems.map((found) => ({ ...found, package: reading.name })));
  return undefined;
}
