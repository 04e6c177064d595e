import { problem, type LocatedProblem } from "../engine/check/problem";
import type { VillageKinds } from "../engine/check/check-model";
import { isObject, own, type Json, type JsonObject } from "../engine/json";
import type { ModelSource } from "../engine/model/model-source";
import type { PackageFolder } from "./package-folder";
import { SHIPPED_COMMON } from "./platform-schemas";

/** Where models live, beside the packages. */
export const MODELS_FOLDER = "workflows/models";

/** A model as it stands in its folder: read, not checked (`checkModel` vouches for its parts). */
export interface LoadedModel {
  id: string;
  /** The model's file, relative to the folder of packages. */
  file: string;
  source: ModelSource;
  /** Stories across packages. */
  stories: { file: string; story: JsonObject }[];
}

export interface LoadedModels {
  models: LoadedModel[];
  /** Each with the model's id. */
  problems: (LocatedProblem & { model: string })[];
}

const PARTS = ["model.json", "scenarios/", "README.md"];

/** Reads `workflows/models/<id>/`. What cannot be read is a problem, never an exception. */
export async function loadModels(folder: PackageFolder): Promise<LoadedModels> {
  const models: LoadedModel[] = [];
  const problems: LoadedModels["problems"] = [];
  for (const entry of (await folder.list(MODELS_FOLDER)) ?? []) {
    const model = entry.replace(/\/$/, "");
    if (entry === model) {
      problems.push({ ...unexpected(MODELS_FOLDER, entry), model: "" });
      continue;
    }
    const loaded = await loadModel(folder, model);
    problems.push(...loaded.problems.map((found) => ({ ...found, model })));
    if (loaded.model !== undefined) models.push(loaded.model);
  }
  return { models, problems };
}

async function loadModel(
  folder: PackageFolder,
  id: string,
): Promise<{ model?: LoadedModel; problems: LocatedProblem[] }> {
  const base = `${MODELS_FOLDER}/${id}`;
  const file = `${base}/model.json`;
  const entries = (await folder.list(base)) ?? [];
  const problems = entries
    .filter((entry) => !PARTS.includes(entry))
    .map((entry) => unexpected(base, entry));
  if (!entries.includes("README.md")) {
    problems.push({ ...problem("check/no-readme", "", { folder: id }), file: base });
  }
  const stories = await readStories(folder, base, problems);
  const source = await readObject(folder, file, problems);
  if (source === undefined) return { problems };
  const { $schema: _aid, ...content } = source;
  if (own(content, "id") !== id) {
    const params = { id: own(content, "id") ?? null, expected: id };
    problems.push({ ...problem("check/id-and-folder", "/id", params), file });
  }
  return { model: { id, file, source: content as unknown as ModelSource, stories }, problems };
}

async function readStories(
  folder: PackageFolder,
  base: string,
  problems: LocatedProblem[],
): Promise<LoadedModel["stories"]> {
  const stories: LoadedModel["stories"] = [];
  for (const entry of (await folder.list(`${base}/scenarios`)) ?? []) {
    const file = `${base}/scenarios/${entry}`;
    const story = await readObject(folder, file, problems);
    if (story !== undefined) stories.push({ file, story });
  }
  return stories;
}

async function readObject(
  folder: PackageFolder,
  file: string,
  problems: LocatedProblem[],
): Promise<JsonObject | undefined> {
  const read = await folder.readJson(file);
  if (read.ok && isObject(read.value)) return read.value;
  if (read.ok) problems.push({ ...problem("check/wrong-type", "", { expected: "object" }), file });
  else problems.push(...read.problems);
  return undefined;
}

function unexpected(base: string, name: string): LocatedProblem {
  return { ...problem("check/unexpected-file", "", { name }), file: `${base}/${name}` };
}

/** The folder's kinds of village, or the shipped ones; entries without a title are left out. */
export async function loadVillageKinds(folder: PackageFolder): Promise<VillageKinds> {
  const file = "schemas/common/village-kinds.json";
  const common = (await folder.list("schemas/common")) ?? [];
  const read = common.includes("village-kinds.json") ? await folder.readJson(file) : undefined;
  const found: Json = read?.ok === true ? read.value : (SHIPPED_COMMON[file] ?? {});
  return Object.fromEntries(
    Object.entries(isObject(found) ? found : {}).flatMap(([id, entry]) => {
      const title = isObject(entry) ? own(entry, "title") : undefined;
      const isText = isObject(title) && typeof title["zh"] === "string";
      return isText ? [[id, { title: title as { zh: string; en?: string } }]] : [];
    }),
  );
}
