import { expect, test } from "vitest";
import { createQueue } from "../../../app/runtime/people/queue";

function makeWork() {
  const ends: (() => void)[] = [];
  let begun = 0;
  const work = async () => {
    begun += 1;
    await new Promise<void>((resolve) => ends.push(resolve));
    return begun;
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const endOne = async () => {
    ends.shift()?.();
    await settle();
  };
  return { work, endOne, settle, begun: () => begun };
}

test("no more than the allowed works run together; the others wait their turn", async () => {
  const queue = createQueue({ atOnce: 2, waiting: 5 });
  const { work, endOne, settle, begun } = makeWork();
  const all = [1, 2, 3, 4].map(() => queue.run(work));
  await settle();
  expect(begun()).toBe(2);
  await endOne();
  expect(begun()).toBe(3);
  await endOne();
  await endOne();
  await endOne();
  expect(await Promise.all(all)).toHaveLength(4);
});

test("when too many wait, the next is told so and not begun", async () => {
  const queue = createQueue({ atOnce: 1, waiting: 1 });
  const { work, endOne, begun } = makeWork();
  const first = queue.run(work);
  const second = queue.run(work);
  expect(await queue.run(work)).toBe("full");
  await endOne();
  await endOne();
  expect([await first, await second]).toEqual([1, 2]);
  expect(begun()).toBe(2);
});

test("a work that fails gives its place free", async () => {
  const queue = createQueue({ atOnce: 1, waiting: 1 });
  await expect(queue.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await queue.run(() => Promise.resolve("yes"))).toBe("yes");
});
