import { describe, expect, test } from "vitest";
import { findBriefs, findByNumber, findLinks, listCases } from "../../app/storage/case-briefs";
import { createCaseStore } from "../../app/storage/case-store";
import { explain, slowSteps } from "../support/explain";
import { makeStep, makeWork, matterAfter, NOW } from "../support/make-work";
import { openDatabaseWithUnits } from "../support/open-test-database";

describe("briefs", () => {
  test("show a matter without its data, in the order asked", async () => {
    const db = await openDatabaseWithUnits();
    const paused = { since: NOW, reason: "等鉴定" };
    const works = [
      makeWork({ caseId: "a", matter: { number: "石桥 2026-0001", state: { one: "x" }, paused } }),
      makeWork({ caseId: "b" }),
    ];
    await createCaseStore(db).commit(works);
    const [b, a] = await findBriefs(db, ["b", "none", "a"]);
    expect(b?.id).toBe("b");
    expect(a).toEqual({
      id: "a",
      workflow: "dispute-mediation",
      hash: "h1",
      number: "石桥 2026-0001",
      title: { zh: "杨秀兰与李大顺的宅基地纠纷" },
      place: { code: "991021200201", name: "石桥村" },
      owner: { id: "station", name: "石桥派出所" },
      status: "open",
      end: null,
      state: { one: "x" },
      seq: 1,
      startedAt: NOW,
      lastAt: NOW,
      paused: true,
    });
    expect(await findByNumber(db, "石桥 2026-0001")).toEqual([a]);
    expect(await findByNumber(db, "no")).toEqual([]);
  });
});

describe("the matters of a unit", () => {
  test("are those in its scope with the asked status, newest first, page by page", async () => {
    const db = await openDatabaseWithUnits();
    const store = createCaseStore(db);
    await store.commit(["a", "b", "c"].map((caseId) => makeWork({ caseId })));
    const elsewhere = {
      place: { code: "991021300301", name: "" },
      owner: { id: "other", name: "" },
    };
    await store.commit([makeWork({ caseId: "d", matter: elsewhere })]);
    const list = async (unit: string, after: string | null = null) =>
      (await listCases(db, { unit, status: "open", after, limit: 2 })).map(({ id }) => id);
    expect(await list("area")).toEqual(["c", "b"]);
    expect(await list("area", "b")).toEqual(["a"]);
    expect(await list("county")).toEqual(["d", "c"]);
    expect(await list("other")).toEqual(["d"]);
  });

  test("change lists when they end or are handed over", async () => {
    const db = await openDatabaseWithUnits();
    const store = createCaseStore(db);
    const work = makeWork({ caseId: "a" });
    await store.commit([work]);
    const handedOver = makeWork({
      before: matterAfter(work),
      matter: { owner: { id: "other", name: "" } },
    });
    await store.commit([handedOver]);
    const list = async (unit: string, status: "open" | "ended") =>
      (await listCases(db, { unit, status, after: null, limit: 5 })).map(({ id }) => id);
    expect(await list("other", "open")).toEqual(["a"]);
    const ended = { before: matterAfter(handedOver), matter: { status: "ended" as const } };
    await store.commit([makeWork(ended)]);
    expect([await list("other", "open"), await list("other", "ended")]).toEqual([[], ["a"]]);
  });

  test("are found without a scan and without sorting", async () => {
    const db = await openDatabaseWithUnits();
    await createCaseStore(db).commit([makeWork({ caseId: "a" })]);
    const plan = await explain(db, async () => {
      await listCases(db, { unit: "area", status: "open", after: null, limit: 5 });
      await listCases(db, { unit: "area", status: "open", after: "b", limit: 5 });
      await findByNumber(db, "石桥 2026-0001");
      await findLinks(db, "a");
    });
    expect(slowSteps(plan)).toEqual([]);
  });
});

describe("links", () => {
  test("are found from both sides", async () => {
    const db = await openDatabaseWithUnits();
    const links = { objection: [{ id: "c", state: "open", end: null, exported: {} }] };
    const parent = makeStep({ caseId: "p", matter: { links } });
    const store = createCaseStore(db);
    await store.commit([makeWork(parent, makeStep({ caseId: "c" }))]);
    await store.commit([makeWork({ before: parent.next })]);
    expect(await findLinks(db, "p")).toEqual([{ side: "child", link: "objection", caseId: "c" }]);
    expect(await findLinks(db, "c")).toEqual([{ side: "parent", link: "objection", caseId: "p" }]);
  });
});
