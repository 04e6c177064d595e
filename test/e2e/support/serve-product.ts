import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { createHttpServer } from "../../../app/http/create-http-server";
import { instantOf } from "../../../app/engine/time/zone";
import { listen, stopListening } from "../../../app/http/listen";
import { loadBuiltPages } from "../../../app/http/remix";
import { openPlatform, type Platform } from "../../../app/runtime/open-platform";
import { openRuntime } from "../../../app/runtime/open-runtime";
import type { Runtime } from "../../../app/runtime/api";
import { projectRoot } from "../../../app/runtime/project-root";
import { readSettings } from "../../../app/runtime/settings";
import type { Run } from "../../../app/storage/query";

/** The whole product on a port of its own. */
export interface Product {
  origin: string;
  /** Runs SQL on what is stored. */
  run: Run;
  /** What is served, for what a story tells past the browser. */
  runtime: Runtime;
  platform: Platform;
  /** Sets the clock (`YYYY-MM-DDTHH:mm`, Shanghai), on or back; what falls due by it runs with the next step. */
  setClock(local: string): void;
  close(): Promise<void>;
}

/**
 * Serves the built product with its demo people and matters over a data folder of its own. The clock stands still at
 * `clock` (Shanghai), so that pages say the same on every day. `npm test` builds what it serves.
 */
export async function serveProduct(clock = "2026-11-23T10:00"): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "qingyuan-e2e-"));
  cpSync(inject("demoFolder"), folder, { recursive: true });
  const settings = readSettings({ QY_DATA_DIR: folder, QY_CLOCK: clock, QY_LOG: "error" });
  const platform = await openPlatform({ settings, holder: "e2e" });
  const { csrf, log } = platform;
  const runtime = await openRuntime(platform);
  const pages = await loadBuiltPages(projectRoot);
  const server = createHttpServer({ runtime, csrf, settings, log, ...pages });
  const port = await listen(server, { host: "127.0.0.1", port: 0 });
  return {
    origin: `http://127.0.0.1:${port}`,
    run: platform.database.run,
    runtime,
    platform,
    setClock(local) {
      const now = instantOf(local);
      platform.clock.now = () => now;
    },
    async close() {
      await stopListening(server);
      await runtime.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
