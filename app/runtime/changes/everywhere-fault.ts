import type { Version } from "../../engine/change/proposal";
import { sayProblem } from "../../engine/definition/say-problem";
import { refuse } from "../../engine/errors";
import { isObject, sameJson, type Json } from "../../engine/json";
import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import type { DefinitionDocument } from "../../engine/workflow-source";
import type { Place } from "../people/directory";
import type { Candidate, Ground, Grounds } from "./ground";
import { compiled, faultsOf, type CheckParts } from "./publish-checks";

/** A change in the villages that it would reach. */
export interface Reaching {
  ground: Ground;
  version: Version;
  /** The definition that was judged already; it is not checked again. */
  judged: DefinitionDocument;
}

/**
 * What speaks against a change in any of the villages that it would reach: each definition that they would use is made
 * and checked, whatever variants, models and changes of models lie in it. Refuses `change/not-everywhere` with the
 * villages and the place in the definition, and what keeps the definitions from being found at all.
 */
export function everywhereFault(
  parts: CheckParts & { grounds: Grounds },
  { ground, version, judged }: Reaching,
): Refusal | undefined {
  const candidates = parts.grounds.candidates(ground, version);
  if (!candidates.ok) return candidates.refusal;
  for (const candidate of candidates.value) {
    const first = faultIn(parts, candidate, judged);
    if (first !== undefined)
      return refuse("change/not-everywhere", { villages: namesOf(candidate.villages), first });
  }
  return undefined;
}

/** The first thing that is wrong with what some villages would use, with its place. */
function faultIn(
  parts: CheckParts,
  { made, told }: Candidate,
  judged: DefinitionDocument,
): Text | undefined {
  if (!made.ok) return unfitText(made.refusal);
  const document = made.value;
  if (sameJson(document as unknown as Json, judged as unknown as Json)) return undefined;
  const [fault] = faultsOf(parts, { document, told });
  if (fault !== undefined) return sayProblem(fault, document);
  const ready = compiled(parts, document);
  return "machine" in ready ? undefined : ready.message;
}

/** What does not fit, without what `change/unfit` says of it to those who begin matters. */
function unfitText({ code, message, params }: Refusal): Text {
  const first = params?.["first"];
  const isText = code === "change/unfit" && isObject(first) && typeof first["zh"] === "string";
  return isText ? (first as unknown as Text) : message;
}

/** So many villages are named; the rest are counted. */
const MOST_NAMED = 3;

function namesOf(villages: readonly Place[]): Text {
  const names = villages.slice(0, MOST_NAMED).map(({ name }) => name);
  const rest = villages.length - names.length;
  const more =
    rest === 0 ? { zh: "", en: "" } : { zh: `等 ${villages.length} 个村`, en: ` and ${rest} more` };
  return { zh: `${names.join("、")}${more.zh}`, en: `${names.join(", ")}${more.en}` };
}
