import type { Case, CaseStatus } from "../engine/case";
import type { Text } from "../engine/text";
import type { Instant } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { unsealJson } from "./cipher";
import type { Database } from "./database";
import { marks, runInParts, type Binding } from "./query";

/** What a list or a link shows of a matter, without reading its data. */
export interface CaseBrief {
  id: string;
  workflow: string;
  hash: string;
  number: string | null;
  title: Text;
  place: Case["place"];
  owner: Case["owner"];
  status: CaseStatus;
  end: Case["end"];
  state: Case["state"];
  seq: number;
  startedAt: Instant;
  lastAt: Instant;
  paused: boolean;
}

/** Briefs of these matters, in the order asked; unknown ids are left out. */
export async function findBriefs(db: Database, ids: readonly string[]): Promise<CaseBrief[]> {
  const found = await runInParts(ids, (part) => select(db, `id in (${marks(part.length)})`, part));
  const byId = new Map(found.map((brief) => [brief.id, brief]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where these matters are and whose, in no order; unknown ids are left out. Nothing secret is opened. */
export async function findWhereabouts(
  db: Database,
  ids: readonly string[],
): Promise<{ id: string; place: string; owner: string }[]> {
  return runInParts(ids, (part) =>
    db.run<{ id: string; place: string; owner: string }>(
      `select id, place_code as place, owner_id as owner from cases where id in (${marks(part.length)})`,
      part,
    ),
  );
}

/** The matters that carry this number; numbers are given per unit and year, so there may be several. Newest first. */
export async function findByNumber(db: Database, number: string): Promise<CaseBrief[]> {
  const found = await select(db, "number = ?", [number]);
  return found.sort((a, b) => b.startedAt - a.startedAt);
}

/** One page of the matters in a unit's scope, newest first; `after` is the last id of the page before. */
export async function listCases(
  db: Database,
  page: { unit: string; status: CaseStatus; after: string | null; limit: number },
): Promise<CaseBrief[]> {
  const { unit, status, after, limit } = page;
  const rows = await db.run<{ id: string }>(
    `select case_id as id from case_units where unit_id = ? and status = ?
     ${after === null ? "" : "and case_id < ?"} order by case_id desc limit ${limit}`,
    [unit, status, ...(after === null ? [] : [after])],
  );
  return findBriefs(
    db,
    rows.map(({ id }) => id),
  );
}

/** How many matters lie in the scope of any of these units, each counted once; at most `most`. */
export async function countCases(
  db: Database,
  { units, status, most }: { units: readonly string[]; status: CaseStatus; most: number },
): Promise<number> {
  const asked = [...new Set(units)];
  if (asked.length === 0) return 0;
  const part = `select case_id as id from case_units where unit_id = ? and status = ? limit ${most}`;
  const parts = asked.map((_, index) => `select * from (${part}) as q${index}`);
  const [found] = await db.run<{ count: number }>(
    `select count(distinct id) as count from (${parts.join(" union all ")}) as found`,
    asked.flatMap((unit) => [unit, status]),
  );
  return Math.min(found?.count ?? 0, most);
}

/** A matter's linked matters: those it opened, and those that opened it. */
export async function findLinks(
  db: Database,
  caseId: string,
): Promise<{ side: "parent" | "child"; link: string; caseId: string }[]> {
  const children = await db.run<{ link: string; caseId: string }>(
    `select name as link, child_id as "caseId" from links where parent_id = ? order by name, child_id`,
    [caseId],
  );
  const parents = await db.run<{ link: string; caseId: string }>(
    `select name as link, parent_id as "caseId" from links where child_id = ? order by parent_id`,
    [caseId],
  );
  return [
    ...parents.map((link) => ({ side: "parent" as const, ...link })),
    ...children.map((link) => ({ side: "child" as const, ...link })),
  ];
}

interface StoredBrief {
  id: string;
  workflow: string;
  hash: string;
  number: string | null;
  title: Buffer;
  placeCode: string;
  placeName: string;
  ownerId: string;
  ownerName: string;
  status: CaseStatus;
  end: Case["end"];
  state: string;
  seq: number;
  startedAt: Instant;
  lastAt: Instant;
  pausedSince: Instant | null;
  retentionClass: string;
}

async function select(
  db: Database,
  where: string,
  bindings: readonly Binding[],
): Promise<CaseBrief[]> {
  const rows = await db.run<StoredBrief>(
    `select id, package as workflow, hash, number, title, place_code as "placeCode",
            place_name as "placeName", owner_id as "ownerId", owner_name as "ownerName", status,
            ended_as as "end", state, seq, started_at as "startedAt", last_at as "lastAt",
            paused_since as "pausedSince", retention_class as "retentionClass"
     from cases where ${where}`,
    bindings,
  );
  const cases = rows.map(({ id }) => id);
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases });
  return rows.map((row) => {
    const { placeCode, placeName, ownerId, ownerName, pausedSince, retentionClass, ...rest } = row;
    const key = keys.get({ caseId: row.id, retentionClass });
    const about = `cases.title/${row.id}/${row.seq}`;
    return {
      ...rest,
      title: unsealJson(key, about, row.title) as unknown as Text,
      place: { code: placeCode, name: placeName },
      owner: { id: ownerId, name: ownerName },
      state: JSON.parse(row.state) as Case["state"],
      paused: pausedSince !== null,
    };
  });
}
