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
  await page.waitForURL("**/cases");
  return page;
}

const press = (page: Page, intent: string) => page.click(`button[value="${intent}"]`);
const says = (page: Page, text: string) => page.getByText(text).first().waitFor();

describe("清源县 changes the days of its return visits, by two people", () => {
  test("drafted with its sentence, tried on past matters, reviewed and published from a day on", async () => {
    // The drafter's desk has scripts, the legal office's has none.
    const drafter = await enter("wenjie", true);
    await drafter.goto(`${product.origin}/rules/dispute-mediation/parameters/returnVisitDays`);
    await drafter.fill("#value", "7、30、60、90");
    await drafter.fill("#why", "两个月时的反复最多，加一次回访。");
    await press(drafter, "see");
    await drafter.locator("ins", { hasText: "7、30、60、90 天" }).waitFor();
    expect(await drafter.locator("del").first().textContent()).toBe("7、30、90 天");
    await press(drafter, "submit");
    await drafter.waitForURL("**/rules/changes/**");
    await says(drafter, "已送法制审核。");
    const change = drafter.url();
    expect(await drafter.locator('button[value="approve"]').count()).toBe(0);

    await drafter.goto(`${change}/trial`);
    await press(drafter, "begin");
    await press(drafter, "read");
    await says(drafter, "文洁已看过");

    const lawyer = await enter("chenmo", false);
    await lawyer.goto(`${product.origin}/rules`);
    await says(lawyer, "等您办");
    await lawyer.goto(change);
    await press(lawyer, "approve");
    await says(lawyer, "写上文号");
    await lawyer.fill("#approve-opinion", "同意。");
    await lawyer.fill("#approve-documentNumber", "清公法〔2026〕11号");
    await press(lawyer, "approve");
    await says(lawyer, "意见和文号已记下");
    await lawyer.fill("#publish-from", "2026-12-01");
    await press(lawyer, "publish");
    await says(lawyer, "2026年12月1日起的新事项按这一版办，已经开始的照旧");

    await drafter.goto(`${product.origin}/rules`);
    await says(drafter, "2026年12月1日起改为 7、30、60、90 天。");
    await drafter.goto(`${product.origin}/rules/dispute-mediation/versions`);
    await says(drafter, "清公法〔2026〕11号");
    expect(problemsOf(drafter)).toEqual([]);
  });
});
