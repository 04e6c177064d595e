import type { HistoryEntry } from "../../engine/case";
import { SYSTEM } from "../../engine/person";
import type { Workflow } from "../../engine/workflow";
import { entryTitle, whenText } from "./view-history";
import type { SourceOf } from "./view-reasons";

/** Says of a value of the data which step wrote it last, when and by whom: 先问两件事·2026年11月23日 09:20 杨秀兰记. */
export function sourcesIn(workflow: Workflow, history: readonly HistoryEntry[]): SourceOf {
  return (path) => {
    if (!path.startsWith("data.")) return undefined;
    // An item's value came with the last step that wrote to its list.
    const [written = ""] = path.slice("data.".length).split("[*]");
    const entry = history.findLast(({ outcome }) =>
      outcome.writes.some(
        (write) => isWithin(write.path, written) || isWithin(written, write.path),
      ),
    );
    if (entry === undefined) return undefined;
    const title = entryTitle(workflow, entry);
    const when = whenText(entry);
    const by = entry.by.user === SYSTEM.id ? SYSTEM.name : entry.by.name;
    return {
      zh: `${title.zh}·${when.zh} ${by}记`,
      en: `${title.en ?? title.zh} · ${when.en ?? when.zh}, ${by}`,
    };
  };
}

/** Whether the first path is the second or lies within it. */
function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}
