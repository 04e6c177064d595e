import { whyAvoid } from "../../engine/avoid";
import type { Case, Task } from "../../engine/case";
import type { Person } from "../../engine/person";
import { say } from "../../engine/text";
import { dayOf, showDay } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import { listHeldTasks } from "../../storage/held-tasks";
import type { CaseParts } from "../cases/case-parts";
import { chiefAt } from "./handover-people";

/** One matter of a list, as it is frozen: no names of parties, its content is read in the matter. */
export interface OpenMatter {
  matter: Case;
  tasks: Task[];
  workflow: Workflow;
  number: string;
  kind: string;
  place: string;
  what: string;
  due: string;
  /** Who is to take it must stand back (回避). */
  recused: boolean;
}

/** What is about people and not about a village's matters: it ends or moves by itself. */
const OWN_AFFAIRS = /^(staff-move|duty-rotation)(\.|$)/;

/** Everything open that is with a person, soonest due first; `taker` decides on 回避. */
export async function readOpenList(
  parts: CaseParts,
  { giver, taker }: { giver: string; taker?: Person | undefined },
): Promise<OpenMatter[]> {
  const held = await listHeldTasks(parts.database, giver);
  const ids = [...new Set(held.map(({ caseId }) => caseId))];
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const found: OpenMatter[] = [];
  for (const matter of cases.values()) {
    if (OWN_AFFAIRS.test(matter.workflow)) continue;
    const workflow = await parts.definitions.get(matter.hash);
    const tasks = matter.tasks.filter(({ assignee }) => assignee === giver);
    found.push(toOpenMatter({ matter, workflow, tasks, taker }));
  }
  const dueOf = ({ tasks }: OpenMatter): number =>
    Math.min(...tasks.map(({ dueAt }) => dueAt ?? Number.MAX_SAFE_INTEGER));
  return found.sort((a, b) => dueOf(a) - dueOf(b) || (a.number < b.number ? -1 : 1));
}

function toOpenMatter(ask: {
  matter: Case;
  workflow: Workflow;
  tasks: Task[];
  taker: Person | undefined;
}): OpenMatter {
  const { matter, workflow, tasks, taker } = ask;
  const titles = tasks.flatMap(({ path }) => workflow.machine.states.get(path)?.meta?.title ?? []);
  const [soonest] = [...tasks].sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
  const due = soonest?.dueDay ?? (soonest?.dueAt == null ? null : dayOf(soonest.dueAt));
  const recused =
    taker !== undefined &&
    tasks.some(({ path }) => whyAvoid({ workflow, data: matter.data }, path, taker) !== null);
  return {
    ...{ matter, workflow, tasks, recused },
    number: matter.number ?? "未编号",
    kind: say(workflow.source.title, "zh"),
    place: matter.place.name,
    what: [...new Set(titles.map((title) => say(title, "zh")))].join("、"),
    due: due === null ? "没有期限" : showDay(due, "zh"),
  };
}

/** Who gets a listed matter: the taker, or the chief of its place. */
export function receiverOf(
  parts: Pick<CaseParts, "directory" | "now">,
  ask: { matter: Case; to: string; taker: Person | undefined },
): Person | undefined {
  const { matter, to, taker } = ask;
  if (to !== "chief") return taker;
  const where = { place: matter.place.code, owner: matter.owner.id, now: parts.now() };
  return chiefAt(parts.directory(), where);
}
