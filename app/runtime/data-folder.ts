import { hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { refusalError } from "../engine/errors";

/** The folder that belongs to one installation: key, lock and, by default, the SQLite database. */
export interface DataFolder {
  path: string;
  /** 32 bytes that wrap every matter's keys. Backups never hold it. */
  masterKey: Buffer;
  /** 32 bytes behind the pages' CSRF tokens, derived from the master key. */
  sessionSecret: Buffer;
}

const keyLength = 32;
const privateFolder = 0o700;
const privateFile = 0o600;

/**
 * Opens the data folder and makes what is missing: the folder (only its owner may enter) and the
 * master key (only its owner may read). `databaseFile` is where a SQLite database is, or will be; one on
 * a server is held to its key by `openStorage`.
 * Throws `runtime/folder`, `runtime/key-missing`, `runtime/key-damaged`, `runtime/key-open`.
 */
export function openDataFolder(path: string, databaseFile?: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: privateFolder });
  } catch (error) {
    throw folderError(path, error);
  }
  const file = join(path, "master.key");
  if (!existsSync(file)) createKey(path, file, databaseFile);
  const masterKey = readKey(file);
  return { path, masterKey, sessionSecret: derive(masterKey, "qy/session") };
}

/** Another key over an existing database would make it unreadable for ever. */
function createKey(path: string, file: string, databaseFile: string | undefined): void {
  if (databaseFile !== undefined && existsSync(databaseFile)) {
    throw refusalError("runtime/key-missing", { folder: path });
  }
  try {
    const text = `${randomBytes(keyLength).toString("hex")}\n`;
    writeFileSync(file, text, { flag: "wx", mode: privateFile, flush: true });
    chmodSync(file, privateFile);
  } catch (error) {
    throw folderError(path, error);
  }
}

function readKey(file: string): Buffer {
  // Windows has no such bits; there the folder's own rights decide.
  const open = process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
  if (open) throw refusalError("runtime/key-open", { file });
  const text = readFileSync(file, "utf8").trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw refusalError("runtime/key-damaged", { file });
  return Buffer.from(text, "hex");
}

function derive(key: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", use, keyLength));
}

/** What went wrong with the folder, as `runtime/folder` with the system's own word (EACCES, ENOSPC, …). */
function folderError(folder: string, error: unknown): Error {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return refusalError("runtime/folder", { folder, reason: code });
}
