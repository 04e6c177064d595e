import { expect, test } from "vitest";
import { appendAudit, listAudit } from "../../app/storage/audit-log";
import { NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

test("lines are kept in order, their details encrypted", async () => {
  const db = await openTestDatabase();
  const read = { at: NOW, user: "u1", act: "case.read", caseId: "a", detail: { why: "杨秀兰" } };
  const print = { ...read, at: NOW + 1, act: "paper.print" };
  await appendAudit(db, [print, read, { ...read, caseId: "b" }]);
  await appendAudit(db, []);
  expect(await listAudit(db, "a")).toEqual([read, print]);
  const rows = await db.run<{ detail: Buffer }>("select detail from audit");
  expect(rows.some(({ detail }) => detail.includes("杨秀兰"))).toBe(false);
});
