import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openPlatform } from "../../../app/runtime/open-platform";
import { openRuntime } from "../../../app/runtime/open-runtime";
import { readSettings } from "../../../app/runtime/settings";
import { type Browser, findBrowser } from "./packaged-chromium";

declare module "vitest" {
  export interface ProvidedContext {
    browser: Browser;
    /** A data folder with the demo's people and matters; each product works on a copy. */
    demoFolder: string;
  }
}

/** Once a run, before any worker starts: finds the browser, unpacks it where needed, and tells the demo's matters. */
export default async function setup(project: TestProject): Promise<() => void> {
  project.provide("browser", findBrowser());
  const folder = mkdtempSync(join(tmpdir(), "qingyuan-demo-"));
  const settings = readSettings({ QY_DATA_DIR: folder, QY_LOG: "error" });
  const runtime = await openRuntime(await openPlatform({ settings, holder: "e2e" }));
  await runtime.close();
  project.provide("demoFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
