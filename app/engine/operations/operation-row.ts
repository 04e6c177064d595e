import type { Text } from "../text";
import type { OperationName } from "./operation-source";

/** Everything that is fixed about an operation, whatever the package. `docs/operations.md` says the same. */
export interface OperationRow {
  kind: "slot" | "reader" | "reminder" | "move";
  title: Text;
  /** Who may. */
  who: Text;
  /** In which states. */
  states: Text;
  /** What those who act beside see. */
  siblings: Text;
  /** What clocks do. */
  timers: Text;
  /** Whose list of what was done it is on. */
  done: Text;
  reason: "needed" | "optional" | "none";
  /** The line of the history: `{by}`, `{to}`, `{state}`, `{holder}` are filled in. */
  history: Text;
  /** What happens then, as the page says it before it is done. */
  then: Text;
  /** The operation that undoes it, or how it is undone. */
  inverse: OperationName | Text;
}

/* Words that several rows share. */
export const SAME_SIBLINGS: Text = { zh: "不变", en: "unchanged" };
export const RUN_ON: Text = { zh: "照走", en: "run on" };
export const BY_WHO_DID: Text = { zh: "经手人", en: "whoever did it" };
export const HOLDER: Text = {
  zh: "在办人；没人在办的，这一步的角色；over 里的角色",
  en: "whoever holds it; where nobody does, the step's roles; roles in over",
};
export const WITH_TASK: Text = { zh: "有待办的环节", en: "states with a task" };
export const SIGNING: Text = { zh: "会签环节", en: "states where people decide together" };

export const OPEN: Text = { zh: "在办", en: "open matters" };
export const ROLES: Text = { zh: "roles 里的角色", en: "roles in roles" };
export const ALL_STOP: Text = { zh: "都停", en: "all stop" };
