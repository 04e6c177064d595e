import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lockFolder } from "../../app/runtime/folder-lock";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qy-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, "server.lock");

function deadProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

test("a second writer is refused and told who holds the folder", () => {
  const lock = lockFolder({ folder, holder: "serve" });
  expect(() => lockFolder({ folder, holder: "user add" })).toThrow(
    new RegExp(`runtime/locked.*serve, ${process.pid}@${hostname()}`),
  );
  lock.release();
});

test("after a release the folder is free", () => {
  lockFolder({ folder, holder: "serve" }).release();
  expect(existsSync(lockFile())).toBe(false);
  lockFolder({ folder, holder: "user add" }).release();
});

test("the lock of a process that has died is taken over", () => {
  writeFileSync(lockFile(), `${deadProcess()} ${hostname()} 00 serve\n`);
  const lock = lockFolder({ folder, holder: "serve" });
  expect(readFileSync(lockFile(), "utf8")).toContain(`${process.pid} `);
  lock.release();
});

test("a lock that has been silent is taken over, though its process number is in use again", () => {
  writeFileSync(lockFile(), `${process.pid} ${hostname()} 00 serve\n`);
  expect(() => lockFolder({ folder, holder: "serve" })).toThrow("runtime/locked");
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lockFile(), longAgo, longAgo);
  lockFolder({ folder, holder: "serve" }).release();
});

test("whoever lost the lock does not remove the new holder's", () => {
  const first = lockFolder({ folder, holder: "serve" });
  writeFileSync(lockFile(), `1 elsewhere 00 serve\n`);
  first.release();
  expect(readFileSync(lockFile(), "utf8")).toBe(`1 elsewhere 00 serve\n`);
});

test("the holder is told when somebody has taken the lock over", () => {
  vi.useFakeTimers();
  const lost = vi.fn();
  const lock = lockFolder({ folder, holder: "serve", onLost: lost });
  vi.advanceTimersByTime(20_000);
  expect(lost).not.toHaveBeenCalled();
  writeFileSync(lockFile(), `1 elsewhere 00 serve\n`);
  vi.advanceTimersByTime(20_000);
  expect(lost).toHaveBeenCalledTimes(1);
  lock.release();
  vi.useRealTimers();
});
