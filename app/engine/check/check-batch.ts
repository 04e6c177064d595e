import { parseInto } from "../form/write-form";
import { pointerTo } from "../json-pointer";
import { MAY_BATCH } from "../operations/batch";
import type { Check } from "./check-context";
import { problem, type Problem } from "./problem";
import type { StateNode } from "./state-graph";
import type { DefinitionDocument } from "../workflow-source";

/**
 * What may be done to several matters at once (批量): never what is decided about a person, nothing whose answers are
 * different for each matter, and no operation that has to be looked at alone.
 */
export const checkBatch: Check = (document, { graph }) => [
  ...graph.nodes.flatMap((node) => [...checkEvents(node, document), ...checkDecision(node)]),
  ...Object.entries(document.workflow.operations ?? {}).flatMap(([name, { batch }]) =>
    batch === true && !MAY_BATCH.has(name)
      ? [
          problem("check/batch-operation", pointerTo("/workflow/operations", name, "batch"), {
            name,
          }),
        ]
      : [],
  ),
];

function checkEvents(node: StateNode, { forms }: DefinitionDocument): Problem[] {
  return Object.entries(node.source.meta?.events ?? {}).flatMap(([event, meta]) => {
    if (meta.batch !== true) return [];
    const pointer = pointerTo(node.pointer, "meta", "events", event, "batch");
    const into = meta.form === undefined ? undefined : forms[meta.form]?.into;
    return [
      ...(meta.about === "person" ? [problem("check/batch-person", pointer, { name: event })] : []),
      ...(into !== undefined && parseInto(into).kind === "each"
        ? [problem("check/batch-items", pointer, { name: event })]
        : []),
    ];
  });
}

function checkDecision({ source, pointer, name }: StateNode): Problem[] {
  const decision = source.meta?.decision;
  if (decision?.batch !== true) return [];
  const at = pointerTo(pointer, "meta", "decision", "batch");
  return [
    ...(decision.about === "person" ? [problem("check/batch-person", at, { name })] : []),
    ...(decision.paper === undefined ? [] : [problem("check/batch-paper", at, { name })]),
  ];
}
