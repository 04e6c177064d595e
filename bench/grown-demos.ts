import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, open as openFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Runtime, Session } from "../app/runtime/api";
import { growDemo } from "../app/runtime/demo/grow-demo";
import { openPlatform, type Platform } from "../app/runtime/open-platform";
import { openRuntime } from "../app/runtime/open-runtime";
import { readSettings } from "../app/runtime/settings";

/** The demo with so many matters, open. */
export interface GrownDemo {
  runtime: Runtime;
  platform: Platform;
  /** Signs in as one of the demo's people. */
  as(login: string): Promise<Session>;
  close(): Promise<void>;
}

/** The same demo at two sizes, each in a data folder of its own. */
export interface GrownDemos {
  small: GrownDemo;
  large: GrownDemo;
  close(): Promise<void>;
}

/**
 * Builds the demo and clones its matters up to each size, histories, chains and all. `QY_BENCH_FOLDER` names a folder in
 * which both are kept and found again; without it they are built anew and removed.
 */
export async function openGrownDemos(sizes: { small: number; large: number }): Promise<GrownDemos> {
  const given = process.env["QY_BENCH_FOLDER"];
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), "qingyuan-bench-")));
  const [small, large] = [sizes.small, sizes.large].map((size) => path.join(folder, `${size}`));
  if (small === undefined || large === undefined) throw new Error("two sizes are asked for");
  await grow(small, { to: sizes.small });
  await grow(large, { to: sizes.large, from: small });
  const demos = { small: await openDemo(small), large: await openDemo(large) };
  return {
    ...demos,
    async close() {
      await demos.small.close();
      await demos.large.close();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Grown aside and put in its place when whole, so that one that was interrupted is not taken for it. */
async function grow(folder: string, { to, from }: { to: number; from?: string }): Promise<void> {
  if (existsSync(folder)) return;
  const aside = `${folder}.growing`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(path.dirname(aside), { recursive: true });
  if (from === undefined) await (await openDemo(aside)).close();
  else await cp(from, aside, { recursive: true });
  const platform = await platformIn(aside);
  await growDemo(platform, { to, progress: reporter(to) });
  await platform.close();
  // What was just written may still be on its way to the disk, and would be measured with the pages.
  const file = await openFile(path.join(aside, "qingyuan.sqlite"), "r+");
  await file.sync();
  await file.close();
  await rename(aside, folder);
}

function reporter(to: number): (done: number) => void {
  let told = 0;
  return (done) => {
    const tenth = Math.floor((done / to) * 10);
    if (tenth > told) process.stderr.write(`growing the demo: ${done} of ${to} matters\n`);
    told = Math.max(told, tenth);
  };
}

function platformIn(folder: string): Promise<Platform> {
  const settings = readSettings({ QY_DATA_DIR: folder, QY_LOG: "error" });
  return openPlatform({ settings, holder: "bench" });
}

/** The demo in a data folder, built there where it is empty. */
export async function openDemo(folder: string): Promise<GrownDemo> {
  const platform = await platformIn(folder);
  const runtime = await openRuntime(platform);
  return {
    runtime,
    platform,
    async as(login) {
      const password = runtime.demo?.password ?? "";
      const signedIn = await runtime.signIn({ login, password, address: "127.0.0.1" });
      if (!signedIn.ok) throw new Error(signedIn.refusal.message.en);
      return signedIn.value;
    },
    close: () => runtime.close(),
  };
}
