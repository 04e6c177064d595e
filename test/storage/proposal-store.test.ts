import { expect, test } from "vitest";
import type { Proposal } from "../../app/engine/change/proposal";
import { createProposalStore } from "../../app/storage/proposal-store";
import { makeProposal } from "../support/make-proposal";
import { openDatabaseWithUnits, UNITS } from "../support/open-test-database";

const county = { unit: "county", package: "tool-lending", model: null };

async function open() {
  const units = [...UNITS, { ...UNITS[0], id: "next" } as (typeof UNITS)[0]];
  const db = await openDatabaseWithUnits(units);
  return { db, store: createProposalStore(db) };
}

const make = (id: string, change: Partial<Proposal> = {}) =>
  makeProposal({ id, scope: county, ...change });

test("gives back what was stored, and nothing of it stands in the database in plain words", async () => {
  const { db, store } = await open();
  const proposal = make("p1", { why: "汛期用水泵的多" });
  await store.insert(proposal);
  expect(await store.find("p1")).toEqual(proposal);
  expect(await store.find("p2")).toBeUndefined();
  const [row] = await db.run<{ body: Buffer }>("select body from proposals");
  expect(row?.body.includes("汛期")).toBe(false);
});

test("lists a county's, newest first, withdrawn ones only when asked", async () => {
  const { store } = await open();
  const begun = (at: number) => [{ act: "begin" as const, by: "zhoumin", at }];
  await store.insert(make("a", { log: begun(1) }));
  await store.insert(make("b", { log: begun(3), status: "withdrawn" }));
  await store.insert(make("c", { log: begun(2) }));
  await store.insert(make("d", { log: begun(4), scope: { ...county, unit: "next" } }));
  const ids = async (withdrawn: boolean) =>
    (await store.list({ units: ["county"], withdrawn })).map(({ id }) => id);
  expect(await ids(false)).toEqual(["c", "a"]);
  expect(await ids(true)).toEqual(["b", "c", "a"]);
  expect(await store.list({ units: [] })).toEqual([]);
});

test("of two who write the same revision, one is told that it was written meanwhile", async () => {
  const { store } = await open();
  const proposal = make("p1");
  await store.insert(proposal);
  const next = { ...proposal, revision: 2, why: "第一位写的" };
  expect(await store.update(next)).toBe("written");
  expect(await store.update({ ...next, why: "第二位写的" })).toBe("stale");
  expect((await store.find("p1"))?.why).toBe("第一位写的");
});

test("a scope has one version a day; another model's or another county's does not count", async () => {
  const { store } = await open();
  const publish = (proposal: Proposal) =>
    store.update({ ...proposal, revision: 2, status: "published", from: "2026-12-01" });
  const others = [
    make("a"),
    make("b", { scope: { ...county, model: "m2" } }),
    make("c", { scope: { ...county, unit: "next" } }),
  ];
  for (const one of [...others, make("d")]) await store.insert(one);
  for (const one of others) expect(await publish(one)).toBe("written");
  expect(await publish(make("d"))).toBe("taken");
  expect((await store.listPublished()).map(({ id }) => id).sort()).toEqual(["a", "b", "c"]);
});
