import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { mayLieUnowned } from "./deadline-states";
import type { Check } from "./check-context";
import { problem } from "./problem";

/**
 * How long a task may be nobody's: on a clock that starts when it is left so, that somebody is told of, that no state
 * has for itself, and that claiming stops.
 */
export const checkUnowned: Check = ({ workflow }, { graph }) => {
  const { unowned, deadlines = {}, operations = {} } = workflow;
  const source = unowned && own(deadlines, unowned.deadline);
  if (unowned === undefined || source === undefined) return [];
  const name = unowned.deadline;
  const at = pointerTo("/workflow/deadlines", name);
  const shared = graph.nodes.filter(
    (node) => node.source.meta?.due === name || own(node.source.after ?? {}, name) !== undefined,
  );
  const isTaken = operations.claim !== undefined;
  const isAnywhere = graph.nodes.some((node) => mayLieUnowned(node, unowned));
  return [
    ...(source.from === "entry"
      ? []
      : [problem("check/unowned-from", pointerTo(at, "from"), { name })]),
    ...((source.ladder ?? []).length > 0 ? [] : [problem("check/unowned-untold", at, { name })]),
    ...shared.map((node) =>
      problem("check/unowned-shared", node.pointer, { name, state: node.name }),
    ),
    ...(isTaken ? [] : [problem("check/unowned-unclaimed", "/workflow/unowned", { name })]),
    ...(isAnywhere ? [] : [problem("check/unowned-nowhere", "/workflow/unowned", { name })]),
  ];
};
