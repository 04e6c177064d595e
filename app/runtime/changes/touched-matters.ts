import type { Case, Timer } from "../../engine/case";
import type { Json } from "../../engine/json";
import { SYSTEM } from "../../engine/person";
import { buildScope } from "../../engine/scope";
import { isClock } from "../../engine/steps/clocks";
import { deadlineDate } from "../../engine/steps/deadline-date";
import type { Text } from "../../engine/text";
import type { Day, DueDate, Instant } from "../../engine/time/types";
import { dayOf, showDayOfYear } from "../../engine/time/zone";
import { calendarOf, type Workflow } from "../../engine/workflow";
import { findBriefs } from "../../storage/case-briefs";
import { listRunningDeadlines } from "../../storage/running-deadlines";
import type { TouchedMatters } from "../api/changes";
import type { CaseParts } from "../cases/case-parts";
import type { Ground } from "./ground";

/** So many are named; the others are counted. */
const NAMED = 12;

/**
 * The open matters in which a deadline runs that counts by a parameter: when it ends, and when it would with another
 * value. What has begun keeps its date; the list shows what the value does to real matters.
 */
export async function touchedMatters(
  parts: Pick<CaseParts, "database" | "store" | "definitions" | "now">,
  ask: { ground: Ground; deadlines: readonly string[]; parameter: string; value: Json },
): Promise<TouchedMatters | null> {
  const { ground, deadlines, parameter, value } = ask;
  if (deadlines.length === 0) return null;
  const { unit, package: name } = ground.scope;
  const running = await listRunningDeadlines(parts.database, { unit, package: name, deadlines });
  const here = running.filter(({ place }) => ground.holdsAt(place));
  const ids = here.slice(0, NAMED).map(({ caseId }) => caseId);
  const briefs = await findBriefs(parts.database, ids);
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const rows: TouchedMatters["rows"] = [];
  for (const { id, title, place, hash } of briefs) {
    const matter = cases.get(id);
    const timer = matter?.timers.find((one) => isClock(one) && deadlines.includes(one.deadline));
    if (matter === undefined || timer === undefined) continue;
    const workflow = await parts.definitions.get(hash);
    const then = dueWith({ workflow, matter, timer, now: parts.now() }, { parameter, value });
    rows.push({
      caseId: id,
      title,
      placeName: place.name,
      since: sinceText(workflow, matter, timer),
      now: dayText(timer.day),
      then: dayText(then?.day ?? null),
    });
  }
  return { count: here.length, rows };
}

/** When a running clock would end, had it been started with another value of the parameter. */
function dueWith(
  at: { workflow: Workflow; matter: Case; timer: Timer; now: Instant },
  { parameter, value }: { parameter: string; value: Json },
): DueDate | null {
  const { matter, timer, now } = at;
  const workflow: Workflow = {
    ...at.workflow,
    params: { ...at.workflow.params, [parameter]: value },
  };
  const source = workflow.source.deadlines?.[timer.deadline];
  const entered = matter.entered[timer.path]?.at ?? matter.lastAt;
  if (source === undefined) return null;
  const user = { id: SYSTEM.id, name: SYSTEM.name, role: null, unit: null };
  const scope = buildScope({
    workflow,
    matter,
    data: matter.data,
    user,
    at: now,
    now,
    path: timer.path,
  });
  return deadlineDate(source, { from: entered, scope, calendar: calendarOf(workflow) });
}

/** 9月9日起“公示”. */
function sinceText(workflow: Workflow, matter: Case, timer: Timer): Text {
  const entered = dayOf(matter.entered[timer.path]?.at ?? matter.lastAt);
  const state = workflow.machine.states.get(timer.path)?.meta?.title ?? workflow.source.title;
  return {
    zh: `${showDayOfYear(entered, "zh")}起“${state.zh}”`,
    en: `${state.en ?? state.zh} since ${showDayOfYear(entered, "en")}`,
  };
}

function dayText(day: Day | null): Text | null {
  return day === null ? null : { zh: showDayOfYear(day, "zh"), en: showDayOfYear(day, "en") };
}
