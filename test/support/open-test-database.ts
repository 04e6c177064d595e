import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { UnitRecord } from "../../app/engine/people-ports";
import { openStorage, type Database } from "../../app/storage/database";
import { createKeyRing } from "../../app/storage/key-ring";
import { openDatabase } from "../../app/storage/open-database";
import { createPeopleStore } from "../../app/storage/people-store";
import { onPostgres, takeTestDatabase, type TestDatabase } from "../postgres/test-databases";

/** The master key of every test database. */
export const TEST_KEY = Buffer.alloc(32, 7);

const open = new Set<Database>();
const taken = new Set<TestDatabase>();
const folders = new Set<string>();

afterEach(async () => {
  for (const db of open) await db.knex.destroy();
  open.clear();
  for (const database of taken) await database.giveBack();
  taken.clear();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
});

/** An empty database of the kind that the project runs on (SQLite's in memory), or the one at `at`; closed after the test. */
export async function openTestDatabase(at?: string): Promise<Database> {
  const url = at ?? (await makeDatabase());
  const knex = await openDatabase({ url });
  const db = await openStorage(knex, createKeyRing(TEST_KEY));
  open.add(db);
  return db;
}

async function makeDatabase(): Promise<string> {
  if (!onPostgres()) return "sqlite::memory:";
  const database = await takeTestDatabase();
  taken.add(database);
  return database.url;
}

/** A new folder for database files, removed after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "qy-storage-"));
  folders.add(folder);
  return folder;
}

const unit = (id: string, kind: string, parent: string | null, covers: string[]): UnitRecord => {
  return { id, name: id, kind, parent, covers, dutyPhone: null };
};

/** A county with two stations, one of which has a police area of two villages. */
export const UNITS: UnitRecord[] = [
  unit("county", "county", null, ["991021"]),
  unit("station", "station", "county", ["991021200"]),
  unit("area", "policeArea", "station", ["991021200201", "991021200202"]),
  unit("village", "village", "county", ["991021200201"]),
  unit("other", "station", "county", ["991021300"]),
];

/** A database in memory with these units. */
export async function openDatabaseWithUnits(units = UNITS): Promise<Database> {
  const db = await openTestDatabase();
  await createPeopleStore(db).save({ units });
  return db;
}
