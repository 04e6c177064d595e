import type { Json } from "../json";
import type { Colleague, People } from "../people";
import type { RoleId } from "../person";
import type { AskedVia, CaseDecision, Signer } from "./decision";
import type { AskedSource, DecisionSource } from "./decision-source";

/** What opening a decision has to look at. */
export interface OpeningAsk {
  source: DecisionSource;
  seq: number;
  people: People;
  /** Everything that lies at a scope path, lists opened: `data.panel[*].account`. */
  valuesAt(path: string): readonly Json[];
  /** Whether a rule of the package holds; `unknown` asks all the same. */
  holds(rule: string): boolean | "unknown";
  /** Must keep out of this decision (回避). */
  mustAvoid(one: { id: string; name: string }): boolean;
  /** Those whom the handler before has chosen. */
  chosen: readonly string[];
  /** Those who were appointed for this state ahead of time (追加). */
  appointed: readonly { id: string; name: string }[];
}

type Seat = Pick<Signer, "via" | "person" | "role" | "weight" | "order"> & { unit?: string };

/**
 * Asks everybody whom the package names, once each. Whoever is not found, or must keep out, is replaced by the
 * fallback's pool: a decision is never taken by nobody.
 */
export function openDecision(ask: OpeningAsk): CaseDecision {
  const { source, seq } = ask;
  const seats: Seat[] = [];
  for (const [index, asked] of source.asked.entries()) {
    if (asked.when !== undefined && ask.holds(asked.when) === false) continue;
    seats.push(...seatsOf(asked, { ...ask, order: (index + 1) * 100 }));
  }
  for (const [i, person] of ask.appointed.entries()) {
    seats.push(...named(person.id, { ...ask, via: "appointed", weight: 1, order: 100_000 + i }));
  }
  const once = withoutRepeats(
    seats.length > 0 ? seats : [poolOf(source.fallback, 1, 0, "fallback")],
  );
  const inTurn = source.way === "turn";
  const signers = once.map((seat, i): Signer => {
    const order = inTurn ? seat.order : 0;
    return { slot: String(i + 1), ...seat, order, vote: null, dropped: null };
  });
  return { entry: seq, signers, settled: null };
}

function seatsOf(asked: AskedSource, ask: OpeningAsk & { order: number }): Seat[] {
  const { people, order } = ask;
  const weight = asked.weight ?? 1;
  if (asked.people !== undefined) {
    const ids = ask.valuesAt(asked.people).filter((id) => typeof id === "string" && id !== "");
    if (ids.length === 0) return [poolOf(ask.source.fallback, weight, order, "fallback")];
    return ids.flatMap((id, i) =>
      named(String(id), { ...ask, via: "asked", weight, order: order + i }),
    );
  }
  if (asked.chosen !== undefined) {
    const { role } = asked.chosen;
    if (ask.chosen.length === 0) return [poolOf(ask.source.fallback, weight, order, "fallback")];
    return ask.chosen.flatMap((id, i) =>
      named(id, { ...ask, via: "chosen", role, weight, order: order + i }),
    );
  }
  const { role } = asked;
  if (role === undefined) return [];
  const unit = asked.unit === undefined ? undefined : ask.valuesAt(asked.unit)[0];
  const ofUnit = typeof unit === "string" ? unit : undefined;
  const isAsked = (one: Colleague): boolean =>
    one.posts.some(
      (post) =>
        post.role === role &&
        (ofUnit === undefined || post.unit === ofUnit) &&
        // A substitute is not asked beside the one whose place it is.
        post.for === undefined,
    ) && !ask.mustAvoid(one);
  const holders = people.holders(role).filter(isAsked);
  if (holders.length === 0 || (asked.unit !== undefined && ofUnit === undefined)) {
    return [poolOf(ask.source.fallback, weight, order, "fallback")];
  }
  if (asked.each !== true) {
    const pool = poolOf(role, weight, order, "asked");
    return [ofUnit === undefined ? pool : { ...pool, unit: ofUnit }];
  }
  return holders.map(({ id, name }) => ({
    ...{ via: "asked", person: { id, name }, role, weight, order },
  }));
}

function named(
  id: string,
  how: OpeningAsk & { via: AskedVia; weight: number; order: number; role?: RoleId },
): Seat[] {
  const { via, weight, order } = how;
  const one = how.people.find(id);
  if (one === undefined || how.mustAvoid(one)) {
    return [poolOf(how.source.fallback, weight, order, "fallback")];
  }
  const role = how.role ?? null;
  return [{ via, person: { id: one.id, name: one.name }, role, weight, order }];
}

function poolOf(role: RoleId, weight: number, order: number, via: AskedVia): Seat {
  return { via, person: null, role, weight, order };
}

/** Nobody is asked twice by name, and the fallback stands in once for all. */
function withoutRepeats(seats: readonly Seat[]): Seat[] {
  const seen = new Set<string>();
  return seats.filter(({ person, via, role }) => {
    const key = person === null ? (via === "fallback" ? `fallback ${role}` : null) : person.id;
    if (key === null || !seen.has(key)) {
      if (key !== null) seen.add(key);
      return true;
    }
    return false;
  });
}
