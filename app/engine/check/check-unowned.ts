import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { mayLieUnowned } from "./deadline-states";
import type { Check } from "./check-context";
import { problem } from "./problem";
import { unknownName } from "./unknown-name";

/**
 * How long a task may be nobody's: on a clock that starts when it is left so, that somebody is told of, that no state
 * has for itself, and that claiming stops.
 */
export const checkUnowned: Check = ({ workflow }, { graph }) => {
  const { unowned, deadlines = {}, operations = {} } = workflow;
  if (unowned === undefined) return [];
  const name = unowned.deadline;
  const states = graph.nodes.map((node) => node.name);
  const unknown = (["in", "except"] as const).flatMap((key) =>
    (unowned[key] ?? []).flatMap((state, i) =>
      unknownName(
        "check/unknown-state",
        { pointer: pointerTo("/workflow/unowned", key, i), name: state },
        states,
      ),
    ),
  );
  const source = own(deadlines, name);
  if (source === undefined) {
    const at = { pointer: "/workflow/unowned/deadline", name };
    return [...unknown, ...unknownName("check/unknown-deadline", at, Object.keys(deadlines))];
  }
  const at = pointerTo("/workflow/deadlines", name);
  const shared = graph.nodes.filter(
    (node) => node.source.meta?.due === name || own(node.source.after ?? {}, name) !== undefined,
  );
  const isTaken = operations.claim !== undefined;
  const isAnywhere = graph.nodes.some((node) => mayLieUnowned(node, unowned));
  return [
    ...unknown,
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
