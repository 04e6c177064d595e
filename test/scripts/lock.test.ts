import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "../../scripts/lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qy-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("two who want the lock work one after the other", async () => {
  const file = join(folder, "lock");
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await sleep(20);
    seen.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work("one")), withLock(file, work("two"))]);
  expect(seen).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that died is taken over", async () => {
  const file = join(folder, "lock");
  const noSuchProcess = 2 ** 22 + 1;
  writeFileSync(file, `${noSuchProcess} ${hostname()}`);
  expect(await withLock(file, () => Promise.resolve("done"))).toBe("done");
});
