import { afterAll, beforeAll, test } from "vitest";
import { openPage, screenshot } from "./support/browser";
import { signIn } from "./support/drive-page";
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
