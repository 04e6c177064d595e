import fc from "fast-check";
import { expect, test } from "vitest";
import { refuse } from "../../../app/engine/errors";
import type { Case } from "../../../app/engine/case";
import type { CaseStore, WorkToStore } from "../../../app/engine/ports";
import { createCommandQueue, type Order } from "../../../app/runtime/cases/command-queue";
import { makeStep } from "../../support/make-work";

/** A store in memory that remembers how commands came to it. */
function makeStore(fails: (works: readonly WorkToStore[]) => boolean = () => false) {
  const matters = new Map<string, Case>();
  const batches: string[][] = [];
  const store: Pick<CaseStore, "read" | "commit"> = {
    read: ({ cases, sequences }) =>
      Promise.resolve({
        cases: new Map(
          cases.flatMap((id) => {
            const matter = matters.get(id);
            return matter === undefined ? [] : [[id, matter]];
          }),
        ),
        commands: new Map(),
        sequences: new Map(sequences.map((key) => [key, 0])),
      }),
    commit(works) {
      batches.push(works.map(({ response }) => response.commandId));
      if (fails(works)) {
        const refusal = refuse("storage/sequence-moved", { key: "k" });
        return Promise.resolve(works.map(() => ({ ok: false as const, refusal })));
      }
      for (const { steps } of works) for (const { next } of steps) matters.set(next.id, next);
      return Promise.resolve(works.map(() => ({ ok: true as const })));
    },
  };
  return { store, batches, matters };
}

function makeOrder(caseId: string, commandId: string): Order {
  return {
    caseId,
    commandId,
    bodyHash: commandId,
    prepare: (matter) =>
      Promise.resolve({
        ok: true,
        value: {
          sequences: [],
          decide: () => ({
            ok: true,
            steps: [
              makeStep(matter === null ? { caseId, commandId } : { before: matter, commandId }),
            ],
          }),
        },
      }),
  };
}

test("commands keep their order on each matter and share batches with others", async () => {
  const matterOf = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 150 });
  await fc.assert(
    fc.asyncProperty(matterOf, async (which) => {
      const { store, batches, matters } = makeStore();
      const queue = createCommandQueue(store);
      await Promise.all(
        which.map((matter, i) => queue.submit(makeOrder(`m${matter}`, `${matter}/${i}`))),
      );
      const longest = Math.max(
        ...[0, 1, 2, 3, 4, 5].map((m) => which.filter((w) => w === m).length),
      );
      // As many batches as the busiest matter has commands: nothing waits longer than it must.
      expect(batches.length).toBe(longest);
      for (const matter of new Set(which)) {
        const order = batches.flat().filter((id) => id.startsWith(`${matter}/`));
        const sent = which.flatMap((w, i) => (w === matter ? [`${matter}/${i}`] : []));
        expect(order).toEqual(sent);
        expect(matters.get(`m${matter}`)?.seq).toBe(sent.length);
      }
    }),
    { numRuns: 30 },
  );
});

test("no more than sixty-four commands share a batch", async () => {
  const { store, batches } = makeStore();
  const queue = createCommandQueue(store);
  const orders = Array.from({ length: 150 }, (_, i) => makeOrder(`m${i}`, `c${i}`));
  await Promise.all(orders.map((order) => queue.submit(order)));
  expect(batches.map((batch) => batch.length)).toEqual([64, 64, 22]);
});

test("a number that somebody else took in the same moment is taken anew, three times at most", async () => {
  let times = 0;
  const { store } = makeStore(() => (times += 1) < 3);
  const first = await createCommandQueue(store).submit(makeOrder("m", "c"));
  expect([first.ok, times]).toEqual([true, 3]);
  const always = makeStore(() => true);
  const second = await createCommandQueue(always.store).submit(makeOrder("m", "c"));
  expect(second).toMatchObject({ ok: false, refusal: { code: "storage/sequence-moved" } });
  expect(always.batches).toHaveLength(3);
});

test("one order that cannot be prepared fails alone", async () => {
  const { store } = makeStore();
  const queue = createCommandQueue(store);
  const broken = { ...makeOrder("a", "a"), prepare: () => Promise.reject(new Error("broken")) };
  const [failed, sound] = await Promise.allSettled([
    queue.submit(broken),
    queue.submit(makeOrder("b", "b")),
  ]);
  expect([failed.status, sound.status]).toEqual(["rejected", "fulfilled"]);
});

test("what an accepted step refers to is stored before it, and nothing for a refused one", async () => {
  const { store, batches } = makeStore();
  const queue = createCommandQueue(store);
  const told: string[] = [];
  const photographed = (order: Order, refused: boolean): Order => ({
    ...order,
    async prepare(matter) {
      const ready = await order.prepare(matter);
      if (!ready.ok) return ready;
      const decide = refused
        ? () => ({ ok: false as const, refusal: refuse("case/stale", { seen: 0, now: 1 }) })
        : ready.value.decide;
      const beforeCommit = async () => void told.push(`${order.caseId} ${batches.length}`);
      return { ok: true, value: { ...ready.value, decide, beforeCommit } };
    },
  });
  await queue.submit(photographed(makeOrder("a", "a"), false));
  await queue.submit(photographed(makeOrder("b", "b"), true));
  expect(told).toEqual(["a 0"]);
});
