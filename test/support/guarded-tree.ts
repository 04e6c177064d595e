import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isObject, type Json, type JsonObject } from "../../app/engine/json";
import { EXAMPLE_TREE, makeExampleTree, type TreeFiles } from "./temp-tree";

/** A JSON file of the example tree. */
export async function exampleFile(file: string): Promise<JsonObject> {
  return JSON.parse(await readFile(join(EXAMPLE_TREE, file), "utf8")) as JsonObject;
}

/** The part of a document at a dotted path; fails where there is none. */
export function partAt(document: JsonObject, path: string): JsonObject {
  let here: Json | undefined = document;
  for (const key of path.split(".")) here = isObject(here) ? here[key] : undefined;
  if (!isObject(here)) throw new Error(`there is no ${path}`);
  return here;
}

const forOfficers = {
  purpose: { zh: "审批", en: "Approval" },
  legal: "lending-3",
  retention: "ordinary",
  visibility: ["officer"],
};

/** The example tree, where only officers see the opinion, the borrower's phone and the deposit. */
export async function makeGuardedTree(files: TreeFiles = {}): Promise<string> {
  const file = "schemas/tool-lending/data.json";
  const data = await exampleFile(file);
  for (const path of [
    "properties.approval.properties.opinion",
    "properties.borrower.properties.phone",
    "properties.deposit",
  ]) {
    partAt(data, path)["privacy"] = forOfficers;
  }
  return makeExampleTree({ [file]: data, ...files });
}
