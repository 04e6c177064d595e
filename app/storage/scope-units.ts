import { areaOf, type Whereabouts } from "../engine/person";
import { marks, type Run } from "./query";

/** Division codes are covered by prefixes of these lengths. */
const PREFIX_LENGTHS = Array.from({ length: 11 }, (_, index) => index + 2);

/** Gives, for a place and owner, the units in whose scope a matter lies. */
export type ScopeUnits = (matter: Whereabouts) => readonly string[];

/**
 * Looks up, for some matters at once, every unit in whose scope each lies: the units that cover the place or own
 * the matter, and all units above these. The same answer as `isInScope` of the engine, the other way round.
 */
export async function findScopeUnits(
  run: Run,
  matters: readonly Whereabouts[],
): Promise<ScopeUnits> {
  const owners = [...new Set(matters.map(({ owner }) => owner))];
  const prefixesOf = (place: string) =>
    PREFIX_LENGTHS.filter((length) => length <= place.length).map((length) =>
      place.slice(0, length),
    );
  const prefixes = [...new Set(matters.flatMap(({ place }) => prefixesOf(place)))];
  const [ancestors, coverers] = await Promise.all([
    run<{ key: string; unit: string }>(
      `select unit_id as "key", ancestor_id as unit from unit_ancestors where unit_id in (${marks(owners.length)})`,
      owners,
    ),
    run<{ key: string; unit: string }>(
      `select p.prefix as "key", a.ancestor_id as unit
       from unit_prefixes p join unit_ancestors a on a.unit_id = p.unit_id
       where p.prefix in (${marks(prefixes.length)})`,
      prefixes,
    ),
  ]);
  const [above, covering] = [collect(ancestors), collect(coverers)];
  const within = new Map<string, string[]>();
  for (const area of new Set(matters.flatMap(({ place }) => areaOf(place) ?? []))) {
    within.set(area, await findUnitsWithin(run, area));
  }
  return ({ place, owner }) => {
    const units = new Set([owner, ...(above.get(owner) ?? [])]);
    for (const prefix of prefixesOf(place)) {
      for (const unit of covering.get(prefix) ?? []) units.add(unit);
    }
    for (const unit of within.get(areaOf(place) ?? "") ?? []) units.add(unit);
    return [...units].sort();
  };
}

/** Units that cover something in an area, and all units above these. */
async function findUnitsWithin(run: Run, area: string): Promise<string[]> {
  const found = await run<{ unit: string }>(
    `select distinct a.ancestor_id as unit
     from unit_prefixes p join unit_ancestors a on a.unit_id = p.unit_id
     where p.prefix >= ? and p.prefix < ?`,
    // The sign after 9: all that begins with these digits lies between.
    [area, `${area}:`],
  );
  return found.map(({ unit }) => unit);
}

function collect(rows: { key: string; unit: string }[]): Map<string, string[]> {
  const units = new Map<string, string[]>();
  for (const { key, unit } of rows) {
    const known = units.get(key);
    if (known) known.push(unit);
    else units.set(key, [unit]);
  }
  return units;
}
