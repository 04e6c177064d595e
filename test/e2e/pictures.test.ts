import { afterAll, beforeAll, test } from "vitest";
import { openPage, screenshot } from "./support/browser";
import { serveDemo, type Demo } from "./support/serve-demo";

/** `npm run pictures` draws the pictures of the README and the guides anew, so that they stay true. */
const wanted = process.env["DRAW_PICTURES"] === "1";

let demo: Demo;
beforeAll(async () => {
  if (wanted) demo = await serveDemo();
}, 180_000);
afterAll(() => (wanted ? demo.stop() : undefined));

test.runIf(wanted)(
  "the page of a matter on a phone, and the list at a desk",
  async () => {
    for (const [width, path, login] of [
      [360, "case-phone", "yangguoan"],
      [1280, "worklist-desk", "gaoyuan"],
    ] as const) {
      const page = await openPage({ width, height: 780, fonts: true });
      await page.goto(`${demo.url}/sign-in`);
      await page.fill("[name=login]", login);
      await page.fill("[name=password]", "qingyuan");
      await page.locator("button[type=submit]").last().click();
      await page.waitForURL(/\/cases/);
      if (path === "case-phone") {
        await page.locator('a[href^="/cases/9910"]').nth(1).click();
        await page.waitForURL(/\/cases\/9910/);
      }
      await page.waitForLoadState("networkidle");
      await screenshot(page, `docs/pictures/${path}.png`, { fullPage: false });
    }
  },
  180_000,
);
