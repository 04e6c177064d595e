import { refuse } from "../../engine/errors";
import { offersFor } from "../../engine/offer";
import { isObject, own, type JsonObject } from "../../engine/json";
import { dayOf, isWeekend } from "../../engine/time/zone";
import { findLastEffect } from "../../storage/outbox";
import type {
  AskProposalInput,
  LockInput,
  Result,
  RosterProposalApi,
  RosterProposalView,
  Session,
  StepAnswer,
  TakeProposalInput,
} from "../api";
import type { Jobs } from "../workers/jobs";
import { setShifts, type EditParts } from "./edit-roster";
import type { RosterReading } from "./find-rosters";
import { readLocks, readProposed, readStored, totalsOf } from "./proposed-roster";
import { openRoster } from "./open-roster";
import { postTitle } from "./roster-view";

/** The plugin's demands that may be given up for one proposal, in the order of the form. */
const MAY_GIVE: ReadonlySet<string> = new Set([
  ...["skill", "rest", "room", "visits", "reach", "opened", "fair"],
]);

export interface ProposalParts extends EditParts {
  jobs: Pick<Jobs, "progressOf" | "cancel">;
}

/** Rosters worked out in the background, over the job `propose` of the roster's package. */
export function createRosterProposals(parts: ProposalParts): RosterProposalApi {
  return {
    rosterProposal: (session, caseId) => readProposalView(parts, session, caseId),
    askProposal: (session, input) => ask(parts, session, input),
    cancelProposal: (session, caseId) => cancel(parts, session, caseId),
    takeProposal: (session, input) => take(parts, session, input),
    lockDay: (session, input) => lock(parts, session, input),
  };
}

/** The roster for those who make it. */
async function openDraft(
  parts: ProposalParts,
  { person }: Session,
  caseId: string,
): Promise<Result<RosterReading>> {
  const opened = await openRoster(parts, person, caseId);
  if (!opened.ok) return opened;
  const { reading, planner } = opened.value;
  return planner ? { ok: true, value: reading } : { ok: false, refusal: refuse("case/not-found") };
}

async function readProposalView(
  parts: ProposalParts,
  session: Session,
  caseId: string,
): Promise<Result<RosterProposalView>> {
  const opened = await openDraft(parts, session, caseId);
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { workflow, matter, facts } = reading;
  const { outcome, best, gap, rows, clash } = readStored(matter.data);
  const now = parts.now();
  const today = dayOf(now);
  const running = await findRunning(parts, caseId);
  const offers = offersFor({ workflow, matter, person: session.person, now });
  const proposed = outcome === "found" ? await readProposed(parts, reading, rows) : undefined;
  return {
    ok: true,
    value: {
      caseId,
      seq: matter.seq,
      stationName: matter.owner.name,
      from: facts.days[0] ?? "",
      to: facts.lastDay,
      days: facts.days.map((day) => ({ day, weekend: isWeekend(day), today: day === today })),
      kinds: facts.kinds,
      running,
      mayAsk: offers.some(({ event, mine }) => event === "askProposal" && mine),
      asked: askedOf(matter.data, { first: facts.days[0] ?? "", today }),
      outcome,
      best,
      gap,
      clash: clash.map((demand) => ({ ...demand, mayGive: MAY_GIVE.has(demand.kind) })),
      rows: proposed === undefined ? [] : rowsOf(reading, proposed.reading),
      since: proposed?.since ?? 0,
      left: (proposed?.reading.facts.conflicts ?? []).map(({ title, when, weight }) => ({
        ...{ title, when, weight },
      })),
    },
  };
}

function askedOf(data: JsonObject, { first, today }: { first: string; today: string }) {
  const found = own(data, "proposalAsked");
  const asked = isObject(found) ? found : {};
  const given = asked["given"];
  // What is worked already stays: a roster in force may change from tomorrow's day on.
  const isRunning = first <= today;
  return {
    way: typeof asked["way"] === "string" ? asked["way"] : isRunning ? "mend" : "plan",
    from: isRunning ? today : first,
    given: Array.isArray(given) ? given.map(String) : [],
  };
}

