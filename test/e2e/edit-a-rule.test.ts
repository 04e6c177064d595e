import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, problemsOf } from "./support/browser";
import { serveProduct, type Product } from "./support/serve-product";

let product: Product;
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
});
afterAll(() => product.close());

async function enter(login: string, javaScript: boolean): Promise<Page> {
  const page = await openPage({ width: 1280, height: 800, javaScript });
  await page.goto(`${product.origin}/sign-in`);
  await page.fill('[name="login"]', login);
  await page.fill('[name="password"]', "qingyuan");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
  return page;
}

const RULE = "/rules/dispute-mediation/rules/mayEscalateUp";
const press = (page: Page, intent: string) => page.click(`button[value="${intent}"]`);
const says = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** A row of the builder, counted from 0. */
const row = (page: Page, index: number) => page.locator("[data-testid=rule]").nth(index);

describe("云岭县 changes a rule for its villages under one model, by two people", () => {
  test("row by row, its examples decided anew, with a sentence before and after; published by the second person", async () => {
    const drafter = await enter("zhoumin", true);
    await drafter.goto(`${product.origin}${RULE}?model=resident-auxiliary`);
    await says(drafter, "各方同意");
    const number = row(drafter, 1).getByRole("textbox");
    await number.fill("2");
    // Two examples were written for one session.
    await says(drafter, "和应当的不一样");
    await says(drafter, "有 2 个例子算出来和“应当”不一样");
    await drafter.getByRole("button", { name: "加一个条件" }).click();
    await row(drafter, 2).getByLabel("看哪一项").selectOption({ label: "当事人人数" });
    await row(drafter, 2).getByLabel("怎么比").selectOption({ label: "不少于" });
    await says(drafter, "有一行还没有写完");
    await row(drafter, 2).getByRole("textbox").fill("2");
    await drafter.locator("ins", { hasText: "并且当事人人数不少于 2" }).waitFor();
    await drafter.getByLabel("例 1：应当").selectOption({ label: "不成立" });
    await drafter.getByLabel("例 4：应当").selectOption({ label: "不成立" });
    await drafter.getByText("加一个例子").click();
    await drafter.getByLabel("这是什么情形").fill("两家人谈过两次");
    await drafter.locator("details").getByLabel("当事人人数").fill("2");
    await drafter.locator("details").getByLabel("已调解次数").fill("2");
    await drafter.locator("details").locator("div > select").first().selectOption({ index: 1 });
    await drafter.getByRole("button", { name: "加上" }).click();
    await drafter.getByRole("button", { name: "两家人谈过两次", exact: true }).click();
    await says(drafter, "两家人谈过两次：成立");
    await drafter.fill("#why", "山里的纠纷谈一次不够。");
    await press(drafter, "submit");
    await drafter.waitForURL("**/rules/changes/**");
    const change = drafter.url();
    await drafter.locator("del", { hasText: "1" }).waitFor();
    await drafter.locator("ins", { hasText: "并且当事人人数不少于 2" }).waitFor();
    await drafter.goto(`${change}/trial`);
    await press(drafter, "begin");
    await press(drafter, "read");
    await says(drafter, "周敏已看过");
    expect(problemsOf(drafter)).toEqual([]);

    const lawyer = await enter("hejing", false);
    await lawyer.goto(change);
    await lawyer.fill("#approve-opinion", "同意。");
    await lawyer.fill("#approve-documentNumber", "云公法〔2026〕9号");
    await press(lawyer, "approve");
    await lawyer.fill("#publish-from", "2026-11-23");
    await press(lawyer, "publish");
    await says(lawyer, "已发布");
    // Without scripts: the sentence, the examples with their reasons, the rule as text.
    await lawyer.goto(`${product.origin}${RULE}?model=resident-auxiliary`);
    await says(lawyer, "当事人人数不少于 2");
    await says(lawyer, "两家人谈过两次");
    await lawyer.fill("#when", '{ "method": [{ "var": "data.x" }, "constructor"] }');
    await press(lawyer, "see");
    await says(lawyer, "没有“method”这个运算符");
    await lawyer.goto(`${product.origin}/rules/dispute-mediation/rules/fileComplete`);
    await says(lawyer, "这条规则是法定的");
    expect(await lawyer.locator("#when").count()).toBe(0);
  });
});
