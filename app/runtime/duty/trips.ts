import type { Case } from "../../engine/case";
import { offersFor, type Offer } from "../../engine/offer";
import { isInForce } from "../../engine/person";
import { papersOffered } from "../../engine/projection/paper";
import { dayOf, addDays, endOfDay } from "../../engine/time/zone";
import { listMatters } from "../../storage/worklist";
import type { Trip, TripTask } from "../api";
import { accessTo } from "../cases/access";
import type { CaseParts, Reader } from "../cases/case-parts";
import { makeReading, wholeScope } from "../cases/reading";
import { soonestChip } from "../cases/read-worklist";
import { SHIFT_PACKAGE } from "./my-watches";

/** So many matters are looked at: what is due first. */
const MOST = 60;
/** A village is visited once a week: what is due before the next visit belongs to this trip. */
const AHEAD = 7;

/** Exchanges, leaves and watches have cards of their own on the day's page, for those whom they concern. */
const REQUESTS: ReadonlySet<string> = new Set(["duty-rotation.swap", "duty-rotation.leave"]);
const WATCHED: ReadonlySet<string> = new Set([
  ...["expected", "onDuty", "notHandedOver", "handingOver", "notTakenOver"],
]);

function hasOwnCard({ workflow, state }: Case): boolean {
  if (REQUESTS.has(workflow)) return true;
  return workflow === SHIFT_PACKAGE && typeof state === "string" && WATCHED.has(state);
}

/** What is due in each village, overdue first, and how much is not due yet. */
export async function readTrips(
  parts: CaseParts,
  reader: Reader,
): Promise<{ trips: Trip[]; later: number }> {
  const now = parts.now();
  const { person } = reader;
  const held = person.assignments
    .filter((assignment) => isInForce(assignment, now))
    .map(({ role, unit }) => ({ role, unit: unit.id }));
  const { rows } = await listMatters(parts.database, { of: { held }, after: null, limit: MOST });
  const horizon = endOfDay(addDays(dayOf(now), AHEAD));
  const due = rows.filter(({ tasks: [first] }) => first?.dueAt != null && first.dueAt <= horizon);
  const ids = due.map(({ caseId }) => caseId);
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const trips = new Map<string, Trip>();
  for (const row of due) {
    const matter = cases.get(row.caseId);
    if (matter === undefined || hasOwnCard(matter)) continue;
    const access = accessTo({ person, matter, roles: parts.definitions.roles, now });
    if (access.to !== "read") continue;
    const workflow = await parts.definitions.get(matter.hash);
    const { language } = reader.preferences;
    const { roles } = access;
    const reading = makeReading({
      ...{ workflow, matter, person, roles, held: access.held, language, now },
    });
    const next = leadingOffer(offersFor({ workflow, matter, person, now }));
    if (next === undefined) continue;
    const task: TripTask = {
      caseId: row.caseId,
      number: row.number,
      label: next.meta.label,
      title: row.title,
      process: workflow.source.title,
      due: soonestChip(workflow, row.tasks, { now, paused: row.paused }),
      papers: papersOffered(workflow, matter, wholeScope(reading)).map(({ name, title }) => ({
        name,
        title,
      })),
    };
    const { code, name } = matter.place;
    const trip = trips.get(code) ?? { place: code, placeName: name, tasks: [] };
    trip.tasks.push(task);
    trips.set(code, trip);
  }
  return { trips: [...trips.values()], later: rows.length - due.length };
}

/**
 * The step that somebody goes there for: the first of a state that is theirs. What anybody may do besides (an alarm)
 * sends nobody on a trip.
 */
function leadingOffer(offers: readonly Offer[]): Offer | undefined {
  const leads = offers.filter(
    ({ path }, index) => offers.findIndex((other) => other.path === path) === index,
  );
  const mine = leads.filter((offer) => offer.mine);
  return mine.find(({ refusal }) => refusal === undefined) ?? mine[0];
}
