import { pointerTo } from "../json-pointer";
import { offsetUnitOf } from "../time/offset-unit";
import type { Check } from "./check-context";
import { liesBeforeBeginning } from "./deadline-reach";
import { mayOutlast, statesWith } from "./deadline-states";
import { problem, type Problem } from "./problem";

/** Every reminder can go out: its deadline is a state's, has begun by then, and has not moved the matter on. */
export const checkReminders: Check = (document, { graph }) => {
  const { workflow } = document;
  const definition = { document, graph };
  return Object.entries(workflow.deadlines ?? {}).flatMap(([name, deadline]) =>
    (deadline.remind ?? []).flatMap((offset, i): Problem[] => {
      const pointer = pointerTo("/workflow/deadlines", name, "remind", i);
      if (statesWith(name, definition).length === 0)
        return [problem("check/reminder-unheard", pointer, { name })];
      if (liesBeforeBeginning(offset, deadline, workflow)) {
        const { unit } = deadline;
        const said = { name, unit, offset: -offset, offsetUnit: offsetUnitOf(deadline) };
        return [problem("check/reminder-early", pointer, said)];
      }
      // In days the reminder of the last day goes out in its morning; in hours it would meet the end itself.
      const isAfter = offset >= (offsetUnitOf(deadline) === "hour" ? 0 : 1);
      return isAfter && !mayOutlast(name, definition)
        ? [problem("check/reminder-late", pointer, { name })]
        : [];
    }),
  );
};
