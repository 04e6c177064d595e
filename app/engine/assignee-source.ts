import type { RoleId } from "./person";

/** With whom a state's task is from the start, as a package says it: `meta.assignee` of a state. */
export interface AssigneeSource {
  /** Whoever the published roster has on duty for the matter's place then, with this role. */
  onDuty: RoleId;
  /** Nobody is on duty: the task stands in the lists of this role, which is told. */
  fallback: RoleId;
}
