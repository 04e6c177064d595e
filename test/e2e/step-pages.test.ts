import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage } from "./support/browser";
import { fillForm } from "./support/fill-step";
import { serveProduct, type Product } from "./support/serve-product";

const fiveAnswers = {
  reporter: "杨德厚",
  where: "石桥村三组",
  what: "邻家的牛踩坏半亩白菜。",
  urgency: "normal",
  hurt: "no",
};
const proposal = {
  type: "livestock",
  parties: [
    { name: "杨德厚", role: "applicant" },
    { name: "石大勇", role: "respondent" },
  ],
  proposal: { track: "mediation" },
};

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

async function signIn(name: string, page: Page): Promise<Page> {
  await page.goto(product.origin);
  await page.getByRole("button", { name: `以${name}登录` }).click();
  await page.waitForURL("**/cases");
  return page;
}

/** Registers a dispute and gives the address of its page. */
async function register(page: Page): Promise<string> {
  await page.goto(`${product.origin}/cases/new`);
  await fillForm(page, fiveAnswers);
  await press(page, "send");
  await page.waitForURL(/\/cases\/991021-/);
  return page.url();
}

async function press(page: Page, intent: string): Promise<void> {
  await page.locator(`button[value="${intent}"]:not([tabindex="-1"])`).click();
}

describe.each([{ javaScript: true }, { javaScript: false }])(
  "a step that somebody else has taken meanwhile (scripts: $javaScript)",
  ({ javaScript }) => {
    test("says what was done, and shows what had been typed", async () => {
      const page = await signIn("杨秀兰", await openPage({ javaScript }));
      const matter = await register(page);
      await page.goto(`${matter}/do/proposeTriage`);
      await fillForm(page, proposal);
      const other = await signIn("杨秀兰", await openPage({ javaScript }));
      await other.goto(`${matter}/do/proposeTriage`);
      await fillForm(other, proposal);
      await press(other, "send");
      await other.waitForURL(matter);
      await press(page, "send");
      await page.getByText("您打开以后，别人办了").waitFor();
      await page
        .getByRole("listitem")
        .filter({ hasText: /^石大勇$/ })
        .waitFor();
      expect(page.url()).toBe(`${matter}/do/proposeTriage`);
    });
  },
);

describe.each([{ javaScript: true }, { javaScript: false }])(
  "a step entered from paper (scripts: $javaScript)",
  ({ javaScript }) => {
    test("names who signed and when, with the photo, in the history", async () => {
      const page = await signIn("杨秀兰", await openPage({ javaScript }));
      await page.goto(`${product.origin}/cases/new`);
      await fillForm(page, fiveAnswers);
      await page.getByText("代录纸质件").click();
      await page.fill("#enteredForName", "杨德厚");
      await press(page, "send");
      await page.getByRole("link", { name: "写上原件的日期" }).waitFor();
      expect(await page.inputValue("#enteredForName")).toBe("杨德厚");
      await page.fill("#enteredForDay", "2026-11-20");
      const bytes = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
      await page.setInputFiles("#enteredForPhoto", {
        name: "a.jpg",
        mimeType: "image/jpeg",
        buffer: bytes,
      });
      await press(page, "send");
      await page.waitForURL(/\/cases\/991021-/);
      await page.getByText("原件：杨德厚，2026年11月20日").waitFor();
      const photo = await page.getByRole("link", { name: "看照片" }).getAttribute("href");
      const response = await page.request.get(`${product.origin}${photo ?? ""}`);
      expect(response.headers()["content-type"]).toBe("image/jpeg");
      expect(await response.body()).toEqual(bytes);
    });
  },
);

test("what is typed before the scripts arrive is kept when they do", async () => {
  const page = await signIn("杨秀兰", await openPage());
  let release: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`${product.origin}/cases/new`, { waitUntil: "commit" });
  await page.locator('[id="form/reporter"]').fill("杨德厚");
  const urgent = page.locator('input[name="form/urgency"][value="mayEscalate"]');
  await urgent.check();
  release();
  await page.waitForLoadState("networkidle");
  await page.fill('[id="form/where"]', "石桥村三组");
  expect(await page.inputValue('[id="form/reporter"]')).toBe("杨德厚");
  expect(await urgent.isChecked()).toBe(true);
});

test("pressing twice registers once", async () => {
  const page = await signIn("杨秀兰", await openPage({ javaScript: false }));
  await page.goto(`${product.origin}/cases/new`);
  await fillForm(page, fiveAnswers);
  const form = await page.locator("main form").evaluate((node) => {
    const data = new FormData(node as HTMLFormElement);
    return [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  });
  const multipart = Object.fromEntries([...form, ["intent", "send"]]) as Record<string, string>;
  const send = () =>
    page.request.post(`${product.origin}/cases/new`, {
      multipart,
      headers: { Origin: product.origin },
      maxRedirects: 0,
    });
  const [first, second] = [await send(), await send()];
  expect([first.status(), second.status()]).toEqual([302, 302]);
  expect(second.headers()["location"]).toBe(first.headers()["location"]);
});

test("on a desk nothing scrolls sideways, and the same step can be taken", async () => {
  const page = await signIn("高原", await openPage({ width: 1280, height: 800 }));
  for (const path of ["/cases", "/cases/new", "/registers", "/me"]) {
    await page.goto(`${product.origin}${path}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(1280);
  }
});
