import { isInForce, type Assignment, type Person } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { DeadlineUnit, Instant } from "../../engine/time/types";
import { lineage } from "../../engine/machine/state-index";
import { calendarOf, type Workflow } from "../../engine/workflow";
import { countCases } from "../../storage/case-briefs";
import { countTasks, listTasks, type TaskRow, type WorklistQuery } from "../../storage/worklist";
import type { QueueName, Worklist, WorklistRow } from "../api";
import type { CaseParts, Reader } from "./case-parts";
import { readAllCases } from "./read-all-cases";
import { taskChip } from "./view-due";

const PAGE = 50;

const TITLES: Record<QueueName, Text> = {
  mine: { zh: "我的", en: "Mine" },
  unit: { zh: "本单位", en: "My unit" },
  overdue: { zh: "已超期", en: "Overdue" },
  all: { zh: "全部事项", en: "All matters" },
};

/** One page of what waits for somebody: due first, those without a date last. */
export async function readWorklist(
  parts: CaseParts,
  reader: Reader,
  ask: { queue: QueueName; after: string | null },
): Promise<Worklist> {
  const now = parts.now();
  const { person } = reader;
  const held = person.assignments.filter((assignment) => isInForce(assignment, now));
  const queries = queriesOf(person, held, now);
  const queues: Worklist["queues"] = [];
  for (const name of ["mine", "unit", "overdue"] as const) {
    queues.push({
      name,
      title: TITLES[name],
      count: await countTasks(parts.database, queries[name]),
    });
  }
  const units = held.map(({ unit }) => unit.id);
  const open = await countCases(parts.database, { units, status: "open" });
  queues.push({ name: "all", title: TITLES.all, count: open });
  if (ask.queue === "all") {
    const page = await readAllCases(parts, { person, held, now, after: ask.after, limit: PAGE });
    return { queues, queue: "all", ...page };
  }

  const page = { ...queries[ask.queue], after: ask.after, limit: PAGE };
  const { rows, next } = await listTasks(parts.database, page);
  const shown: WorklistRow[] = [];
  for (const row of rows) shown.push(await taskView(parts, row, now));
  return { queues, queue: ask.queue, rows: shown, next };
}

function queriesOf(
  person: Person,
  held: readonly Assignment[],
  now: Instant,
): Record<Exclude<QueueName, "all">, WorklistQuery> {
  const unit = held.map(({ role, unit: { id } }) => ({ role, unit: id }));
  return {
    mine: { of: { assignee: person.id } },
    unit: { of: { held: unit } },
    overdue: { of: { held: unit }, dueBefore: now + 1 },
  };
}

async function taskView(parts: CaseParts, row: TaskRow, now: Instant): Promise<WorklistRow> {
  const workflow = await parts.definitions.get(row.hash);
  const unit = deadlineUnit(workflow, row.path);
  const state = workflow.machine.states.get(row.path)?.meta?.title;
  return {
    caseId: row.caseId,
    number: row.number,
    title: row.title,
    placeName: row.placeName,
    stateTitle: state ?? workflow.source.title,
    assigneeName: nameOf(parts, row.assignee),
    due: taskChip(row, {
      now,
      calendar: calendarOf(workflow),
      paused: row.paused,
      ...(unit === undefined ? {} : { unit }),
    }),
  };
}

/** The name of an account, or null. */
export function nameOf(parts: CaseParts, user: string | null): string | null {
  return user === null ? null : (parts.directory().findUser(user)?.name ?? null);
}

/** What a task's chip counts in: the unit of the deadline of its state or of one around it. */
export function deadlineUnit(workflow: Workflow, path: string): DeadlineUnit | undefined {
  for (const state of lineage(path)) {
    const info = workflow.machine.states.get(state);
    const [deadline = info?.meta?.due] = Object.keys(info?.source.after ?? {});
    const source = deadline === undefined ? undefined : workflow.source.deadlines?.[deadline];
    if (source !== undefined) return source.unit;
  }
  return undefined;
}
