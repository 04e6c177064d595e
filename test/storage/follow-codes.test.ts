import { expect, test } from "vitest";
import { createCaseStore } from "../../app/storage/case-store";
import { findFollowed, keepFollowCode } from "../../app/storage/follow-codes";
import { makeWork, NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const LATER = NOW + 1000;

async function withMatters() {
  const db = await openTestDatabase();
  await createCaseStore(db).commit([makeWork({ caseId: "a" }), makeWork({ caseId: "b" })]);
  const keep = (code: string, caseId: string, now = NOW) =>
    keepFollowCode(db, { code, caseId, seq: 1, now, expiresAt: now + 1000 });
  return { db, keep };
}

test("a code leads to its matter until it expires, and is stored so that nobody can read it", async () => {
  const { db, keep } = await withMatters();
  expect(await keep("38162094", "a")).toBe(true);
  expect(await findFollowed(db, { code: "38162094", now: NOW })).toEqual({ caseId: "a", seq: 1 });
  expect(await findFollowed(db, { code: "38162095", now: NOW })).toBeUndefined();
  expect(await findFollowed(db, { code: "38162094", now: LATER })).toBeUndefined();
  expect(JSON.stringify(await db.run("select * from follow_codes"))).not.toContain("3816");
});

test("the same code is never two matters' at once; the same matter may keep it twice", async () => {
  const { db, keep } = await withMatters();
  expect(await keep("38162094", "a")).toBe(true);
  expect(await keep("38162094", "a")).toBe(true);
  expect(await keep("38162094", "b")).toBe(false);
  expect(await keep("38162094", "b", LATER)).toBe(true);
  expect(await findFollowed(db, { code: "38162094", now: LATER })).toEqual({ caseId: "b", seq: 1 });
});
