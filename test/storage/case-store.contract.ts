import { describe, expect, test } from "vitest";
import type { WorkToStore } from "../../app/engine/ports";
import { createCaseStore } from "../../app/storage/case-store";
import type { Database } from "../../app/storage/database";
import { makeStep, makeWork, matterAfter } from "../support/make-work";

const OK = { ok: true };

/** What every case store does, whichever database is below it. `makeDatabase` gives an empty one. */
export function caseStoreContract(makeDatabase: () => Promise<Database>): void {
  const makeStore = async () => {
    const db = await makeDatabase();
    return { db, store: createCaseStore(db) };
  };
  const codeOf = (result: { ok: boolean; refusal?: { code: string } } | undefined) =>
    result?.refusal?.code;

  describe("reading", () => {
    test("gives back the matter, its history and the response as they were stored", async () => {
      const { store } = await makeStore();
      const work = makeWork();
      expect(await store.commit([work])).toEqual([OK]);
      const matter = matterAfter(work);
      const asked = { cases: [matter.id], commands: [work.response.commandId], sequences: ["a"] };
      const { cases, commands, sequences } = await store.read(asked);
      expect(cases.get(matter.id)).toEqual(matter);
      expect(commands.get(work.response.commandId)).toEqual(work.response);
      expect(sequences.get("a")).toBe(0);
      expect(await store.history(matter.id)).toEqual([work.steps[0]?.entry]);
    });

    test("leaves out what is not there", async () => {
      const { store } = await makeStore();
      const found = await store.read({ cases: ["no"], commands: ["no"], sequences: [] });
      expect([found.cases.size, found.commands.size, found.sequences.size]).toEqual([0, 0, 0]);
      expect(await store.history("no")).toEqual([]);
    });

    test("gives the history oldest first and the matter as it last was", async () => {
      const { store } = await makeStore();
      const first = makeWork();
      const second = makeWork({ before: matterAfter(first) });
      const third = makeWork({ before: matterAfter(second) });
      for (const work of [first, second, third]) expect(await store.commit([work])).toEqual([OK]);
      const id = matterAfter(first).id;
      expect((await store.history(id)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      const { cases } = await store.read({ cases: [id], commands: [], sequences: [] });
      expect(cases.get(id)).toEqual(matterAfter(third));
    });
  });

  describe("versions", () => {
    test("of fifty steps taken at once from one version, one is stored and the others are stale", async () => {
      const { store } = await makeStore();
      const first = makeWork();
      await store.commit([first]);
      const rivals = Array.from({ length: 50 }, (_, index) =>
        makeWork({ before: matterAfter(first), commandId: `rival ${index}` }),
      );
      const results = (await Promise.all(rivals.map((work) => store.commit([work])))).flat();
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const refused = results.filter(({ ok }) => !ok);
      expect(new Set(refused.map(codeOf))).toEqual(new Set(["case/stale"]));
      expect(refused[0]).toMatchObject({ refusal: { params: { seen: 1, now: 2 } } });
      expect(await store.history(matterAfter(first).id)).toHaveLength(2);
    });

    test("in one batch a stale work fails alone", async () => {
      const { store } = await makeStore();
      const works = ["a", "b", "c"].map((caseId) => makeWork({ caseId }));
      await store.commit(works);
      const [a, b, c] = works.map(matterAfter);
      const stale = makeWork({ before: b, commandId: "late" });
      await store.commit([makeWork({ before: b, commandId: "early" })]);
      const results = await store.commit([
        makeWork({ before: a, commandId: "a2" }),
        stale,
        makeWork({ before: c, commandId: "c2" }),
      ]);
      expect(results.map(codeOf)).toEqual([undefined, "case/stale", undefined]);
      expect(await store.history("b")).toHaveLength(2);
      expect(await store.history("c")).toHaveLength(2);
    });

    test("a second start of the same matter is stale", async () => {
      const { store } = await makeStore();
      await store.commit([makeWork({ caseId: "a" })]);
      const [result] = await store.commit([makeWork({ caseId: "a", commandId: "again" })]);
      expect(codeOf(result)).toBe("case/stale");
    });

    test("two works of one batch may follow each other on the same matter", async () => {
      const { store } = await makeStore();
      const first = makeWork({ caseId: "a" });
      const second = makeWork({ before: matterAfter(first) });
      expect(await store.commit([first, second])).toEqual([OK, OK]);
      expect(await store.history("a")).toHaveLength(2);
    });
  });

  describe("commands", () => {
    test("a repeated command gets its first answer and changes nothing", async () => {
      const { store } = await makeStore();
      const work = makeWork();
      await store.commit([work]);
      expect(await store.commit([work])).toEqual([{ ok: true, repeated: work.response }]);
      expect(await store.commit([work, work])).toHaveLength(2);
      expect(await store.history(matterAfter(work).id)).toHaveLength(1);
    });

    test("a repeat within one batch is answered by the one before it", async () => {
      const { store } = await makeStore();
      const work = makeWork();
      expect(await store.commit([work, work])).toEqual([OK, { ok: true, repeated: work.response }]);
    });

    test("the same command id with another body is refused", async () => {
      const { store } = await makeStore();
      const work = makeWork({ commandId: "c" });
      await store.commit([work]);
      const other = makeWork({ before: matterAfter(work), commandId: "c" });
      other.response.bodyHash = "another body";
      expect((await store.commit([other])).map(codeOf)).toEqual(["case/command-id-reused"]);
    });

    test("nobody can repeat a step that the system took within another command", async () => {
      const { store } = await makeStore();
      const parent = makeStep({ caseId: "p", commandId: "of the person" });
      const child = makeStep({ caseId: "c", commandId: "of the system" });
      await store.commit([makeWork(parent, child)]);
      const again = makeWork({ caseId: "d", commandId: "of the system" });
      expect((await store.commit([again])).map(codeOf)).toEqual(["case/command-id-reused"]);
    });
  });

  describe("works of several steps", () => {
    const linked = (child: string): WorkToStore => {
      const links = { referral: [{ id: child, state: "open", end: null, exported: {} }] };
      return makeWork(
        makeStep({ caseId: "p", matter: { links } }),
        makeStep({ caseId: child, commandId: `start ${child}` }),
      );
    };

    test("a parent and its child are stored together", async () => {
      const { store } = await makeStore();
      expect(await store.commit([linked("c")])).toEqual([OK]);
      const { cases } = await store.read({ cases: ["p", "c"], commands: [], sequences: [] });
      expect([...cases.keys()].sort()).toEqual(["c", "p"]);
    });

    test("if the child cannot be stored, neither is the parent", async () => {
      const { store } = await makeStore();
      await store.commit([makeWork({ caseId: "c" })]);
      expect((await store.commit([linked("c")])).map(codeOf)).toEqual(["case/stale"]);
      const { cases } = await store.read({ cases: ["p"], commands: [], sequences: [] });
      expect(cases.size).toBe(0);
    });
  });

  describe("numbers", () => {
    const using = (caseId: string, ...values: number[]) =>
      makeWork({
        caseId,
        outcome: {
          numbers: values.map((value) => ({
            name: "register",
            key: "mediation/station/2026",
            value,
            formatted: `石桥 2026-${value}`,
          })),
        },
      });
    const last = async (store: ReturnType<typeof createCaseStore>) => {
      const key = "mediation/station/2026";
      return (await store.read({ cases: [], commands: [], sequences: [key] })).sequences.get(key);
    };

    test("follow each other without a gap", async () => {
      const { store } = await makeStore();
      expect(await store.commit([using("a", 1), using("b", 2)])).toEqual([OK, OK]);
      expect(await store.commit([using("c", 3, 4)])).toEqual([OK]);
      expect(await last(store)).toBe(4);
    });

    test.each([
      ["taken before", 1],
      ["that leaves a gap", 3],
    ])("a number %s is refused, and the step with it", async (_, value) => {
      const { store } = await makeStore();
      await store.commit([using("a", 1)]);
      expect((await store.commit([using("b", value)])).map(codeOf)).toEqual([
        "storage/sequence-moved",
      ]);
      expect(await last(store)).toBe(1);
      expect(await store.history("b")).toEqual([]);
    });

    test("a refused step in a batch gives its number back", async () => {
      const { store } = await makeStore();
      await store.commit([makeWork({ caseId: "a" })]);
      const stale = using("a", 1);
      stale.steps.forEach(({ entry }) => (entry.command.id = "late"));
      stale.response.commandId = "late";
      const results = await store.commit([stale, using("b", 1), using("c", 3)]);
      expect(results.map(codeOf)).toEqual(["case/stale", undefined, "storage/sequence-moved"]);
      expect(await last(store)).toBe(1);
    });
  });

  describe("works that contradict themselves", () => {
    test.each<[string, (work: WorkToStore) => void]>([
      ["a jump in the sequence", ({ steps }) => steps.forEach((step) => (step.previousSeq = 5))],
      [
        "an entry of another matter",
        ({ steps }) => steps.forEach((step) => (step.entry.caseId = "x")),
      ],
      ["an answer about another step", ({ response }) => (response.seq = 9)],
      ["an answer to another command", ({ response }) => (response.commandId = "x")],
    ])("%s is refused and nothing is stored", async (_, spoil) => {
      const { store } = await makeStore();
      const work = makeWork({ caseId: "a" });
      spoil(work);
      expect((await store.commit([work])).map(codeOf)).toEqual(["storage/malformed-work"]);
      expect(await store.history("a")).toEqual([]);
    });
  });
}
