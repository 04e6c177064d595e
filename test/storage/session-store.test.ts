import { expect, test } from "vitest";
import type { UserRecord } from "../../app/engine/people-ports";
import { createPeopleStore } from "../../app/storage/people-store";
import { createSessionStore } from "../../app/storage/session-store";
import { NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

async function open() {
  const db = await openTestDatabase();
  const users = ["u1", "u2"].map((id): UserRecord => {
    const plain = { id, login: id, name: id, passwordHash: null, demo: false, disabledAt: null };
    return { ...plain, language: "zh", largeType: false, createdAt: NOW };
  });
  await createPeopleStore(db).save({ users });
  return createSessionStore(db);
}

const session = (tokenHash: string, user: string, startedAt = NOW, seenAt = NOW) => {
  return { tokenHash, user, startedAt, seenAt };
};

test("a session is found until it is removed", async () => {
  const store = await open();
  await store.saveSession(session("t", "u1"));
  await store.saveSession(session("t", "u1", NOW, NOW + 5));
  expect(await store.findSession("t")).toEqual(session("t", "u1", NOW, NOW + 5));
  await store.removeSession("t");
  expect(await store.findSession("t")).toBeUndefined();
});

test("a person is signed out everywhere, others stay", async () => {
  const store = await open();
  for (const [token, user] of [
    ["a", "u1"],
    ["b", "u1"],
    ["c", "u2"],
  ] as const) {
    await store.saveSession(session(token, user));
  }
  await store.removeSessionsOf("u1");
  const left = await Promise.all(["a", "b", "c"].map((token) => store.findSession(token)));
  expect(left.map((found) => found?.user)).toEqual([undefined, undefined, "u2"]);
});

test("old and unused sessions are cleared", async () => {
  const store = await open();
  await store.saveSession(session("old", "u1", NOW - 10, NOW));
  await store.saveSession(session("unused", "u1", NOW, NOW - 10));
  await store.saveSession(session("good", "u1"));
  await store.removeSessionsBefore({ startedAt: NOW - 9, seenAt: NOW - 9 });
  const left = await Promise.all(["old", "unused", "good"].map((t) => store.findSession(t)));
  expect(left.map((found) => found?.tokenHash)).toEqual([undefined, undefined, "good"]);
});
