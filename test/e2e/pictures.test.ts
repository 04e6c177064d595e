import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { openPage, screenshot } from "./support/browser";
import { press, signIn } from "./support/drive-page";
import { serveProduct, type Product } from "./support/serve-product";

/** `npm run pictures` draws the pictures of the README and the guides anew, so that they stay true. */
const wanted = process.env["DRAW_PICTURES"] === "1";

let product: Product;
beforeAll(async () => {
  if (wanted) product = await serveProduct();
});
afterAll(() => (wanted ? product.close() : undefined));

test.runIf(wanted)("the villages, a matter on a phone, and the list at a desk", async () => {
  const { origin } = product;
  const first = await openPage({ width: 1280, height: 800, fonts: true });
  await first.goto(origin);
  await first.waitForLoadState("networkidle");
  await screenshot(first, "docs/pictures/villages-desk.png", { fullPage: false });

  const phone = await openPage({ height: 780, fonts: true });
  await signIn(phone, { origin, name: "杨国安" });
  await phone.locator('a[href^="/cases/9910"]').nth(1).click();
  await phone.waitForURL(/\/cases\/9910/);
  await phone.waitForLoadState("networkidle");
  await screenshot(phone, "docs/pictures/case-phone.png", { fullPage: false });

  const desk = await openPage({ width: 1280, height: 780, fonts: true });
  await signIn(desk, { origin, name: "高原" });
  await desk.goto(`${origin}/cases?queue=unit`);
  await desk.waitForLoadState("networkidle");
  await screenshot(desk, "docs/pictures/worklist-desk.png", { fullPage: false });
});

test.runIf(wanted)("what the guide for county admins shows", async () => {
  const { origin } = product;
  const desk = async (name: string) =>
    signIn(await openPage({ width: 1280, height: 860, fonts: true }), { origin, name });
  const draw = async (page: Page, name: string, path?: string) => {
    if (path !== undefined) await page.goto(`${origin}${path}`);
    await page.waitForLoadState("networkidle");
    await screenshot(page, `docs/pictures/${name}-desk.png`, { fullPage: false });
  };
  const drafter = await desk("周敏");
  const scope = "?model=resident-auxiliary";
  await draw(drafter, "compare", "/models/compare");
  await draw(drafter, "rules", "/rules");
  await draw(drafter, "rule", `/rules/dispute-mediation/rules/mayMeetAgain${scope}`);
  await drafter.goto(`${origin}/rules/dispute-mediation/definition${scope}`);
  await drafter.getByRole("link", { name: "提分流建议", exact: true }).click();
  await drafter.waitForURL("**/definition/**");
  await draw(drafter, "definition");
  await draw(await desk("袁波"), "people", "/people");

  const clerk = await desk("文洁");
  await clerk.goto(`${origin}/rules/auxiliary-selection/parameters/noticeWorkdays`);
  await clerk.getByLabel(/只适用于驻村协勤的 5 个村/).check();
  await clerk.fill("#value", "7");
  await clerk.fill("#why", "山里人看公示要走半天，五天不够。");
  await press(clerk, "see");
  await draw(clerk, "parameter");
  await press(clerk, "submit");
  await clerk.waitForURL("**/rules/changes/**");
  const change = clerk.url();
  await clerk.goto(`${change}/trial`);
  await press(clerk, "begin");
  await clerk.locator('button[value="read"]').waitFor();
  await draw(clerk, "trial");
  await press(clerk, "read");
  await clerk.goto(change);
  await draw(clerk, "change");
});
