import { expect, test } from "vitest";
import { findWhereabouts, saveWhereabouts } from "../../app/storage/whereabouts";
import { openTestDatabase } from "../support/open-test-database";

const entry = { word: "village", place: "岩湾村", until: 2_000, setAt: 1_000 } as const;

test("a card is written over, and only the last is there", async () => {
  const db = await openTestDatabase();
  await saveWhereabouts(db, "gaoyuan", entry);
  await saveWhereabouts(db, "gaoyuan", { ...entry, word: "in", place: "", setAt: 1_500 });
  const found = await findWhereabouts(db, ["gaoyuan", "nobody"]);
  expect([...found]).toEqual([["gaoyuan", { ...entry, word: "in", place: "", setAt: 1_500 }]]);
  expect(await db.run("select count(*) as n from whereabouts")).toEqual([{ n: 1 }]);
});

test("where somebody is stands nowhere in the open, and is nobody else's card", async () => {
  const db = await openTestDatabase();
  await saveWhereabouts(db, "gaoyuan", entry);
  const [row] = await db.run<{ body: Buffer }>("select body from whereabouts");
  expect(row?.body.toString("utf8")).not.toContain("岩湾村");
  await db.run("update whereabouts set user_id = 'other'");
  await expect(findWhereabouts(db, ["other"])).rejects.toThrow();
  expect(await findWhereabouts(db, [])).toEqual(new Map());
});
