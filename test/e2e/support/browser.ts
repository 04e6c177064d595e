import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, inject } from "vitest";
import { applyFonts, serveFonts } from "./fonts";

export interface PageOptions {
  width?: number;
  height?: number;
  /** false: what a visitor sees before, or without, scripts. */
  javaScript?: boolean;
  deviceScaleFactor?: number;
  /** Chinese glyphs, for pictures only: they switch the page's Content-Security-Policy off. */
  fonts?: boolean;
}

const args = [
  "--disable-gpu",
  "--disable-quic",
  "--lang=zh-CN",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let running: Promise<Browser> | undefined;
const problems = new WeakMap<Page, string[]>();
const withFonts = new WeakSet<Page>();

/** A new page in a context of its own (no cookies shared), by default as wide as a small phone. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const { width = 360, height = 740, javaScript = true, deviceScaleFactor = 1, fonts } = options;
  const browser = await (running ??= launch());
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor,
    javaScriptEnabled: javaScript,
    bypassCSP: fonts ?? false,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  const found: string[] = [];
  problems.set(page, found);
  page.on("pageerror", (error) => found.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  if (fonts) {
    withFonts.add(page);
    await serveFonts(page);
  }
  return page;
}

/** What went wrong in the page so far: uncaught errors and `console.error`, hydration included. */
export function problemsOf(page: Page): readonly string[] {
  return problems.get(page) ?? [];
}

/** The page (the whole of it, unless told otherwise) as PNG, with Chinese glyphs where it was opened with `fonts`. */
export async function screenshot(
  page: Page,
  path: string,
  { fullPage = true }: { fullPage?: boolean } = {},
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  if (withFonts.has(page)) await applyFonts(page);
  await page.screenshot({ path, fullPage, animations: "disabled" });
}

function launch(): Promise<Browser> {
  const { executablePath, libraryPath } = inject("browser");
  const env = { ...process.env, ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) };
  return chromium.launch({ executablePath, args, env: env as Record<string, string> });
}

afterAll(async () => {
  const browser = await running;
  running = undefined;
  await browser?.close();
});
