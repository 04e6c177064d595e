import { schemaAt } from "../../engine/form/write-form";
import type { Json, JsonObject } from "../../engine/json";
import { isVisiblePath, type ReaderRoles } from "../../engine/projection/visibility";
import type { RuleReason } from "../../engine/refusal";
import { explain, type Naming } from "../../engine/rules/explain";
import { redactBecause } from "../../engine/rules/redact-because";
import type { Language, Text } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import type { RuleReasonView } from "../api";
import { legalText } from "./legal-text";
import { showLeaf } from "./view-answers";

export interface ReasonReader {
  workflow: Workflow;
  roles: ReaderRoles;
  today: string;
  /** Where the value at a scope path came from. */
  sourceOf?: SourceOf | undefined;
}

/** Gives in words where the value at a scope path came from; undefined where nobody wrote it down. */
export type SourceOf = (path: string) => Text | undefined;

/** Why rules stood in the way, in words, without what the reader may not see. */
export function reasonViews(
  reasons: readonly RuleReason[],
  reader: ReasonReader,
): RuleReasonView[] {
  const { workflow, roles } = reader;
  const naming: Naming = {
    labelOf: (path) => workflow.wordFor(path),
    show: (path, value) => ({
      zh: showAt(path, value, reader, "zh"),
      en: showAt(path, value, reader, "en"),
    }),
  };
  return reasons.map((reason) => {
    const seen = redactBecause(reason.because, (path) => isVisiblePath(workflow, path, roles));
    const legal = legalText(workflow, reason.legal === undefined ? {} : { legal: reason.legal });
    return {
      title: reason.title,
      clauses: explain(seen, naming).map(({ about, ...clause }) => {
        const from = about === undefined ? undefined : reader.sourceOf?.(about);
        return { ...clause, ...(from === undefined ? {} : { from }) };
      }),
      ...(legal === undefined ? {} : { legal }),
    };
  });
}

function showAt(path: string, value: Json, reader: ReasonReader, language: Language): string {
  const { workflow, today } = reader;
  const schema = schemaOf(workflow, path);
  return showLeaf(schema, value, { workflow, language, roles: null, today });
}

/** What describes the value at a scope path: the data schema, a parameter's schema, a fact's type. */
function schemaOf(workflow: Workflow, path: string): JsonObject {
  const [root, ...rest] = path.replaceAll("[*]", ".*").split(".");
  const name = rest.join(".");
  if (root === "data") return schemaAt(workflow.document.data, name) ?? {};
  if (root === "params") return workflow.source.parameters?.[name]?.schema ?? {};
  const type = root === "facts" ? workflow.source.facts?.[name]?.type : undefined;
  return type === "date" || path === "case.today" ? { format: "date" } : {};
}
