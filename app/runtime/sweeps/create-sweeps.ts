import { refuse } from "../../engine/errors";
import type { JsonObject } from "../../engine/json";
import { isInForce } from "../../engine/person";
import type { UnitRecord } from "../../engine/people-ports";
import type { Instant } from "../../engine/time/types";
import { listParkedIn, queueFigures } from "../../storage/county-queues";
import type { Database } from "../../storage/database";
import { retryEffect } from "../../storage/outbox";
import { retryTimer } from "../../storage/timer-queue";
import type { CountySweeps, Result, Session, SweepsApi, SweptQueue } from "../api";
import type { Definitions } from "../definitions";
import type { Directory } from "../people/directory";
import type { Workers } from "../workers/workers";
import { metricsText } from "./metrics-text";
import { viewParked } from "./view-parked";
import { viewQueue, type CountyFigures } from "./view-queue";
import { momentText } from "./moment-text";

export interface SweepsParts {
  database: Database;
  definitions: Definitions;
  directory: () => Directory;
  workers: Pick<Workers, "lanes" | "wake">;
  now: () => Instant;
  /** Adds a line to the audit trail. */
  note(user: string, line: { act: string; caseId: string; detail: JsonObject }): Promise<void>;
}

/** So many of what stands still are listed; the figures count them all. */
const LISTED = 50;

const QUEUES: readonly SweptQueue[] = ["timers", "outbox"];

/** Whether clocks and messages run, county by county, and what to do about those that do not. */
export function createSweeps(parts: SweepsParts): SweepsApi {
  const { database, directory, workers, now } = parts;
  const startedAt = now();

  /** The whole counties that somebody administers. */
  function countiesOf({ person }: Session): Result<UnitRecord[]> {
    const held = person.assignments.filter((one) => one.role === "admin" && isInForce(one, now()));
    const reach = new Set(held.flatMap(({ unit }) => unit.within));
    const counties = directory().units.filter(({ id, kind }) => kind === "county" && reach.has(id));
    return counties.length === 0
      ? { ok: false, refusal: refuse("sweeps/not-yours") }
      : { ok: true, value: counties };
  }

  const codeOf = ({ covers }: UnitRecord): string => (covers[0] ?? "").slice(0, 6);

  async function figures(): Promise<Map<string, CountyFigures>> {
    const found = new Map<string, CountyFigures>();
    const [timers, effects] = [workers.lanes.timers, workers.lanes.effects];
    for (const queue of QUEUES) {
      const lanes = queue === "timers" ? timers : effects;
      for (const stored of await queueFigures(database, queue, now())) {
        const record = lanes.recordOf(stored.county);
        found.set(`${queue} ${stored.county}`, { ...stored, ...record });
      }
    }
    return found;
  }

  function figuresOf(found: Map<string, CountyFigures>, queue: SweptQueue, county: string) {
    const lanes = queue === "timers" ? workers.lanes.timers : workers.lanes.effects;
    const none = { county, nextAt: null, due: 0, retrying: 0, parked: 0 };
    return found.get(`${queue} ${county}`) ?? { ...none, ...lanes.recordOf(county) };
  }

  return {
    async sweeps(session) {
      const mine = countiesOf(session);
      if (!mine.ok) return mine;
      const found = await figures();
      const counties = mine.value.map((unit): CountySweeps => {
        const code = codeOf(unit);
        const queues = QUEUES.map((queue) =>
          viewQueue(queue, figuresOf(found, queue, code), { now: now(), startedAt }),
        );
        return { code, name: unit.name, queues };
      });
      const codes = counties.map(({ code }) => code);
      const rows = await listParkedIn(database, { counties: codes, limit: LISTED });
      const parked = await viewParked(parts, rows);
      return { ok: true, value: { counties, parked, countingSince: momentText(startedAt) } };
    },

    async retryParked(session, { queue, caseId, id, reason }) {
      const mine = countiesOf(session);
      if (!mine.ok) return mine;
      if (reason.trim() === "") return { ok: false, refusal: refuse("sweeps/reason-missing") };
      const codes = mine.value.map(codeOf);
      const rows = await listParkedIn(database, { counties: codes, limit: 1000 });
      const row = rows.find((one) => one.queue === queue && one.id === id && one.caseId === caseId);
      const again =
        row === undefined
          ? false
          : row.queue === "timers"
            ? await retryTimer(database, { caseId, timer: id, now: now() })
            : await retryEffect(database, id, now());
      if (!again) return { ok: false, refusal: refuse("sweeps/not-parked") };
      const detail = { queue, id, reason: reason.trim().slice(0, 500) };
      await parts.note(session.person.id, { act: "sweeps.retry", caseId, detail });
      workers.wake();
      return { ok: true, value: null };
    },

    async metrics() {
      const found = await figures();
      const lines = [...found].map(([name, one]) => ({
        queue: name.split(" ")[0] === "timers" ? ("timers" as const) : ("outbox" as const),
        ...one,
      }));
      return metricsText(lines);
    },
  };
}
