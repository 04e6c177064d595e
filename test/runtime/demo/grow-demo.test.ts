import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growDemo } from "../../../app/runtime/demo/grow-demo";
import { openPlatform, type Platform } from "../../../app/runtime/open-platform";
import { openRuntime } from "../../../app/runtime/open-runtime";
import { readSettings } from "../../../app/runtime/settings";
import { verifyInstallation } from "../../../app/runtime/verify-installation";

const folder = mkdtempSync(join(tmpdir(), "qingyuan-grow-"));
const environment = { QY_DATA_DIR: folder, QY_CLOCK: "2026-11-23T10:00", QY_LOG: "silent" };
let platform: Platform;

beforeAll(async () => {
  const seeding = await openPlatform({ settings: readSettings(environment), holder: "seed" });
  await (await openRuntime(seeding)).close();
  platform = await openPlatform({ settings: readSettings(environment), holder: "grow" });
}, 120_000);
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

async function count(table: string, where = "1 = 1"): Promise<number> {
  const sql = `select count(*) as n from ${table} where ${where}`;
  const [row] = await platform.database.run<{ n: number }>(sql);
  return row?.n ?? 0;
}

test("copies, and copies of copies, are matters like the others: verified with replay, numbers without gaps, nobody told", async () => {
  await growDemo(platform, { to: (await count("cases")) * 2, progress: () => {} });
  const before = await count("cases");
  const waiting = await count("outbox", "wake_at is not null");
  const seen: number[] = [];
  const added = await growDemo(platform, { to: before * 2, progress: (done) => seen.push(done) });
  expect(added).toBeGreaterThanOrEqual(before);
  expect(await count("cases")).toBe(before + added);
  expect(seen.at(-1)).toBe(before + added);
  expect(await count("outbox", "wake_at is not null")).toBe(waiting);
  const report = await verifyInstallation({ settings: platform.settings, replay: true });
  expect(report.findings).toEqual([]);
  const [numbers] = await platform.database.run<{ all: number; different: number }>(
    `select count(number) as "all", count(distinct number) as different from cases`,
  );
  expect(numbers?.different).toBe(numbers?.all);
}, 180_000);

test("a live installation is never filled", async () => {
  const live = { ...platform, settings: { ...platform.settings, mode: "production" as const } };
  const grown = growDemo(live, { to: 1000, progress: () => {} });
  await expect(grown).rejects.toMatchObject({ refusal: { code: "runtime/only-demo" } });
});
