import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openPage, problemsOf, screenshot } from "./support/browser";

const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <body style="font: 400 18px 'PingFang SC', sans-serif; margin: 16px">
  <h1 style="font: 700 28px 'Songti SC', serif">清源村警务站</h1>
  <p>公示还剩 4 个工作日，含今天。<b>请两人签字。</b></p><script>console.error("ran")</script>`;
const address = `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;

test.each([true, false])(
  "with scripts %s, a page opens as wide as a phone and its picture has Chinese glyphs",
  async (javaScript) => {
    const page = await openPage({ fonts: true, javaScript });
    await page.goto(address);
    const path = "test-results/browser.png";
    await screenshot(page, path);
    expect(readFileSync(path).readUInt32BE(16)).toBe(360);
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family),
    );
    expect(new Set(loaded)).toEqual(new Set(["PingFang SC", "Songti SC"]));
  },
);

test("a page without scripts runs none, one with scripts reports its errors", async () => {
  const quiet = await openPage({ javaScript: false, width: 1280, height: 800 });
  await quiet.goto(address);
  expect(problemsOf(quiet)).toEqual([]);
  const loud = await openPage();
  await loud.goto("data:text/html,<script>console.error('ran')</script>");
  expect(problemsOf(loud)).toEqual(["ran"]);
});
