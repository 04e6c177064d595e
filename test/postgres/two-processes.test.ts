import { afterEach, expect, test } from "vitest";
import { createCaseStore } from "../../app/storage/case-store";
import { openStorage, type Database } from "../../app/storage/database";
import { deliverMessage, listMessages } from "../../app/storage/inbox";
import { createKeyRing } from "../../app/storage/key-ring";
import { openDatabase } from "../../app/storage/open-database";
import { claimEffects } from "../../app/storage/outbox";
import { createPeopleStore } from "../../app/storage/people-store";
import { claimDueTimers } from "../../app/storage/timer-queue";
import { createCommandQueue, type Order } from "../../app/runtime/cases/command-queue";
import { makeTimer, makeWork, matterAfter, NOW } from "../support/make-work";
import { TEST_KEY } from "../support/open-test-database";
import { verify } from "../storage/verify/filled-database";
import { takeTestDatabase, type TestDatabase } from "./test-databases";

const open: Database[] = [];
let taken: TestDatabase | undefined;

afterEach(async () => {
  for (const { knex } of open.splice(0)) await knex.destroy();
  await taken?.giveBack();
});

/** Two processes of the product on one server: each with connections of its own. */
async function openTwice(): Promise<[Database, Database]> {
  taken = await takeTestDatabase();
  const { url } = taken;
  const openOne = async () => {
    const db = await openStorage(await openDatabase({ url }), createKeyRing(TEST_KEY));
    open.push(db);
    return db;
  };
  return [await openOne(), await openOne()];
}

const KEY = "mediation/station/2026";

/** A command that opens a matter under the next number. */
function opening(caseId: string): Order {
  return {
    caseId,
    commandId: `open ${caseId}`,
    bodyHash: caseId,
    prepare: () =>
      Promise.resolve({
        ok: true as const,
        value: {
          sequences: [KEY],
          decide(numbers: Readonly<Record<string, number>>) {
            const value = (numbers[KEY] ?? 0) + 1;
            const used = { name: "register", key: KEY, value, formatted: `${value}` };
            const work = makeWork({
              caseId,
              commandId: `open ${caseId}`,
              outcome: { numbers: [used] },
            });
            return { ok: true as const, steps: work.steps };
          },
        },
      }),
  };
}

test("numbers have neither gap nor repeat, however both write at once", async () => {
  const [here, there] = await openTwice();
  const [store, other] = [createCaseStore(here), createCaseStore(there)];
  const [first, second] = [createCommandQueue(store), createCommandQueue(other)];
  const receipts = await Promise.all(
    Array.from({ length: 60 }, (_, n) => (n % 2 ? first : second).submit(opening(`c${n}`))),
  );
  expect(receipts.every(({ ok }) => ok)).toBe(true);
  const { sequences } = await store.read({ cases: [], commands: [], sequences: [KEY] });
  expect(sequences.get(KEY)).toBe(60);
  const { findings } = await verify(here);
  expect(findings.filter(({ code }) => code === "verify/numbers")).toEqual([]);
});

test("the same command at both is taken once, and both get its answer", async () => {
  const [here, there] = await openTwice();
  const first = createCommandQueue(createCaseStore(here));
  const second = createCommandQueue(createCaseStore(there));
  const receipts = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? first : second).submit(opening("same"))),
  );
  expect(receipts.every(({ ok }) => ok)).toBe(true);
  expect(receipts.filter((receipt) => receipt.ok && receipt.steps.length > 0)).toHaveLength(1);
});

test("one of two first steps of the same matter is stored, the other is stale", async () => {
  const [here, there] = await openTwice();
  const results = await Promise.all([
    createCaseStore(here).commit([makeWork({ caseId: "a", commandId: "x" })]),
    createCaseStore(there).commit([makeWork({ caseId: "a", commandId: "y" })]),
  ]);
  const codes = results.flat().map((result) => (result.ok ? "ok" : result.refusal.code));
  expect(codes.sort()).toEqual(["case/stale", "ok"]);
});

test("what waits is claimed by one of them", async () => {
  const [here, there] = await openTwice();
  await createPeopleStore(here).save({
    units: [
      {
        id: "county",
        name: "云岭县",
        kind: "county",
        parent: null,
        covers: ["991021"],
        dutyPhone: null,
      },
    ],
  });
  const timers = Array.from({ length: 40 }, (_, n) => makeTimer({ id: `t${n}`, dueAt: NOW - 1 }));
  const effects = timers.map(({ id }) => ({ id: `e${id}`, action: "core.notify", params: {} }));
  const work = makeWork({ caseId: "a", matter: { timers }, outcome: { effects } });
  expect(await createCaseStore(here).commit([work])).toEqual([{ ok: true }]);
  const claim = { county: "991021", now: NOW + 1, limit: 10, lease: 60_000 };
  const rounds = Array.from({ length: 8 }, (_, n) => (n % 2 ? here : there));
  const claimedTimers = (await Promise.all(rounds.map((db) => claimDueTimers(db, claim)))).flat();
  const claimedEffects = (await Promise.all(rounds.map((db) => claimEffects(db, claim)))).flat();
  const unique = (ids: string[]) => new Set(ids).size;
  expect(claimedTimers).toHaveLength(unique(claimedTimers.map(({ timer }) => timer)));
  expect(claimedEffects).toHaveLength(unique(claimedEffects.map(({ id }) => id)));
  expect(claimedTimers.length + claimedEffects.length).toBeGreaterThan(0);
});

test("the same message from both reaches a person once", async () => {
  const [here, there] = await openTwice();
  await createPeopleStore(here).save({
    users: [
      {
        ...{ id: "u1", login: "gaoyuan", name: "高原", passwordHash: null, demo: false },
        ...{ disabledAt: null, language: "zh", largeType: false, createdAt: NOW },
      },
    ],
  });
  const message = { recipients: ["u1"], key: "k", caseId: null, text: { zh: "到期" }, at: NOW };
  await Promise.all([here, there, here, there].map((db) => deliverMessage(db, message)));
  expect(await listMessages(there, { user: "u1", limit: 9 })).toHaveLength(1);
});

test("units are put in order while matters are written, and every matter stands on the right lists", async () => {
  const [here, there] = await openTwice();
  const unit = (id: string, covers: string) => {
    return { id, name: id, kind: "station", parent: null, covers: [covers], dutyPhone: null };
  };
  const store = createCaseStore(there);
  const written = Array.from({ length: 20 }, async (_, n) => {
    const work = makeWork({ caseId: `m${n}`, matter: { owner: { id: "s0", name: "s0" } } });
    const [result] = await store.commit([work]);
    return result?.ok ? matterAfter(work).id : "";
  });
  const saved = Array.from({ length: 5 }, (_, n) =>
    createPeopleStore(here).save({ units: [unit(`s${n}`, "991021200")] }),
  );
  await Promise.all([Promise.all(written), Promise.all(saved)]);
  const rows = await here.run<{ caseId: string; units: number }>(
    `select case_id as "caseId", count(*) as units from case_units group by case_id`,
  );
  expect(new Set(rows.map(({ units }) => units)).size).toBe(1);
  expect(rows).toHaveLength(20);
});
