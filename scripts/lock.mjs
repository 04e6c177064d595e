import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "./terminal.mjs";

const heartbeat = 5_000;
const silentFor = 60_000;
const me = `${process.pid} ${hostname()}`;

/**
 * Runs `work` while no other process holds the lock file. A lock whose holder has died is taken
 * over: on the same host the process is looked up, and everywhere a silent heartbeat tells.
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!claim(file)) {
    if (!told) say("waiting for another process that is setting up …");
    told = true;
    await sleep(300);
  }
  const beat = setInterval(() => touch(file), heartbeat);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

function claim(file) {
  try {
    writeFileSync(file, me, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isStale(file)) discard(file);
    return false;
  }
}

function isStale(file) {
  try {
    const silent = Date.now() - statSync(file).mtimeMs;
    const [pid, host] = readFileSync(file, "utf8").split(" ");
    // An empty file was created a moment ago, or its writer died before the first byte.
    if (!host) return silent > heartbeat;
    return silent > silentFor || (host === hostname() && !isAlive(Number(pid)));
  } catch {
    return false;
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The lock was taken over; the work goes on, its result is checked again by whoever holds it now.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Renamed first, then looked at again: it may be the fresh lock of a process that was quicker. */
function discard(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isStale(aside)) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else was quicker.
  }
}
