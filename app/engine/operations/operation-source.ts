import type { RoleId } from "../person";

/** What people can do with a task or about a matter beside its steps and moves. */
export const OPERATIONS = [
  ...(["claim", "release", "handOver", "takeOver", "lend", "giveBack"] as const),
  ...(["addBefore", "addAfter", "addBeside", "drop", "appoint"] as const),
] as const;

export type OperationName = (typeof OPERATIONS)[number];

/** What a package allows, by name. What it does not name is not there. */
export type AllowedName = Exclude<OperationName, "release" | "giveBack"> | "chooseNext";

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
}

export type OperationsSource = Partial<Record<AllowedName, OperationSource>>;

/** The inverse of an operation comes with it: who may claim may release. */
const COMES_WITH: Partial<Record<OperationName, AllowedName>> = {
  release: "claim",
  giveBack: "lend",
};

/** The name under which a package allows an operation. */
export function allowedAs(operation: OperationName): AllowedName {
  return COMES_WITH[operation] ?? (operation as AllowedName);
}
