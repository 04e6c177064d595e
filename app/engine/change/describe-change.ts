import type { Json } from "../json";
import { keysOf } from "../json-pointer";
import { memberAt, type PatchOperation } from "../variant/patch";
import { toKeyed } from "../variant/keyed-view";
import type { DefinitionDocument } from "../workflow-source";
import { parameterName, sayValue, unitOf } from "./parameter-words";
import type { SentencePart } from "./say-change";

/** One thing that a patch changes, as a sentence. */
export interface DescribedChange {
  /** What sort of thing it is about. */
  kind: "parameter" | "other";
  /** Its name in the definition: a parameter's, a rule's, a state's. */
  name: string;
  sentence: SentencePart[];
}

/** Everything that a patch makes of a definition, in sentences that a county official reads. Pure. */
export function describeChange(
  before: DefinitionDocument,
  patch: readonly PatchOperation[],
): DescribedChange[] {
  const view = toKeyed(before as unknown as Json);
  const changes = patch.filter((operation) => operation.op !== "test");
  return changes.map((operation) => describeOne(before, view, operation));
}

function describeOne(
  before: DefinitionDocument,
  view: Json,
  operation: PatchOperation,
): DescribedChange {
  const keys = keysOf(operation.path) ?? [];
  const [, area = "", name = "", part] = keys;
  if (area === "parameters" && part === "value" && operation.op === "replace") {
    const from = memberAt(view, keys) ?? null;
    return {
      kind: "parameter",
      name,
      sentence: sayParameter(before, name, [from, operation.value]),
    };
  }
  const text = {
    zh: `“${keys.slice(1).join("·")}”改了。`,
    en: `${keys.slice(1).join(" · ")} changed.`,
  };
  return { kind: "other", name, sentence: [{ text }] };
}

function sayParameter(
  { workflow }: DefinitionDocument,
  name: string,
  [from, to]: [Json, Json],
): SentencePart[] {
  const parameter = workflow.parameters?.[name];
  if (parameter === undefined) return [];
  const unit = unitOf(workflow, name);
  const title = parameterName(parameter);
  return [
    { text: { zh: `${title.zh}，由 `, en: `${title.en ?? title.zh}: from ` } },
    { text: sayValue(parameter.schema, from, unit), mark: "old" },
    { text: { zh: "改为 ", en: " to " } },
    { text: sayValue(parameter.schema, to, unit), mark: "new" },
    { text: { zh: "。", en: "." } },
  ];
}
