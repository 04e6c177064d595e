import { expect } from "vitest";
import { saveAttachment } from "../../../app/storage/attachments";
import { createCaseStore } from "../../../app/storage/case-store";
import type { Database } from "../../../app/storage/database";
import { createDefinitionStore } from "../../../app/storage/definition-store";
import { createPeopleStore } from "../../../app/storage/people-store";
import {
  verifyDatabase,
  type VerifyAsk,
  type VerifyReport,
} from "../../../app/storage/verify/verify-database";
import { inTransaction } from "../../../app/storage/query";
import { publishing } from "../../support/make-notice";
import { makeStep, makeTimer, makeWork, NOW } from "../../support/make-work";
import { openDatabaseWithUnits } from "../../support/open-test-database";

const KEY = "mediation/station/2026";
const number = (value: number) => ({ name: "n", key: KEY, value, formatted: `${value}` });
const line = (name: string) => ({ register: "book", cells: { name } });
const effect = (id: string) => ({ id, action: "core.notify", params: { to: "杨秀兰" } });

/** Two matters, `a` of three steps with its child `b`, and everything that steps leave behind. */
export async function openFilled(): Promise<Database> {
  const db = await openDatabaseWithUnits();
  await createDefinitionStore(db).saveDefinition("h1", { id: "x" });
  const links = { referral: [{ id: "b", state: "open", end: null, exported: {} }] };
  const timers = [makeTimer({ id: "t1" }), makeTimer({ id: "t2", blocked: true })];
  const first = makeStep({
    caseId: "a",
    matter: { links, timers, number: "1" },
    outcome: { numbers: [number(1)], registers: [line("甲")], effects: [effect("a:1:0")] },
  });
  const child = makeStep({ caseId: "b", outcome: { numbers: [number(2)] } });
  const second = makeStep({
    before: first.next,
    outcome: {
      effects: [effect("a:2:0"), effect("a:2:1")],
      registers: [line("乙")],
      ...publishing(),
    },
  });
  const third = makeStep({
    before: second.next,
    outcome: { numbers: [number(3)], notices: [{ is: "held", name: "list", rows: [1] }] },
  });
  const works = [makeWork(first, child), makeWork(second), makeWork(third)];
  for (const result of await createCaseStore(db).commit(works)) expect(result.ok).toBe(true);
  const photo = { id: "p", caseId: "a", retentionClass: "mediation", type: "image/png", at: NOW };
  await saveAttachment(db, { ...photo, bytes: Buffer.from([1, 2, 3]) });
  const user = { id: "u1", login: "u1", name: "高原", passwordHash: null, demo: false };
  const rest = { disabledAt: null, language: "zh" as const, largeType: false, createdAt: NOW };
  await createPeopleStore(db).save({ users: [{ ...user, ...rest }] });
  return db;
}

/** Changes rows behind the product's back, and behind the database's own guards; `zeroblob(n)` is n empty bytes. */
export async function tamper(db: Database, statements: readonly string[]): Promise<void> {
  if (db.dialect === "sqlite") {
    await db.run("pragma foreign_keys = off");
    for (const sql of statements) await db.run(sql);
    return;
  }
  await inTransaction(db.knex, async (run) => {
    await run("set local session_replication_role = replica");
    for (const sql of statements) {
      await run(sql.replace(/zeroblob\((.+?)\) where|zeroblob\((.+?)\)$/, bytes));
    }
  });
}

function bytes(found: string, before?: string, last?: string): string {
  const empty = `decode(repeat('00', ${before ?? last}), 'hex')`;
  return found.endsWith("where") ? `${empty} where` : empty;
}

/** Verifies; every definition has the hash `h1`. */
export function verify(db: Database, ask: Partial<VerifyAsk> = {}): Promise<VerifyReport> {
  return verifyDatabase(db, { hashOf: () => "h1", ...ask });
}

/** The findings as `code matter/step`. */
export async function found(db: Database, ask: Partial<VerifyAsk> = {}): Promise<string[]> {
  const { findings } = await verify(db, ask);
  return findings.map(({ code, caseId, seq }) =>
    caseId === null ? code : `${code} ${caseId}/${seq ?? ""}`,
  );
}
