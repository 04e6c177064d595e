import type { Case } from "../../engine/case";
import { at, isObject, type JsonObject } from "../../engine/json";
import { SYSTEM, type Person } from "../../engine/person";
import type { StepToStore } from "../../engine/ports";
import { endOfDay, isDay, startOfDay } from "../../engine/time/zone";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import { stationOver } from "../duty/board-people";
import type { Log } from "../log";
import type { People } from "../people/people";
import { findByName, handoverKind, HANDOVERS, namesOn } from "./handover-people";
import { readOpenList, receiverOf } from "./read-open-list";

const LEAVE_PACKAGE = "duty-rotation.leave";

/** Does what leave and hand-over lists decide: substitutes for the days of a leave, tasks to who signed for them. */
export interface Handovers {
  /** What was stored: follows up on approved leaves and signed lists. Returns at once. */
  noteSteps(steps: readonly StepToStore[]): void;
  /** Moves what a signed list says, again where something is left; nothing for other matters. */
  move(caseId: string): Promise<void>;
  /** Comes back when everything that was noted is done. */
  idle(): Promise<void>;
}

export interface HandoverParts extends CaseParts {
  people: Pick<People, "directory" | "save">;
  service: () => Pick<CaseService, "start" | "system">;
  log: Pick<Log, "warn" | "error">;
}

/** One thing after the other; each is harmless when it is done again. */
export function createHandovers(parts: HandoverParts): Handovers {
  let last: Promise<void> = Promise.resolve();

  async function find(caseId: string): Promise<Case | undefined> {
    const ask = { cases: [caseId], commands: [], sequences: [] };
    return (await parts.store.read(ask)).cases.get(caseId);
  }

  async function move(caseId: string): Promise<void> {
    const list = await find(caseId);
    const kind = list && handoverKind(list.workflow);
    if (list === undefined || kind === undefined) return;
    const { moves, returns } = HANDOVERS[kind];
    if (list.state === moves) await moveListed(parts, list);
    else if (returns !== null && list.state === returns) await bringBack(parts, list);
  }

  async function follow({ next, entry }: StepToStore): Promise<void> {
    const { arrived } = entry.outcome;
    if (next.workflow === LEAVE_PACKAGE && arrived.includes("approved")) {
      await substituteFor(parts, next);
    }
    const kind = handoverKind(next.workflow);
    if (kind === undefined) return;
    const { moves, returns } = HANDOVERS[kind];
    if (arrived.some((path) => path === moves || path === returns)) await move(next.id);
  }

  return {
    noteSteps(steps) {
      const meant = steps.filter(
        ({ next, entry }) =>
          entry.outcome.arrived.length > 0 &&
          (next.workflow === LEAVE_PACKAGE || handoverKind(next.workflow) !== undefined),
      );
      for (const step of meant) {
        last = last
          .then(() => follow(step))
          .catch((error: unknown) => parts.log.error("handover.failed", { error }));
      }
    },
    move,
    idle: () => last,
  };
}

/** Each listed matter that is still with the giver goes to whom the list says. */
async function moveListed(parts: HandoverParts, list: Case): Promise<void> {
  const { giver, taker } = peopleOn(parts, list);
  if (giver === undefined) return;
  const open = await readOpenList(parts, { giver: giver.id, taker });
  for (const row of rowsOf(list)) {
    const one = open.find(({ number }) => number === row["number"]);
    if (one === undefined) continue;
    // Declared after the list was signed counts as well.
    const to = one.recused ? "chief" : String(row["to"]);
    const receiver =
      to === "other" ? undefined : receiverOf(parts, { matter: one.matter, to, taker });
    if (receiver !== undefined)
      await moveTasks(parts, { list, of: one.matter, from: giver, to: receiver });
  }
}

