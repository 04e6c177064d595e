import { beforeEach, expect, test, vi } from "vitest";
import { HOUR, MINUTE } from "../../../app/engine/time/duration";
import type { Session } from "../../../app/runtime/api";
import { openTestPeople, type TestPeople } from "../../support/open-test-people";

// Hashing passwords and syncing to the disk take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const password = "spring water 7";
let held: TestPeople;

beforeEach(async () => {
  held = await openTestPeople();
  const { people, accounts } = held;
  await people.save({
    units: [
      {
        id: "991021200.station",
        name: "青石派出所",
        kind: "station",
        parent: null,
        covers: ["991021200"],
        dutyPhone: "0000-6200110",
      },
    ],
  });
  const account = { login: "gaoyuan", name: "高原", role: "officer", unit: "991021200.station" };
  await accounts.add({ ...account, password });
});

async function signIn(change: Partial<{ login: string; password: string; previous: string }> = {}) {
  const input = { login: "gaoyuan", password, address: "10.0.0.1", ...change };
  return held.people.signIn(input);
}

async function signedIn(previous?: string): Promise<Session> {
  const answer = await signIn(previous === undefined ? {} : { previous });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

test("the right password opens a session of the person with their posts", async () => {
  const session = await signedIn();
  expect(session.person).toMatchObject({ name: "高原", assignments: [{ role: "officer" }] });
  expect(session.preferences).toEqual({ language: "zh", largeType: false });
  expect(session.csrf).toBe(held.csrf.forSession(session.token));
  expect(await held.people.findSession(session.token)).toEqual(session);
});

test("capitals, spaces and full-width letters in the login do no harm", async () => {
  expect(await signIn({ login: " ＧaoYuan " })).toMatchObject({ ok: true });
});

test("a wrong password, an unknown login and a disabled account get one and the same answer", async () => {
  const wrong = await signIn({ password: "spring water 8" });
  const unknown = await signIn({ login: "nobody" });
  await held.accounts.disable("gaoyuan");
  const disabled = await signIn();
  expect(wrong).toMatchObject({ ok: false, refusal: { code: "auth/wrong" } });
  expect(unknown).toEqual(wrong);
  expect(disabled).toEqual(wrong);
});

test("after five wrong passwords even the right one is refused for a while", async () => {
  for (let i = 0; i < 5; i += 1) await signIn({ password: "wrong" });
  expect(await signIn()).toMatchObject({ ok: false, refusal: { code: "auth/locked" } });
  held.clock.time += 15 * MINUTE;
  expect(await signIn()).toMatchObject({ ok: true });
});

test("wrong passwords sent all at once are counted like one after the other", async () => {
  const tries = Array.from({ length: 8 }, () => signIn({ password: "wrong" }));
  const codes = (await Promise.all(tries)).map((answer) => (answer.ok ? "" : answer.refusal.code));
  expect(codes.filter((code) => code === "auth/wrong")).toHaveLength(5);
  expect(codes.filter((code) => code === "auth/locked")).toHaveLength(3);
});

test("signing in gives a new token and ends the session that the browser had", async () => {
  const first = await signedIn();
  const second = await signedIn(first.token);
  expect(second.token).not.toBe(first.token);
  expect(await held.people.findSession(first.token)).toBeUndefined();
  expect(await held.people.findSession(second.token)).toBeDefined();
});

test("signing in elsewhere leaves the other device's session", async () => {
  const first = await signedIn();
  await signedIn();
  expect(await held.people.findSession(first.token)).toBeDefined();
});

test("signing out ends the session for good", async () => {
  const { token } = await signedIn();
  await held.people.signOut(token);
  expect(await held.people.findSession(token)).toBeUndefined();
});

test("an idle session ends after two hours", async () => {
  const { token } = await signedIn();
  held.clock.time += 2 * HOUR - 1;
  expect(await held.people.findSession(token)).toBeDefined();
  held.clock.time += 2 * HOUR;
  expect(await held.people.findSession(token)).toBeUndefined();
});

test("a busy session ends after fourteen hours all the same", async () => {
  const { token } = await signedIn();
  for (let hour = 1; hour < 14; hour += 1) {
    held.clock.time += HOUR;
    expect(await held.people.findSession(token)).toBeDefined();
  }
  held.clock.time += HOUR;
  expect(await held.people.findSession(token)).toBeUndefined();
});

test("sessions outlive a restart of the server", async () => {
  const { token } = await signedIn();
  expect(await (await held.reopen()).findSession(token)).toBeDefined();
});

test("what has run out is cleared from the database", async () => {
  const { token } = await signedIn();
  held.clock.time += 3 * HOUR;
  const kept = await signedIn();
  await held.people.clearSessions();
  const rows = await held.database.run("select token_hash from sessions");
  expect(rows).toHaveLength(1);
  expect(await held.people.findSession(kept.token)).toBeDefined();
  expect(await held.people.findSession(token)).toBeUndefined();
});

test("the token is nowhere in the database", async () => {
  const { token } = await signedIn();
  const stored = JSON.stringify(await held.database.run("select * from sessions"));
  expect(stored).not.toContain(token);
});

test.each(["", "x", "'; drop table users; --", "A".repeat(43), "A".repeat(100_000)])(
  "the made-up token %.20j finds nothing",
  async (token) => {
    expect(await held.people.findSession(token)).toBeUndefined();
  },
);

test("disabling an account or resetting its password ends its sessions everywhere", async () => {
  const first = await signedIn();
  await held.accounts.reset({ login: "gaoyuan", password: "another water 8" });
  expect(await held.people.findSession(first.token)).toBeUndefined();
  const next = await signIn({ password: "another water 8" });
  await held.accounts.disable("gaoyuan");
  expect(next.ok && (await held.people.findSession(next.value.token))).toBeUndefined();
});

test("outside the demo, demo accounts can neither sign in nor go on", async () => {
  const user = held.people.directory().findLogin("gaoyuan");
  if (!user) throw new Error("no user");
  const { token } = await signedIn();
  await held.people.save({ users: [{ ...user, demo: true }] });
  const production = await held.reopen({ demoAccounts: false });
  expect(await production.findSession(token)).toBeUndefined();
  const input = { login: "gaoyuan", password, address: "10.0.0.1" };
  expect(await production.signIn(input)).toMatchObject({ refusal: { code: "auth/wrong" } });
});

test("preferences are kept with the person", async () => {
  const session = await signedIn();
  await held.people.setPreferences(session, { largeType: true });
  const again = await (await held.reopen()).findSession(session.token);
  expect(again?.preferences).toEqual({ language: "zh", largeType: true });
});

test("who is signed in is told by name, role and unit", async () => {
  expect(held.people.who(await signedIn())).toEqual({
    name: "高原",
    roleTitle: { zh: "民警", en: "Officer" },
    unitName: "青石派出所",
  });
});
