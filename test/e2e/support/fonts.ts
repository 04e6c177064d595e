import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";

/**
 * Chinese glyphs for pictures: the test browser has none. Each family of the font stacks that a
 * Chinese system would have is stood in for by Noto, cut into slices that load as they are used.
 */
const standIns = [
  { file: "@fontsource-variable/noto-sans-sc", names: ["PingFang SC", "Noto Sans SC"] },
  { file: "@fontsource-variable/noto-serif-sc", names: ["Songti SC", "FangSong", "Noto Serif SC"] },
];

const host = "http://fonts.invalid/";
const require = createRequire(import.meta.url);

/** Answers the requests for font slices. */
export async function serveFonts(page: Page): Promise<void> {
  await page.route(`${host}**`, (route) => {
    const file = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
    return route.fulfill({
      body: readFileSync(require.resolve(file)),
      contentType: "font/woff2",
      headers: { "access-control-allow-origin": "*" },
    });
  });
}

/**
 * Puts the fonts into the page as it stands and waits for them. Only now, not when the page loads:
 * a foreign element in the head would disturb React's hydration.
 */
export async function applyFonts(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    // Reading a layout property makes the browser ask for the slices it needs.
    return document.body.offsetHeight;
  }, fontCss());
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

function fontCss(): string {
  return standIns.flatMap(({ file, names }) => names.map((name) => faces(file, name))).join("\n");
}

function faces(file: string, name: string): string {
  const css = readFileSync(
    join(dirname(require.resolve(`${file}/index.css`)), "index.css"),
    "utf8",
  );
  return css
    .replace(/font-family: [^;]+;/g, `font-family: "${name}";`)
    .replace(/url\(\.\//g, `url(${host}${file}/`);
}
