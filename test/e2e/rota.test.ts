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

test("a shift is exchanged from a phone without scripts, the watch is handed over, and the board says who is where", async () => {
  const { origin } = product;
  const fonts = pictures !== undefined;
  const onPhone = async (login: string, path = "/today"): Promise<Page> => {
    const page = await openPage({ width: 360, javaScript: false, fonts });
    await enter(page, login);
    await page.goto(`${origin}${path}`);
    return page;
  };
  const fits = async (page: Page): Promise<void> =>
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);

  // From the roster: one's own shift, whom one can ask, and what would conflict before asking.
  const asker = await onPhone("gaoyuan", "/duty");
  await asker.getByRole("link", { name: "11月23日—11月29日值班表" }).click();
  const roster = asker.url();
  await asker.getByRole("link", { name: /11月29日 星期日/ }).click();
  await asker.getByRole("link", { name: "换班", exact: true }).click();
  const with陆明 = asker.locator("form section", { hasText: "陆明" });
  await with陆明.getByText("高原休息不够").first().waitFor();
  await fits(asker);
  await look(asker, "exchange");
  await asker.fill('[name="reason"]', "家里老人要去医院");
  const with罗晓东 = asker.locator("form section", { hasText: "罗晓东" });
  await with罗晓东.getByText("换了以后没有冲突。").waitFor();
  await with罗晓东.getByRole("button", { name: "请罗晓东换" }).click();
  await asker.waitForURL(roster);
  await asker.getByText("您请罗晓东换班").waitFor();
  await look(asker, "asked");

  const other = await onPhone("luoxiaodong");
  const card = other.locator("section", { hasText: "高原请您换班" }).last();
  await card.getByText("家里老人要去医院").waitFor();
  await fits(other);
  await look(other, "answer");
  await card.getByRole("button", { name: "同意" }).first().click();
  await other.waitForURL(/\/today$/);
  expect(await other.getByText("高原请您换班").count()).toBe(0);

  const chief = await onPhone("luming");
  await look(chief, "decide");
  await chief.getByRole("button", { name: "批准", exact: true }).click();
  await chief.waitForURL(/\/today$/);
  const desk = await openPage({ width: 1280, fonts });
  await enter(desk, "luming");
  await expect
    .poll(
      async () => {
        await desk.goto(roster);
        return desk.getByText("已改入换班、请假 1 处").count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  await look(desk, "exchanged");

  // The watch that began at half past eight: signed in for, handed over piece by piece, taken over.
  await asker.goto(`${origin}/today`);
  await asker.getByRole("button", { name: "到岗签到" }).click();
  await asker.waitForURL(/\/today$/);
  await asker.getByRole("link", { name: "交班", exact: true }).click();
  expect(await asker.locator('[name="incoming"]').inputValue()).toBe("陆明");
  await asker.locator('[name="what"]').first().fill("石桥村田坎纠纷约在下午三点");
  for (const thing of ["radio", "recorder", "keys", "extinguisher"]) {
    await asker.check(`[name="state.${thing}"][value="ok"]`);
  }
  await asker.check('[name="state.car"][value="broken"]');
  await asker.fill('[name="why.car"]', "左后视镜裂了");
  await fits(asker);
  await look(asker, "hand-over");
  await asker.getByRole("button", { name: "清点完，交班" }).click();
  await asker.waitForURL(/\/today$/);
  await asker.getByText("已交给陆明").waitFor();

  await chief.goto(`${origin}/today`);
  await chief.getByText("左后视镜裂了").waitFor();
  await fits(chief);
  await look(chief, "take-over");
  await chief.getByRole("button", { name: "一样，接班" }).click();
  await chief.waitForURL(/\/today$/);
  expect(await chief.getByText("左后视镜裂了").count()).toBe(0);

  // Two taps turn the card; the board at the door says it to everybody.
  await chief.getByRole("link", { name: "在岗" }).click();
  await chief.getByRole("button", { name: /17:30/ }).click();
  await chief.getByRole("link", { name: "大家在哪里" }).click();
  await chief.locator("#board li", { hasText: "陆明" }).getByText("在岗").waitFor();
  await look(chief, "board");
}, 120_000);
