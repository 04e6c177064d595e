import { at, type Json } from "../../engine/json";
import { heldList, itemKey } from "../../engine/links/hold";
import { schemaAt } from "../../engine/form/write-form";
import { isVisiblePath } from "../../engine/projection/visibility";
import type { Text } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import { findBriefs, findLinks, type CaseBrief } from "../../storage/case-briefs";
import { listOpenTasks, type OpenTask } from "../../storage/open-tasks";
import type { DueChip, LinkedMatter } from "../api";
import { accessTo } from "./access";
import type { CaseParts } from "./case-parts";
import type { Reading } from "./reading";
import { assigneesOf, soonestChip } from "./read-worklist";
import { closedChip } from "./view-due";
import { roleTitle } from "./view-offers";
import { namedLeaves } from "./view-phases";

type Found = Awaited<ReturnType<typeof findLinks>>[number];

/** Linked matters on both sides; those that are open come first, the soonest due before the others, else as opened. */
export async function linkViews(parts: CaseParts, reading: Reading): Promise<LinkedMatter[]> {
  const links = await findLinks(parts.database, reading.matter.id);
  if (links.length === 0) return [];
  const ids = links.map(({ caseId }) => caseId);
  const briefs = new Map((await findBriefs(parts.database, ids)).map((one) => [one.id, one]));
  const tasks = await listOpenTasks(parts.database, ids);
  const opened = Object.values(reading.matter.links).flatMap((list) => list.map(({ id }) => id));
  const views: { view: LinkedMatter; rank: number; order: number }[] = [];
  for (const link of links) {
    const brief = briefs.get(link.caseId);
    if (brief === undefined) continue;
    const workflow = await parts.definitions.get(brief.hash);
    const own = tasks.filter(({ caseId }) => caseId === brief.id);
    const view = mayRead(parts, reading, brief)
      ? readable(parts, reading, { link, brief, workflow, tasks: own })
      : withheld(reading, { link, brief, workflow });
    const rank = Math.min(Infinity, ...own.map(({ dueAt }) => dueAt ?? Infinity));
    views.push({ view, rank, order: opened.indexOf(brief.id) });
  }
  return views
    .toSorted(
      (a, b) =>
        Number(b.view.isOpen) - Number(a.view.isOpen) ||
        compare(a.rank, b.rank) ||
        a.order - b.order,
    )
    .map(({ view }) => view);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

interface Linked {
  link: Found;
  brief: CaseBrief;
  workflow: Workflow;
}

function readable(
  parts: CaseParts,
  reading: Reading,
  { link, brief, workflow, tasks }: Linked & { tasks: readonly OpenTask[] },
): LinkedMatter {
  return {
    side: link.side,
    caseId: brief.id,
    number: brief.number,
    title: brief.title,
    state: namedLeaves(workflow, brief)[0]?.title ?? workflow.source.title,
    isOpen: brief.status === "open",
    due: chipOf(brief, { workflow, tasks, now: reading.now }),
    holders: holdersOf(parts, workflow, tasks),
    concerns: concernsOf(reading, link),
  };
}

/** Of a child there is what its parent hears: its kind and how it stands. Of a parent, only that it is there. */
function withheld(reading: Reading, { link, brief, workflow }: Linked): LinkedMatter {
  const isChild = link.side === "child";
  const kind = reading.workflow.source.links?.[link.link]?.title ?? workflow.source.title;
  return {
    side: link.side,
    ...{ caseId: null, number: null, holders: [] },
    title: isChild ? kind : PARENT,
    state: isChild ? (namedLeaves(workflow, brief)[0]?.title ?? kind) : null,
    isOpen: brief.status === "open",
    due: closedChip(brief.status) ?? NO_CHIP,
    concerns: isChild ? concernsOf(reading, link) : null,
  };
}

const PARENT: Text = { zh: "所属事项", en: "The matter that it belongs to" };
const NO_CHIP: DueChip = { kind: "none", text: { zh: "" }, day: null };

function chipOf(
  brief: CaseBrief,
  how: { workflow: Workflow; tasks: readonly OpenTask[]; now: number },
): DueChip {
  const closed = closedChip(brief.status);
  if (closed !== null) return closed;
  return soonestChip(how.workflow, how.tasks, { now: how.now, paused: brief.paused });
}

function holdersOf(parts: CaseParts, workflow: Workflow, tasks: readonly OpenTask[]): Text[] {
  const people = assigneesOf(parts, tasks);
  if (people.length > 0) return people.map((name) => ({ zh: name, en: name }));
  const roles = tasks.flatMap((task) => task.roles);
  return [...new Set(roles)].map((role) => roleTitle(workflow, role));
}

/** The rows of our own list that an open child holds, where the reader may see the list. */
function concernsOf({ workflow, matter, roles }: Reading, link: Found): LinkedMatter["concerns"] {
  const source = workflow.source.links?.[link.link];
  const list = link.side === "child" && source !== undefined ? heldList(source) : undefined;
  const child = matter.links[link.link]?.find(({ id }) => id === link.caseId);
  if (list === undefined || child?.items === undefined || child.end !== null) return null;
  if (!isVisiblePath(workflow, `data.${list}`, roles)) return null;
  const items: Json | undefined = at(matter.data, list);
  const keys = (Array.isArray(items) ? items : []).map(itemKey);
  const rows = child.items.flatMap((item) => (keys.includes(item) ? [keys.indexOf(item) + 1] : []));
  const label = schemaAt(workflow.document.data, list)?.["label"] as Text | undefined;
  return rows.length === 0 ? null : { list: label ?? { zh: "清单", en: "the list" }, rows };
}

function mayRead(parts: CaseParts, { person, now }: Reading, brief: CaseBrief): boolean {
  const { roles } = parts.definitions;
  return accessTo({ person, matter: brief, roles, now }).to === "read";
}
