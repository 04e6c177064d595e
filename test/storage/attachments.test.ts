import { expect, test } from "vitest";
import { findAttachment, MOST_BYTES, saveAttachment } from "../../app/storage/attachments";
import { createCaseStore } from "../../app/storage/case-store";
import { makeWork, NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

const photo = (bytes: Uint8Array) => {
  const place = { id: "p1", caseId: "a", retentionClass: "mediation" };
  return { ...place, type: "image/jpeg", bytes, at: NOW };
};

test("an attachment opens only through its own matter", async () => {
  const db = await openTestDatabase();
  const bytes = Buffer.from([1, 2, 3]);
  await saveAttachment(db, photo(bytes));
  expect(await findAttachment(db, { id: "p1", caseId: "a" })).toEqual({
    type: "image/jpeg",
    bytes,
  });
  expect(await findAttachment(db, { id: "p1", caseId: "b" })).toBeUndefined();
});

test("it may be stored before the matter's first step, and shares its key", async () => {
  const db = await openTestDatabase();
  await saveAttachment(db, photo(Buffer.from("x")));
  expect(await createCaseStore(db).commit([makeWork({ caseId: "a" })])).toEqual([{ ok: true }]);
  const [keys] = await db.run("select count(*) as n from case_keys where case_id = 'a'");
  expect(keys).toEqual({ n: 1 });
});

test("more than ten megabytes are refused", async () => {
  const db = await openTestDatabase();
  const tooLarge = saveAttachment(db, photo(new Uint8Array(MOST_BYTES + 1)));
  await expect(tooLarge).rejects.toThrow(/storage\/attachment-too-large.*11 MB; 10 MB/);
});
