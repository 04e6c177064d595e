import type { UnitRecord } from "../engine/people-ports";
import { insertRows, marks, type Run } from "./query";
import { rebuildLists } from "./scope-lists";

interface StoredUnit {
  id: string;
  kind: string;
  name: string;
  parent: string | null;
  dutyPhone: string | null;
}

/** All units, by id. */
export async function loadUnits(run: Run): Promise<UnitRecord[]> {
  const units = await run<StoredUnit>(
    `select id, kind, name, parent_id as parent, duty_phone as "dutyPhone" from units order by id`,
  );
  const prefixes = await run<{ prefix: string; unit: string }>(
    "select prefix, unit_id as unit from unit_prefixes order by prefix",
  );
  const covers = new Map<string, string[]>(units.map(({ id }) => [id, []]));
  for (const { prefix, unit } of prefixes) covers.get(unit)?.push(prefix);
  return units.map((unit) => ({ ...unit, covers: covers.get(unit.id) ?? [] }));
}

/**
 * Adds or replaces units. Where what they cover or belong to has changed, every matter is put on its lists anew:
 * slow on a full database, and rare.
 */
export async function saveUnits(run: Run, units: readonly UnitRecord[]): Promise<void> {
  if (units.length === 0) return;
  const before = shapeOf(await loadUnits(run));
  await insertRows(run, {
    table: "units",
    rows: units.map(({ id, kind, name, parent, dutyPhone }) => ({
      id,
      kind,
      name,
      parent_id: parent,
      duty_phone: dutyPhone,
    })),
    then: `on conflict (id) do update set kind = excluded.kind, name = excluded.name,
           parent_id = excluded.parent_id, duty_phone = excluded.duty_phone`,
  });
  const ids = units.map(({ id }) => id);
  await run(`delete from unit_prefixes where unit_id in (${marks(ids.length)})`, ids);
  const prefixes = units.flatMap(({ id, covers }) =>
    [...new Set(covers)].map((prefix) => ({ prefix, unit_id: id })),
  );
  await insertRows(run, { table: "unit_prefixes", rows: prefixes });

  const all = await loadUnits(run);
  if (shapeOf(all) === before) return;
  await run("delete from unit_ancestors");
  await insertRows(run, { table: "unit_ancestors", rows: ancestorRows(all) });
  await rebuildLists(run);
}

/** All that decides on scopes, as one text. */
function shapeOf(units: readonly UnitRecord[]): string {
  return JSON.stringify(units.map(({ id, parent, covers }) => [id, parent, covers]));
}

function ancestorRows(units: readonly UnitRecord[]): { unit_id: string; ancestor_id: string }[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  return units.flatMap(({ id }) => {
    const chain = new Set<string>();
    for (let at: string | null = id; at !== null && !chain.has(at); at = parents.get(at) ?? null) {
      if (parents.has(at)) chain.add(at);
    }
    return [...chain].map((ancestor) => ({ unit_id: id, ancestor_id: ancestor }));
  });
}
