import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, screenshot } from "./support/browser";
import { serveProduct, type Product } from "./support/serve-product";

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

/** For whoever wants to look: the pages as pictures in this folder. */
const pictures = process.env["ROTA_PICTURES"];

async function look(page: Page, name: string): Promise<void> {
  if (pictures) await screenshot(page, `${pictures}/${name}.png`, { fullPage: true });
}

async function enter(page: Page, login: string): Promise<void> {
  await page.goto(`${product.origin}/sign-in?to=/duty`);
  await page.fill('[name="login"]', login);
  await page.fill('[name="password"]', "qingyuan");
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/duty$/);
}

async function changeDay(page: Page, ask: { name: string; day: number; to: string }) {
  await page.locator("tr", { hasText: ask.name }).locator("td a").nth(ask.day).click();
  await page.locator("#edit select").first().selectOption(ask.to);
  await page.getByRole("button", { name: "保存" }).first().click();
  await page.waitForURL(/\/duty\/[^/?]+$/);
}

test("a roster is planned around a locked day, beside the present one; again after a sick call; and what cannot be is explained", async () => {
  const chief = await openPage({ width: 1280, fonts: pictures !== undefined });
  await enter(chief, "luming");
  await chief.getByRole("link", { name: "11月30日—12月6日值班表" }).click();
  await chief.waitForURL(/\/duty\/[^/]+$/);
  const roster = chief.url();
  await changeDay(chief, { name: "陆明", day: 2, to: "值班" });
  await chief.locator("tr", { hasText: "陆明" }).locator("td a").nth(2).click();
  await chief.getByRole("button", { name: "锁定这一格" }).click();
  await chief.waitForURL(roster);

  await chief.getByRole("link", { name: "排一版" }).click();
  await chief.getByText("重新排").click();
  await chief.getByText("这一版放宽").click();
  await chief.getByText("每个村的走访").click();
  await chief.getByRole("button", { name: "开始排" }).click();
  await chief.getByRole("button", { name: "全部采用" }).waitFor({ timeout: 40_000 });
  await look(chief, "found");
  await chief.getByRole("button", { name: "全部采用" }).click();
  await chief.waitForURL(roster);
  await look(chief, "taken");
  const locked = chief.locator("tr", { hasText: "陆明" }).locator("td a").nth(2);
  expect(await locked.getAttribute("title")).toBe("值班 已锁定");
  expect(await chief.getByText("必须改").count()).toBe(0);

  // 高原 calls in sick on a day on duty: as few days change as must.
  const duty = chief.locator("tr", { hasText: "高原" }).locator("td a");
  const titles = await duty.evaluateAll((cells) => cells.map((cell) => cell.getAttribute("title")));
  await changeDay(chief, { name: "高原", day: titles.indexOf("值班"), to: "请假" });
  await chief.getByText("必须改").first().waitFor();
  await chief.getByRole("link", { name: "排一版" }).click();
  // The proposal from before does not put back what was changed since.
  await chief.getByText("排好以后表上又改过 1 格").waitFor();
  expect(await chief.getByRole("button", { name: "全部采用" }).count()).toBe(0);
  await chief.getByText("在现在的表上尽量少改").click();
  await chief.getByRole("button", { name: "再排一次" }).click();
  await chief.getByRole("button", { name: "全部采用" }).waitFor({ timeout: 40_000 });
  await look(chief, "mended");
  await chief.getByRole("button", { name: "全部采用" }).click();
  await chief.waitForURL(roster);
  expect(await chief.getByText("必须改").count()).toBe(0);
  const sick = chief.locator("tr", { hasText: "高原" }).locator('a[title="请假"]');
  expect(await sick.count()).toBe(1);

  // All three officers away on one day: there is no such roster, and the page says because of what.
  for (const name of ["高原", "罗晓东", "陆明"])
    await changeDay(chief, { name, day: 6, to: "请假" });
  await chief.getByRole("link", { name: "排一版" }).click();
  await chief.getByRole("button", { name: "再排一次" }).click();
  const clash = chief.locator("section", { hasText: "排不出来" });
  await clash.getByText("12月6日夜里要有民警 1 人").waitFor({ timeout: 40_000 });
  await clash.getByText("陆明 12月6日请假").waitFor();
  expect(await clash.locator("li").count()).toBe(4);
  await look(chief, "clash");

  const phone = await openPage({ width: 360, javaScript: false, fonts: pictures !== undefined });
  await enter(phone, "luming");
  await phone.goto(`${roster}/proposal`);
  await phone.getByText("排不出来").waitFor();
  expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(360);
  await look(phone, "clash-phone");
}, 120_000);
