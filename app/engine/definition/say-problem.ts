import { toCounty, type Problem } from "../check/problem";
import { namePart } from "./name-part";
import type { Text } from "../text";
import type { DefinitionDocument } from "../workflow-source";

/** A problem as a county reads it, with the name of its place: 期限“调解期限”：…. */
export function sayProblem(found: Problem, document: DefinitionDocument): Text {
  const place = namePart(document, found.pointer);
  const { zh, en } = toCounty(found).message;
  return { zh: `${place.zh}：${zh}`, en: `${place.en ?? place.zh}: ${en ?? zh}` };
}

/** How many problems there are, and the first of them, as messages of the catalogue take them. */
export function firstOf(
  problems: readonly Problem[],
  document: DefinitionDocument,
): { count: number; first: Text } {
  const [first] = problems;
  return {
    count: problems.length,
    first: first === undefined ? { zh: "—" } : sayProblem(first, document),
  };
}
