import { isInForce, type Assignment, type Person } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { DeadlineUnit, Instant } from "../../engine/time/types";
import { lineage } from "../../engine/machine/state-index";
import { calendarOf, type Workflow } from "../../engine/workflow";
import { countCases } from "../../storage/case-briefs";
import {
  countMatters,
  listMatters,
  MOST_COUNTED,
  type WorklistQuery,
} from "../../storage/worklist";
import type { MatterRow, WaitingTask } from "../../storage/worklist-rows";
import type { DueChip, QueueName, Worklist, WorklistRow } from "../api";
import { withNotes } from "../operations/row-notes";
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
  const counts = {
    mine: await countMatters(parts.database, queries.mine),
    unit: await countMatters(parts.database, queries.unit),
    overdue: await countMatters(parts.database, queries.overdue),
    all: await countCases(parts.database, {
      units: held.map(({ unit }) => unit.id),
      status: "open",
      most: MOST_COUNTED,
    }),
  };
  const queues = (["mine", "unit", "overdue", "all"] as const).map((name) => ({
    name,
    title: TITLES[name],
    count: counts[name],
    orMore: counts[name] === MOST_COUNTED,
  }));
  if (ask.queue === "all") {
    const page = await readAllCases(parts, { person, held, now, after: ask.after, limit: PAGE });
    return { queues, queue: "all", ...page, rows: await withNotes(parts, person, page.rows) };
  }

  const page = { ...queries[ask.queue], after: ask.after, limit: PAGE };
  const { rows, next } = await listMatters(parts.database, page);
  const shown: WorklistRow[] = [];
  for (const row of rows) shown.push(await matterView(parts, row, now));
  return { queues, queue: ask.queue, rows: await withNotes(parts, person, shown), next };
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

async function matterView(parts: CaseParts, row: MatterRow, now: Instant): Promise<WorklistRow> {
  const workflow = await parts.definitions.get(row.hash);
  const { tasks } = row;
  return {
    caseId: row.caseId,
    number: row.number,
    title: row.title,
    placeName: row.placeName,
    stateTitles: statesOf(workflow, tasks),
    assigneeNames: assigneesOf(parts, tasks),
    due: soonestChip(workflow, tasks, { now, paused: row.paused }),
  };
}

/** Titles of the states in which these tasks wait, each once. */
function statesOf(workflow: Workflow, tasks: readonly WaitingTask[]): Text[] {
  const paths = [...new Set(tasks.map(({ path }) => path))];
  const titles = paths.flatMap((path) => workflow.machine.states.get(path)?.meta?.title ?? []);
  return titles.length > 0 ? titles : [workflow.source.title];
}

/** Whom these tasks are with, each person once; empty where anybody of the unit may take them. */
export function assigneesOf(
  parts: CaseParts,
  tasks: readonly { assignee: string | null }[],
): string[] {
  const directory = parts.directory();
  const users = [...new Set(tasks.flatMap(({ assignee }) => assignee ?? []))];
  return users.flatMap((user) => directory.findUser(user)?.name ?? []);
}

/** The chip of the first of these tasks; they are sorted by due date. */
export function soonestChip(
  workflow: Workflow,
  tasks: readonly WaitingTask[],
  { now, paused }: { now: Instant; paused: boolean },
): DueChip {
  const [first = { path: "", dueAt: null, dueDay: null, provisional: false }] = tasks;
  const unit = deadlineUnit(workflow, first.path);
  return taskChip(first, {
    now,
    calendar: calendarOf(workflow),
    paused,
    ...(unit === undefined ? {} : { unit }),
  });
}

/** What a task's chip counts in: the unit of the deadline of its state or of one around it. */
function deadlineUnit(workflow: Workflow, path: string): DeadlineUnit | undefined {
  for (const state of lineage(path)) {
    const info = workflow.machine.states.get(state);
    const [deadline = info?.meta?.due] = Object.keys(info?.source.after ?? {});
    const source = deadline === undefined ? undefined : workflow.source.deadlines?.[deadline];
    if (source !== undefined) return source.unit;
  }
  return undefined;
}
