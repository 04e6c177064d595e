import type { TestProject } from "vitest/node";
import { type Browser, findBrowser } from "./packaged-chromium";

declare module "vitest" {
  export interface ProvidedContext {
    browser: Browser;
  }
}

/** Once a run, before any worker starts: finds the browser, unpacks it where needed. */
export default function setup(project: TestProject): void {
  project.provide("browser", findBrowser());
}
