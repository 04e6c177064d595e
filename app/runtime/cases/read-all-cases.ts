import type { Case, CaseStatus } from "../../engine/case";
import { isInScope, type Assignment, type Person } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import { listCases, type CaseBrief } from "../../storage/case-briefs";
import type { DueChip, WorklistRow } from "../api";
import { accessTo } from "./access";
import type { CaseParts } from "./case-parts";
import { assigneesOf, soonestChip } from "./read-worklist";
import { closedChip } from "./view-due";
import { namedLeaves } from "./view-phases";

/** Open matters first, then what came to an end, then what was stopped. */
const STATUSES: readonly CaseStatus[] = ["open", "ended", "withdrawn", "void"];

interface Page {
  person: Person;
  held: readonly Assignment[];
  now: Instant;
  after: string | null;
  limit: number;
}

/** One page of every matter that a person may read, open ones first, newest first. */
export async function readAllCases(
  parts: CaseParts,
  page: Page,
): Promise<{ rows: WorklistRow[]; next: string | null }> {
  const { held, limit } = page;
  const lists = STATUSES.flatMap((status) =>
    held.map((by, i) => ({ status, by, before: held.slice(0, i) })),
  );
  const found: CaseBrief[] = [];
  let { list, after } = parseCursor(page.after);
  for (; list < lists.length && found.length < limit;) {
    const here = lists[list];
    if (here === undefined) break;
    const { status, by } = here;
    const briefs = await listCases(parts.database, { unit: by.unit.id, status, after, limit });
    for (const brief of briefs) {
      after = brief.id;
      if (isFresh(brief, here.before) && mayRead(parts, page, brief)) found.push(brief);
      if (found.length === limit) break;
    }
    if (found.length < limit && briefs.length < limit) {
      list += 1;
      after = null;
    }
  }
  const rows = await toRows(parts, found, page.now);
  return { rows, next: list < lists.length ? `${list}~${after ?? ""}` : null };
}

function parseCursor(cursor: string | null): { list: number; after: string | null } {
  const [, list, after] = /^(\d{1,6})~(.{0,100})$/.exec(cursor ?? "") ?? [];
  return { list: Number(list ?? 0), after: after === undefined || after === "" ? null : after };
}

/** A matter that lies in the scope of two assignments stands in the first one's list only. */
function isFresh(brief: CaseBrief, before: readonly Assignment[]): boolean {
  const where = { place: brief.place.code, owner: brief.owner.id };
  return !before.some((earlier) => isInScope(earlier, where));
}

function mayRead(parts: CaseParts, { person, now }: Page, brief: CaseBrief): boolean {
  const { roles } = parts.definitions;
  return accessTo({ person, matter: brief, roles, now }).to === "read";
}

async function toRows(
  parts: CaseParts,
  briefs: readonly CaseBrief[],
  now: Instant,
): Promise<WorklistRow[]> {
  const ids = briefs.map(({ id }) => id);
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const rows: WorklistRow[] = [];
  for (const brief of briefs) {
    const workflow = await parts.definitions.get(brief.hash);
    const matter = cases.get(brief.id);
    const leaves = namedLeaves(workflow, brief);
    rows.push({
      caseId: brief.id,
      number: brief.number,
      title: brief.title,
      placeName: brief.place.name,
      stateTitles: leaves.length > 0 ? leaves.map(({ title }) => title) : [workflow.source.title],
      assigneeNames: assigneesOf(parts, matter?.tasks ?? []),
      inPlaceOf: [],
      due: dueOf(matter, { workflow, brief, now }),
    });
  }
  return rows;
}

function dueOf(
  matter: Case | undefined,
  { workflow, brief, now }: { workflow: Workflow; brief: CaseBrief; now: Instant },
): DueChip {
  const closed = closedChip(brief.status);
  if (closed !== null) return closed;
  const tasks = [...(matter?.tasks ?? [])].sort(
    (a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity),
  );
  return soonestChip(workflow, tasks, { now, paused: brief.paused });
}