/** What went by a list and is not done goes back, except what the list says stays. */
async function bringBack(parts: HandoverParts, list: Case): Promise<void> {
  const { giver, taker } = peopleOn(parts, list);
  if (giver === undefined) return;
  for (const row of rowsOf(list)) {
    if (row["stays"] === "yes") continue;
    const held = taker === undefined ? [] : await readOpenList(parts, { giver: taker.id });
    const one = held.find(({ number }) => number === row["number"]);
    if (one !== undefined && taker !== undefined) {
      await moveTasks(parts, { list, of: one.matter, from: taker, to: giver });
      continue;
    }
    const [place, owner] = [list.place.code, list.owner.id];
    const now = parts.now();
    for (const id of parts
      .directory()
      .holders({ roles: ["stationChief"], matter: { place, owner }, now })) {
      const chief = parts.directory().findPerson(id);
      const kept = (await readOpenList(parts, { giver: id })).find(
        ({ number }) => number === row["number"],
      );
      if (kept && chief) await moveTasks(parts, { list, of: kept.matter, from: chief, to: giver });
    }
  }
}

/** Under one id for each list, task and receiver, so that nothing moves twice. */
async function moveTasks(
  parts: HandoverParts,
  { list, of, from, to }: { list: Case; of: Case; from: Person; to: Person },
): Promise<void> {
  for (const task of of.tasks.filter(({ assignee }) => assignee === from.id)) {
    const id = `handover:${list.id}:${list.seq}:${task.id}:${to.id}`;
    const taken = await parts.service().system(of.id, id, {
      ...{ type: "operation", operation: "takeOver", task: task.id, to: [to.id] },
      ...{ reason: list.number ?? "", occurredAt: parts.now() },
    });
    if (!taken.ok) parts.log.warn("handover.refused", { caseId: of.id, code: taken.refusal.code });
  }
}

function peopleOn(
  parts: HandoverParts,
  list: Case,
): { giver: Person | undefined; taker: Person | undefined } {
  const names = namesOn(list);
  const where = { place: list.place.code, now: parts.now() };
  const find = (name: string) => findByName(parts.directory(), { name, ...where });
  return { giver: find(names.giver), taker: find(names.taker) };
}

function rowsOf({ data }: Case): JsonObject[] {
  const rows = data["matters"];
  return Array.isArray(rows) ? rows.filter(isObject) : [];
}

/**
 * An approved leave with a substitute: they stand in for these days, and where something is open a list of it waits for
 * both to sign. A name that no account has is told to the log: the chief names the substitute by hand.
 */
async function substituteFor(parts: HandoverParts, leave: Case): Promise<void> {
  const text = (path: string): string => {
    const value = at(leave.data, path);
    return typeof value === "string" ? value : "";
  };
  const [fromDay, toDay] = [text("fromDay"), text("toDay")];
  if (text("substitute") === "" || !isDay(fromDay) || !isDay(toDay)) return;
  const directory = parts.directory();
  const where = { place: leave.place.code, now: parts.now() };
  const giver = findByName(directory, { name: text("who"), ...where });
  const taker = findByName(directory, { name: text("substitute"), ...where });
  if (giver === undefined || taker === undefined) {
    parts.log.warn("leave.substitute", { caseId: leave.id });
    return;
  }
  const id = `leave:${leave.id}`;
  if (directory.substitutions.some((known) => known.id === id)) return;
  await parts.people.save({
    substitutions: [
      {
        ...{ id, user: giver.id, substitute: taker.id, packages: null, endedAt: null },
        ...{ from: startOfDay(fromDay), to: endOfDay(toDay), reason: "", setBy: leave.id },
      },
    ],
  });
  const open = await readOpenList(parts, { giver: giver.id, taker });
  const station = stationOver(directory, leave.place.code);
  const unit = station && directory.findScope(station.id);
  if (open.length === 0 || unit === undefined) return;
  const post = { id: SYSTEM.id, role: "stationClerk", unit, from: 0, to: null };
  const answer = await parts.service().start(
    { ...SYSTEM, assignments: [post] },
    {
      ...{ package: "staff-move.handover", place: leave.place.code, expectedSeq: 0, commandId: id },
      form: {
        ...{ giver: giver.name, taker: taker.name, why: "leave", fromDay, toDay },
        ...(leave.number === null ? {} : { leaveNumber: leave.number }),
      },
    },
  );
  if (!answer.ok) parts.log.warn("leave.list", { caseId: leave.id, code: answer.refusal.code });
}
