import { pointerTo } from "../json-pointer";
import type { Check } from "./check-context";
import { problem } from "./problem";

/** Rules and deadlines that nothing uses: most often a name that was mistyped where it was meant. */
export const checkUnused: Check = ({ workflow, papers }, { graph }) => {
  const {
    rules = {},
    deadlines = {},
    registers = {},
    papers: offers = {},
    notices = {},
  } = workflow;
  const usedRules = new Set<string | undefined>([
    workflow.startRule,
    ...graph.edges.map((edge) => edge.source.guard),
    ...graph.nodes.flatMap(({ source }) =>
      (source.meta?.decision?.asked ?? []).map(({ when }) => when),
    ),
    ...Object.values(offers).map((offer) => offer.when),
    ...Object.values(registers).flatMap(({ columns }) =>
      Object.values(columns).map((column) => column.withheldWhen),
    ),
    ...Object.values(papers).flatMap((paper) =>
      paper.blocks.map((block) => ("when" in block ? block.when : undefined)),
    ),
  ]);
  const usedDeadlines = new Set<string | undefined>([
    ...graph.edges.filter((edge) => edge.kind === "after").map((edge) => edge.name),
    ...graph.nodes.map((node) => node.source.meta?.due),
    ...Object.values(notices).map((notice) => notice.until),
    workflow.unowned?.deadline,
  ]);
  return [
    ...Object.keys(rules)
      .filter((name) => !usedRules.has(name))
      .map((name) => problem("check/unused", pointerTo("/workflow/rules", name), { name })),
    ...Object.keys(deadlines)
      .filter((name) => !usedDeadlines.has(name))
      .map((name) => problem("check/unused", pointerTo("/workflow/deadlines", name), { name })),
  ];
};
