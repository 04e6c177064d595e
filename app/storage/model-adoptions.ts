import type { JsonObject } from "../engine/json";
import type { PeopleSnapshot } from "../engine/people-ports";
import { upsert, type Run } from "./query";

type ModelRows = Pick<PeopleSnapshot, "modelAdoptions" | "villageKinds" | "unitFacts">;

/** Adopted models, kinds of villages and aggregate facts: all of them, as they are kept in memory. */
export async function loadModelRows(run: Run): Promise<ModelRows> {
  const adoptions = await run<{
    unit: string;
    kind: string;
    model: string;
    from: string;
    to: string | null;
    settings: string;
    decidedBy: string | null;
  }>(
    `select unit_id as unit, kind, model, from_day as "from", to_day as "to", settings,
            decided_by as "decidedBy"
     from model_adoptions order by unit_id, kind, from_day`,
  );
  const facts = await run<{ unit: string; facts: string; day: string }>(
    "select unit_id as unit, facts, day from unit_facts order by unit_id",
  );
  return {
    modelAdoptions: adoptions.map((row) => ({
      ...row,
      kind: row.kind === "" ? null : row.kind,
      settings: JSON.parse(row.settings) as Record<string, JsonObject>,
    })),
    villageKinds: await run(
      `select unit_id as unit, kind, from_day as "from", decided_by as "decidedBy"
       from village_kinds order by unit_id, from_day`,
    ),
    unitFacts: facts.map((row) => ({ ...row, facts: JSON.parse(row.facts) as JsonObject })),
  };
}

/** Adds or replaces them, by unit and first day (adoptions by kind too; facts by unit alone). */
export async function saveModelRows(run: Run, change: Partial<ModelRows>): Promise<void> {
  await upsert(run, {
    table: "model_adoptions",
    key: ["unit_id", "kind", "from_day"],
    rows: (change.modelAdoptions ?? []).map((one) => ({
      unit_id: one.unit,
      kind: one.kind ?? "",
      model: one.model,
      from_day: one.from,
      to_day: one.to,
      settings: JSON.stringify(one.settings),
      decided_by: one.decidedBy,
    })),
  });
  await upsert(run, {
    table: "village_kinds",
    key: ["unit_id", "from_day"],
    rows: (change.villageKinds ?? []).map(({ unit, kind, from, decidedBy }) => ({
      unit_id: unit,
      kind,
      from_day: from,
      decided_by: decidedBy,
    })),
  });
  await upsert(run, {
    table: "unit_facts",
    key: ["unit_id"],
    rows: (change.unitFacts ?? []).map(({ unit, facts, day }) => ({
      unit_id: unit,
      facts: JSON.stringify(facts),
      day,
    })),
  });
}
