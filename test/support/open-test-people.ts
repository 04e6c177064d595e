import { randomBytes } from "node:crypto";
import type { Roles } from "../../app/engine/check/roles";
import type { Instant } from "../../app/engine/time/types";
import { instantOf } from "../../app/engine/time/zone";
import { createAccounts, type Accounts } from "../../app/runtime/people/accounts";
import { createCsrfTokens, type CsrfTokens } from "../../app/runtime/people/csrf-tokens";
import type { PasswordCost } from "../../app/runtime/people/password";
import { createPeople, type People } from "../../app/runtime/people/people";
import { createPeopleStore } from "../../app/storage/people-store";
import { createSessionStore } from "../../app/storage/session-store";
import type { Database } from "../../app/storage/database";
import { openTestDatabase } from "./open-test-database";

/** Fast; the product's own cost is tried once, in the test of passwords. */
export const CHEAP: PasswordCost = { logN: 4, blockSize: 8, parallel: 1 };

const roles: Roles = {
  auxiliary: { title: { zh: "协勤", en: "Auxiliary" }, decides: false },
  officer: { title: { zh: "民警", en: "Officer" }, decides: true },
  admin: { title: { zh: "管理员", en: "Administrator" }, decides: true },
};

export interface TestPeople {
  people: People;
  accounts: Accounts;
  csrf: CsrfTokens;
  database: Database;
  /** The clock; set `time` to move it. */
  clock: { time: Instant };
  roles: Roles;
  /** Opens the same database again, as after a restart. */
  reopen(change?: { demoAccounts?: boolean }): Promise<People>;
}

/** People over a real, empty database in memory. */
export async function openTestPeople(): Promise<TestPeople> {
  const database = await openTestDatabase();
  const clock = { time: instantOf("2026-11-23T10:00") };
  const csrf = createCsrfTokens(randomBytes(32));
  const now = () => clock.time;
  const reopen = ({ demoAccounts = true } = {}) =>
    createPeople({
      store: createPeopleStore(database),
      sessionStore: createSessionStore(database),
      roles,
      csrf,
      now,
      demoAccounts,
    });
  const people = await reopen();
  const accounts = createAccounts({ people, roles, now, cost: CHEAP });
  return { people, accounts, csrf, database, clock, roles, reopen };
}
