import type { RoleId } from "../person";

/** What people can do with a task or about a matter beside its steps and moves. */
const ON_TASK = [
  ...(["claim", "release", "handOver", "takeOver", "lend", "giveBack"] as const),
  ...(["addBefore", "addAfter", "addBeside", "drop", "consult"] as const),
];
const ON_MATTER = [
  ...(["appoint", "copy", "circulate", "seen", "comment", "reply"] as const),
  ...(["urge", "supervise", "retrieve", "jump", "confirm", "decline"] as const),
];
export const OPERATIONS = [...ON_TASK, ...ON_MATTER];

export type TaskOperation = (typeof ON_TASK)[number];
export type MatterOperation = (typeof ON_MATTER)[number];
export type OperationName = TaskOperation | MatterOperation;

/** True for what is done about the matter as a whole, not with one task. */
export function isAboutMatter(operation: OperationName): operation is MatterOperation {
  return (ON_MATTER as readonly OperationName[]).includes(operation);
}

/** What comes with another: who may claim may release, and whoever was asked may answer. */
type Following = "release" | "giveBack" | "confirm" | "decline" | "seen" | "reply";

/** What a package allows, by name. What it does not name is not there. */
export type AllowedName = Exclude<OperationName, Following> | "chooseNext";

export interface OperationSource {
  /** Who may do it with what is theirs to take. */
  roles: RoleId[];
  /** Who may do it with what somebody else holds. */
  over?: RoleId[];
  /** The roles of those who may be named; without it whoever may act there, or anybody in scope where none need act. */
  among?: RoleId[];
  /** The states in which it is offered; without it in all. */
  in?: string[];
  except?: string[];
  /** May be done on several matters at once: `MAY_BATCH`. */
  batch?: true;
  /** For `urge`: not again within so many hours (24). */
  everyHours?: number;
}

export type OperationsSource = Partial<Record<AllowedName, OperationSource>>;

const COMES_WITH: Partial<Record<OperationName, AllowedName>> = {
  release: "claim",
  giveBack: "lend",
  confirm: "jump",
  decline: "jump",
};

/** The name under which a package allows an operation; null for what is somebody's because they were asked. */
export function allowedAs(operation: OperationName): AllowedName | null {
  if (operation === "seen" || operation === "reply") return null;
  return COMES_WITH[operation] ?? (operation as AllowedName);
}

/** What a package says of an operation; what is somebody's because they were asked needs no leave. */
export function sourceOf(
  operations: OperationsSource | undefined,
  operation: OperationName,
): OperationSource | undefined {
  const name = allowedAs(operation);
  return name === null ? { roles: [] } : operations?.[name];
}
