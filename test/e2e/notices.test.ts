import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instantOf } from "../../app/engine/time/zone";
import { accepted, SHIQIAO } from "../support/open-test-cases";
import { objection } from "../support/plots";
import { openPage } from "./support/browser";
import { expectText, press } from "./support/drive-page";
import { PASSWORD, servePlots, type ServedPlots } from "./support/serve-plots";

let site: ServedPlots;
beforeEach(async () => {
  site = await servePlots();
  site.cases.clock.time = instantOf("2026-10-12T16:20");
});
afterEach(() => site.close());

/** What a page is made of: nothing on it may need, or be, a script. */
async function expectScriptless(page: Page): Promise<void> {
  const html = await page.content();
  expect(html).not.toMatch(/<script|onclick=|modulepreload/i);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
}

test("a villager reads the board on a phone without scripts, objects, and follows what becomes of it", async () => {
  const { origin, id } = site;
  const page = await openPage({ width: 360, javaScript: false });
  await page.goto(`${origin}/v/${SHIQIAO}`);
  await expectScriptless(page);
  await page.getByRole("link", { name: /东坡菜地分配公示.*还剩 2 个工作日/ }).click();
  await expectText(page, "公示还剩 2 个工作日，含今天");
  await expectText(page, "2026年10月13日 24:00 截止");
  await expectText(page, "杨德厚");
  await expectScriptless(page);

  await page.getByRole("link", { name: "提异议" }).first().click();
  await expectScriptless(page);
  await press(page, "check");
  await expectText(page, "请先选对谁有异议。");
  await page.selectOption("#row", { label: "李有福 二号" });
  await expect.poll(() => page.locator('[id="form/name"]').isVisible()).toBe(false);
  await page.check('input[value="named"]');
  // The style sheet alone shows what only a named objection is asked.
  await page.locator('[id="form/name"]').waitFor();
  await page.fill('[id="form/when"]', "2025年9月起");
  await press(page, "check");
  await expectText(page, "还有 4 处要改");
  expect(await page.inputValue('[id="form/when"]')).toBe("2025年9月起");
  await page.check('input[value="anonymous"]');
  await page.fill('[id="form/where"]', "村二组");
  await page.fill('[id="form/what"]', "地常年没有人种");
  await press(page, "check");
  await page.getByRole("heading", { name: "核对后再提交" }).waitFor();
  await expectText(page, "李有福 二号");
  await press(page, "back");
  expect(await page.inputValue('[id="form/what"]')).toBe("地常年没有人种");
  await press(page, "check");
  await press(page, "send");
  await page.getByRole("heading", { name: "异议已收到" }).waitFor();
  await expectText(page, "石桥异议〔2026〕1号");
  await expectText(page, "李有福 二号：异议核查中，暂缓。");
  await expectScriptless(page);
  const code = await page.getByText(/^\d{4} \d{4}$/).textContent();

  await page.goto(`${origin}/follow`);
  await page.fill("#code", "1234 5678");
  await page.getByRole("button", { name: "查询" }).click();
  await expectText(page, "没有查到。");
  await page.fill("#code", code ?? "");
  await page.getByRole("button", { name: "查询" }).click();
  await expectText(page, "核查");
  await expectText(page, "2026年10月19日前");
  await expectScriptless(page);
  expect(await page.content()).not.toMatch(/李有福|常年没有人种|村二组/);

  await site.cases.workers.runDue();
  await page.goto(`${origin}/notices/${id}`);
  await expectText(page, "异议核查中，暂缓");
  await page.getByRole("button", { name: "大字版" }).click();
  await page.waitForURL(`${origin}/notices/${id}`);
  await page.locator('html[data-type="large"]').waitFor();
  await expectScriptless(page);

  site.cases.clock.time = instantOf("2026-10-14T00:00");
  const gone = await page.goto(`${origin}/notices/${id}`);
  expect(gone?.status()).toBe(404);
  await expectText(page, "没有这条公示，或者公示期已经结束。");
  await expectScriptless(page);
});

