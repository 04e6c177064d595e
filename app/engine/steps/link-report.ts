import type { HistoryEntry } from "../case";
import type { LinkCommand } from "../command";
import { fold } from "../fold";
import { leavesOf } from "../machine/state-value";
import type { Workflow } from "../workflow";
import { pick } from "./crossing";
import { statesReported } from "./link-step";

/**
 * What the last of a child's steps has to say to its parent: that it ended, was taken up again, or came to a state
 * that the parent waits for; null where that is nothing. `workflow` is the parent's.
 */
export function linkReport(
  history: readonly HistoryEntry[],
  { workflow, link, child }: { workflow: Workflow; link: string; child: string },
): Omit<LinkCommand, "id" | "expectedSeq"> | null {
  const [before, entry] = [history.at(-2), history.at(-1)];
  if (entry === undefined) return null;
  const { outcome } = entry;
  const isOpen = outcome.status === "open";
  const awaited = statesReported(workflow, link);
  const arrived = outcome.arrived
    .map((path) => path.split(".").at(-1) ?? path)
    .filter((name) => awaited.has(name));
  const isTakenUp = isOpen && before !== undefined && before.outcome.status !== "open";
  if (isOpen && arrived.length === 0 && !isTakenUp) return null;
  const matter = fold(history);
  return {
    ...{ type: "link", child, arrived },
    state: leavesOf(outcome.state).join(" "),
    // A child that was withdrawn or voided stopped without a result.
    end: isOpen ? null : (outcome.end ?? "abandoned"),
    number: matter.number,
    exported: pick(matter.data, workflow.source.links?.[link]?.report ?? []),
    occurredAt: entry.command.occurredAt,
  };
}
