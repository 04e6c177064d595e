import type { Proposal } from "../engine/change/proposal";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import { inTransaction, insertRows, marks, type Row, type Run } from "./query";

/** Changes of rules as they are kept. A county has some hundreds in its life; what holds is read whole at the start. */
export interface ProposalStore {
  find(id: string): Promise<Proposal | undefined>;
  /** All of these counties, newest first; withdrawn ones only where asked for. */
  list(ask: { units: readonly string[]; withdrawn?: boolean }): Promise<Proposal[]>;
  /** Every version of every county. */
  listPublished(): Promise<Proposal[]>;
  insert(proposal: Proposal): Promise<void>;
  /**
   * Writes the next revision. `stale`: somebody wrote one first; `taken`: the scope has a version from that day.
   * Nothing is written then.
   */
  update(proposal: Proposal): Promise<"written" | "stale" | "taken">;
}

/** Proposals over a database. What people wrote in them is encrypted. */
export function createProposalStore(db: Database): ProposalStore {
  const select = async (where: string, bindings: readonly string[]): Promise<Proposal[]> => {
    const rows = await db.run<{ id: string; body: Buffer }>(
      `select id, body from proposals where ${where} order by begun_at desc, id desc`,
      bindings,
    );
    return rows.map(
      ({ id, body }) => unsealJson(db.ownKey, placeOf(id), body) as unknown as Proposal,
    );
  };

  return {
    async find(id) {
      return (await select("id = ?", [id]))[0];
    },

    list: ({ units, withdrawn = false }) =>
      select(
        `unit_id in (${marks(units.length)})${withdrawn ? "" : " and status <> 'withdrawn'"}`,
        units,
      ),

    listPublished: () => select("status = ?", ["published"]),

    async insert(proposal) {
      await insertRows(db.run, { table: "proposals", rows: [rowOf(db, proposal)] });
    },

    update: (proposal) =>
      inTransaction(db.knex, async (run) => {
        const { id, scope, status, revision, from } = proposal;
        if (from !== null && (await isTaken(run, proposal))) return "taken";
        const body = sealJson(db.ownKey, placeOf(id), proposal);
        const written = await run(
          `update proposals set status = ?, revision = ?, from_day = ?, body = ?
           where id = ? and unit_id = ? and revision = ? returning id`,
          [status, revision, from, body, id, scope.unit, revision - 1],
        );
        return written.length > 0 ? "written" : "stale";
      }),
  };
}

async function isTaken(run: Run, { id, scope, from }: Proposal): Promise<boolean> {
  const others = await run(
    `select id from proposals
     where unit_id = ? and package = ? and model = ? and from_day = ? and id <> ?`,
    [scope.unit, scope.package, scope.model ?? "", from, id],
  );
  return others.length > 0;
}

function rowOf(db: Database, proposal: Proposal): Row {
  const { id, scope, status, revision, from, log } = proposal;
  return {
    id,
    unit_id: scope.unit,
    package: scope.package,
    model: scope.model ?? "",
    status,
    revision,
    begun_by: log[0]?.by ?? "",
    begun_at: log[0]?.at ?? 0,
    from_day: from,
    body: sealJson(db.ownKey, placeOf(id), proposal),
  };
}

function placeOf(id: string): string {
  return `proposals.body/${id}`;
}