describe("what leaves the server", () => {
  test("is the notice and nothing else, whichever way it is asked for", async () => {
    const { origin, id, cases, round, households } = site;
    const form = {
      ...{ way: "named", name: "田秀英", phone: "13800138000" },
      ...{ when: "去年", where: "村二组", what: "地常年没有人种" },
    };
    accepted(await cases.part.object(objection(id, { form })));
    await cases.workers.runDue();
    const secrets = [round, ...households, "田秀英", "13800138000", "常年没有人种", "gaoyuan"];
    const paths = [
      `/v/${SHIQIAO}`,
      `/notices/${id}`,
      `/notices/${id}/print`,
      `/notices/${id}/object`,
      `/notices/${id}/object?row=2`,
      "/follow",
    ];
    for (const path of paths) {
      const data = path.includes("?") ? path.replace("?", ".data?") : `${path}.data`;
      for (const address of [path, data]) {
        const answer = await fetch(`${origin}${address}`);
        const body = await answer.text();
        expect([address, answer.status]).toEqual([address, 200]);
        expect(secrets.filter((secret) => body.includes(secret))).toEqual([]);
      }
    }
  });

  test("goes with its time: the data routes too", async () => {
    const { origin, id, cases } = site;
    cases.clock.time = instantOf("2026-10-14T00:00");
    for (const path of [`/notices/${id}`, `/notices/${id}/print`, `/notices/${id}/object`]) {
      for (const address of [path, `${path}.data`]) {
        const answer = await fetch(`${origin}${address}`);
        const body = await answer.text();
        expect([address, answer.status]).toEqual([address, 404]);
        expect(body).not.toMatch(/杨德厚|李有福|东坡/);
      }
    }
  });
});

test("an objection is taken from our own pages only", async () => {
  const { origin, id } = site;
  const page = await fetch(`${origin}/notices/${id}/object`);
  const html = await page.text();
  const [, csrf = ""] = /name="csrf" value="([^"]+)"/.exec(html) ?? [];
  const [, commandId = ""] = /name="commandId" value="([^"]+)"/.exec(html) ?? [];
  const cookie = page.headers.getSetCookie().map((one) => one.split(";")[0]);
  const fields = { row: "1", commandId, expectedSeq: "0", intent: "send", "form/way": "anonymous" };
  const texts = { "form/when": "去年", "form/where": "村口", "form/what": "地没有人种" };
  const post = (headers: Record<string, string>, token = csrf) =>
    fetch(`${origin}/notices/${id}/object`, {
      method: "POST",
      headers,
      body: new URLSearchParams({ ...fields, ...texts, csrf: token }),
    }).then(async (answer) => ({ status: answer.status, text: await answer.text() }));

  const foreign = await post({ Origin: "https://example.org" });
  expect(foreign).toMatchObject({ status: 403 });
  const crossSite = await post({ "Sec-Fetch-Site": "cross-site" });
  expect(crossSite).toMatchObject({ status: 403 });
  const untold = await post({ Cookie: cookie.join("; ") }, "guessed");
  expect(untold).toMatchObject({ status: 403 });
  // Old browsers name no origin: then the page's token and the visitor's cookie speak for it.
  const old = await post({ Cookie: cookie.join("; ") });
  expect(old.status).toBe(200);
  expect(old.text).toContain("异议已收到");
  const own = await post({ Origin: origin });
  expect(own.text).toContain("异议已收到");
});

test("its officer finds what can be passed on, which names nobody", async () => {
  const { origin, id, round } = site;
  const page = await openPage();
  await page.goto(`${origin}/sign-in?to=/cases/${round}`);
  await page.fill('[name="login"]', "gaoyuan");
  await page.fill('[name="password"]', PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("link", { name: /东坡菜地分配公示.*2026年10月13日截止/ }).click();
  const message = page.getByRole("textbox", { name: "发到村里的群" });
  await message.waitFor();
  expect(await message.inputValue()).toContain(`名单看这里：${origin}/notices/${id}`);
  expect(await message.inputValue()).not.toMatch(/杨德厚|李有福/);
  await page.getByRole("link", { name: "看公开的页面" }).click();
  await page.getByRole("heading", { name: "东坡菜地分配公示" }).waitFor();
  await expectScriptless(page);
});