function rowsOf(reading: RosterReading, proposed: RosterReading): RosterProposalView["rows"] {
  const { facts, matter } = reading;
  const locks = readLocks(matter.data);
  const then = new Map(proposed.facts.table.map((line) => [line.row, line]));
  return facts.table.flatMap((line) => {
    const next = then.get(line.row);
    if (line.row === "" || next === undefined) return [];
    const cells = facts.days.map((day, index) => {
      const [stored = "", offered = ""] = [line.full[index], next.full[index]];
      return {
        ...{ day, stored, proposed: offered, isChanged: stored !== offered },
        look: line.looks[index] ?? "open",
        proposedLook: next.looks[index] ?? "open",
        isLocked: locks.get(line.row)?.has(Number(day.slice(8))) ?? false,
      };
    });
    return [
      {
        ...{ id: line.row, name: line.name, post: postTitle(line.post), parted: line.parted },
        ...{ cells, changes: cells.filter(({ isChanged }) => isChanged).length },
        now: totalsOf(line, facts.days),
        then: totalsOf(next, facts.days),
      },
    ];
  });
}

async function findRunning(
  { database, jobs }: ProposalParts,
  caseId: string,
): Promise<{ id: string; share: number } | null> {
  const last = await findLastEffect(database, { caseId, action: "job:propose" });
  if (last === undefined || !last.isWaiting) return null;
  return { id: last.id, share: jobs.progressOf(last.id) ?? 0 };
}

async function ask(
  parts: ProposalParts,
  { person }: Session,
  input: AskProposalInput,
): Promise<Result<StepAnswer>> {
  const { caseId, commandId, seq, way, from, given } = input;
  if ((await findRunning(parts, caseId)) !== null) {
    return { ok: false, refusal: refuse("duty/proposal-runs") };
  }
  return parts.service.event(person, {
    ...{ caseId, commandId, event: "askProposal", expectedSeq: seq },
    form: { way, from, given },
  });
}

async function cancel(
  parts: ProposalParts,
  session: Session,
  caseId: string,
): Promise<Result<null>> {
  const opened = await openDraft(parts, session, caseId);
  if (!opened.ok) return opened;
  const running = await findRunning(parts, caseId);
  if (running !== null) parts.jobs.cancel(running.id);
  return { ok: true, value: null };
}

async function take(
  parts: ProposalParts,
  session: Session,
  { caseId, commandId, seq, row }: TakeProposalInput,
): Promise<Result<StepAnswer>> {
  const view = await readProposalView(parts, session, caseId);
  if (!view.ok) return view;
  if (view.value.seq !== seq) return { ok: false, refusal: refuse("duty/roster-changed") };
  const cells = view.value.rows
    .filter(({ id }) => row === null || id === row)
    .flatMap(({ id, cells: days }) =>
      days
        .filter(({ isChanged }) => isChanged)
        .map(({ day, stored, proposed }) => ({ row: id, day, was: stored, shift: proposed })),
    );
  return setShifts(parts, session, { caseId, commandId, cells });
}

async function lock(
  parts: ProposalParts,
  session: Session,
  { caseId, commandId, row, day, lock: isLocked }: LockInput,
): Promise<Result<StepAnswer>> {
  const opened = await openDraft(parts, session, caseId);
  if (!opened.ok) return opened;
  const { matter, facts } = opened.value;
  const known = readLocks(matter.data).get(row);
  if (known === undefined || !facts.days.includes(day)) {
    return { ok: false, refusal: refuse("duty/unknown-cell") };
  }
  const date = Number(day.slice(8));
  const days = new Set(known);
  if (isLocked) days.add(date);
  else days.delete(date);
  const locked = [...days].sort((a, b) => a - b).join(" ");
  return parts.service.event(session.person, {
    ...{ caseId, commandId, event: "lockDays", expectedSeq: matter.seq },
    form: { rows: [{ id: row, locked }] },
  });
}
