import type { StateValue } from "../engine/case";
import type { Instant } from "../engine/time/types";
import type { Database } from "./database";
import { marks } from "./query";

/** Open matters of one package in one state of affairs, in one village. */
export interface StateCount {
  package: string;
  state: StateValue;
  count: number;
  /** Of these, begun before the asked moment. */
  earlier: number;
}

/** Where a village's open matters stand. One range of an index, grouped in its order: no matter is read. */
export async function countStates(
  db: Database,
  ask: { place: string; begunBefore: Instant },
): Promise<StateCount[]> {
  const rows = await db.run<{ package: string; state: string; count: number; earlier: number }>(
    `select package, state, count(*) as count,
            sum(case when started_at < ? then 1 else 0 end) as earlier
     from cases where place_code = ? and status = 'open'
     group by package, state`,
    [ask.begunBefore, ask.place],
  );
  return rows.map((row) => ({
    ...row,
    state: JSON.parse(row.state) as StateValue,
    count: Number(row.count),
    earlier: Number(row.earlier),
  }));
}

/** How many open matters of each village are due after one moment and up to another; villages without any are left out. */
export async function countDue(
  db: Database,
  ask: { places: readonly string[]; after: Instant; upTo: Instant },
): Promise<Map<string, number>> {
  if (ask.places.length === 0) return new Map();
  const rows = await db.run<{ place: string; count: number }>(
    `select place_code as place, count(*) as count from cases
     where place_code in (${marks(ask.places.length)}) and status = 'open'
       and due_rank > ? and due_rank <= ?
     group by place_code`,
    [...ask.places, ask.after, ask.upTo],
  );
  return new Map(rows.map(({ place, count }) => [place, Number(count)]));
}

/** How many open matters of one package there are in each village that has any. */
export async function countOpen(
  db: Database,
  ask: { places: readonly string[]; package: string },
): Promise<Map<string, number>> {
  if (ask.places.length === 0) return new Map();
  const rows = await db.run<{ place: string; count: number }>(
    `select place_code as place, count(*) as count from cases
     where place_code in (${marks(ask.places.length)}) and status = 'open' and package = ?
     group by place_code`,
    [...ask.places, ask.package],
  );
  return new Map(rows.map(({ place, count }) => [place, Number(count)]));
}

/** How many open matters of each village began before a moment of its own. */
export async function countEarlier(
  db: Database,
  villages: readonly { place: string; before: Instant }[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { place, before } of villages) {
    const [row] = await db.run<{ count: number }>(
      `select count(*) as count from cases
       where place_code = ? and status = 'open' and started_at < ?`,
      [place, before],
    );
    const count = Number(row?.count ?? 0);
    if (count > 0) found.set(place, count);
  }
  return found;
}
