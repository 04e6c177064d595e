import { BESIDE_TABLE } from "./beside-table";
import type { OperationRow } from "./operation-row";
import type { OperationName } from "./operation-source";
import { SLOT_TABLE } from "./slot-table";

export { MOVE_TABLE } from "./move-table";
export type { OperationRow } from "./operation-row";

/** What is fixed of every operation, for every package alike. `docs/operations.md` is made from it. */
export const OPERATION_TABLE: Record<OperationName, OperationRow> = {
  ...SLOT_TABLE,
  ...BESIDE_TABLE,
};
