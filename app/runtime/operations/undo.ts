import type { HistoryEntry } from "../../engine/case";
import { operationLine } from "../../engine/operations/operation-line";
import type { OperationOffer } from "../../engine/operations/operations-for";
import { OPERATION_TABLE } from "../../engine/operations/table";
import type { OperationsView } from "../api";
import { eventMeta } from "../cases/view-history";
import type { OperationReading } from "./operation-reading";

/**
 * The way to take back what the reader did last, where nobody has done anything since, the table has an inverse and
 * it is theirs to do: an operation by its inverse, a step by taking it back (取回). A jump that is asked for and a question
 * are taken back where they stand.
 */
export function undoOf(
  reading: OperationReading,
  last: HistoryEntry | undefined,
): OperationsView["undo"] {
  if (last === undefined || last.by.user !== reading.person.id) return null;
  const { command } = last;
  if (command.type === "event") {
    const offer = reading.operations.find(({ operation }) => operation === "retrieve");
    const done = eventMeta(reading.workflow, command.event)?.label;
    if (offer === undefined || done === undefined) return null;
    return { entry: { key: "retrieve", label: offer.label }, done };
  }
  if (command.type !== "operation") return null;
  const { inverse } = OPERATION_TABLE[command.operation];
  if (typeof inverse !== "string" || inverse === "reply" || inverse === "decline") return null;
  const offers = reading.operations.filter(({ operation }) => operation === inverse);
  const [fitting, second] = offers.filter((offer) => undoes(reading, last, offer));
  if (fitting === undefined) return null;
  const { task } = fitting;
  return {
    done: operationLine(reading.workflow, { ...last, command }),
    entry: {
      key: inverse,
      label: fitting.label,
      ...(task === undefined || second !== undefined ? {} : { task }),
      ...droppedIn(reading, last, fitting),
    },
  };
}

/** True for an offer that is about the very thing that was done. */
function undoes(
  { matter, person }: OperationReading,
  { seq, command }: HistoryEntry,
  { operation, task }: OperationOffer,
): boolean {
  if (command.type !== "operation") return false;
  const taskOf = matter.tasks.find(({ id }) => id === task);
  const signers = matter.decisions?.[taskOf?.path ?? ""]?.signers ?? [];
  if (operation === "addBeside") return signers.some(({ dropped }) => dropped?.seq === seq);
  if (operation !== "drop") return task === command.task;
  const signer = signers.find(({ slot }) => slot === taskOf?.slot);
  const named = signer?.person?.id ?? "";
  return signer?.addedBy?.id === person.id && command.to?.includes(named) === true;
}

/** Whoever was taken off, to be added again. */
function droppedIn(
  { matter }: OperationReading,
  { seq }: HistoryEntry,
  { operation, targets = [] }: OperationOffer,
): { to?: string[] } {
  if (operation !== "addBeside") return {};
  const dropped = Object.values(matter.decisions ?? {})
    .flatMap(({ signers }) => signers)
    .find((one) => one.dropped?.seq === seq)?.person;
  return targets.some(({ id }) => id === dropped?.id) && dropped ? { to: [dropped.id] } : {};
}
