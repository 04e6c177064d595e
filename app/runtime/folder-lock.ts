import { randomBytes } from "node:crypto";
import {
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { refusalError } from "../engine/errors";
import { MINUTE, SECOND } from "../engine/time/duration";

/** Held while something writes: the server as long as it runs, a command of the CLI while it works. */
export interface FolderLock {
  release(): void;
}

const beat = 5 * SECOND;
const silentFor = MINUTE / 2;

interface LockRequest {
  folder: string;
  /** Who asks, in a word: `serve`, `user add`. */
  holder: string;
  /** Called once when somebody else has taken the lock over: this process must stop writing. */
  onLost?: () => void;
}

/**
 * Takes the data folder for this process. Throws `runtime/locked` while another living process has it.
 *
 * A lock is dead when its process is gone, or when its file has not been touched for half a minute:
 * in a container the same process number and host name come back after a crash, so they prove nothing.
 */
export function lockFolder({ folder, holder, onLost }: LockRequest): FolderLock {
  const file = join(folder, "server.lock");
  const claim = `${process.pid} ${hostname()} ${randomBytes(8).toString("hex")} ${holder}\n`;
  if (!write(file, claim)) {
    const held = read(file);
    if (held !== undefined && !isDead(file, held)) throw lockedError(folder, held);
    discard(file, held);
    if (!write(file, claim)) throw lockedError(folder, read(file) ?? "?");
  }
  const isHeld = () => read(file) === claim;
  const timer = setInterval(() => {
    if (isHeld()) return touch(file);
    clearInterval(timer);
    onLost?.();
  }, beat);
  timer.unref();
  const release = () => {
    clearInterval(timer);
    if (isHeld()) rmSync(file, { force: true });
  };
  return { release };
}

function write(file: string, claim: string): boolean {
  try {
    writeFileSync(file, claim, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Gone between the look and the touch; the next beat sees it.
  }
}

function isDead(file: string, claim: string): boolean {
  const [pid, host] = claim.split(" ");
  try {
    if (Date.now() - statSync(file).mtimeMs > silentFor) return true;
  } catch {
    return true;
  }
  return host === hostname() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Renamed first: of two processes that see the same dead lock, only one moves it away. */
function discard(file: string, seen: string | undefined): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    // Between the look and the move a quicker process put its own claim there: give it back.
    if (read(aside) !== seen) linkSync(aside, file);
  } catch {
    // Somebody else was quicker; writing the claim decides.
  }
  rmSync(aside, { force: true });
}

function lockedError(folder: string, claim: string): Error {
  const [pid = "?", host = "?", , ...holder] = claim.trim().split(" ");
  return refusalError("runtime/locked", {
    folder,
    holder: `${holder.join(" ")}, ${pid}@${host}`,
    seconds: silentFor / SECOND,
  });
}
