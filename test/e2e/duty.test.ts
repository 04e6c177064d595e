import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./support/browser";
import { expectText, press, signIn } from "./support/drive-page";
import { serveProduct, type Product } from "./support/serve-product";

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

test("a conflict is explained, mended by its own button, and the roster published", async () => {
  const { origin } = product;
  const chief = await openPage({ width: 1280 });
  await chief.goto(`${origin}/sign-in?to=/duty`);
  await chief.fill('[name="login"]', "luming");
  await chief.fill('[name="password"]', "qingyuan");
  await chief.locator("main form button").first().click();
  await chief.getByRole("link", { name: "11月30日—12月6日值班表" }).click();
  await expectText(chief, "石永福还不能排班");
  await expectText(chief, "岗前培训：还没有登记合格");
  await chief.getByRole("button", { name: "检查" }).click();
  await expectText(chief, /还有冲突没有改好/);

  const roster = chief.url();
  await chief
    .locator("section", { hasText: "石永福还不能排班" })
    .getByRole("button")
    .first()
    .click();
  await chief.getByText("石永福还不能排班").waitFor({ state: "detached" });
  for (const left of [1, 0]) {
    const card = chief.locator("section", { has: chief.locator("textarea") }).first();
    await card.locator("summary").click();
    await card.locator("textarea").fill("两名民警轮流，排不开。");
    await card.getByRole("button", { name: "保存" }).click();
    await expect
      .poll(() => chief.locator("section textarea").count(), { timeout: 15_000 })
      .toBe(left);
  }
  await chief.getByRole("button", { name: "检查" }).click();
  await chief.getByRole("button", { name: "报所长审" }).click();
  await chief.getByRole("link", { name: "公布", exact: true }).click();
  await chief.waitForURL(/\/do\/publish$/);
  await press(chief, "check");
  await chief.locator('input[name="answers"]').waitFor({ state: "attached" });
  await press(chief, "send");
  await chief.waitForURL(/\/cases\/9910\d\d-[\w-]+$/);
  await chief.goto(roster);
  await expectText(chief, "第 1 版·已公布");
});

test.each([
  ["with scripts", true],
  ["without scripts", false],
])("a card is turned in two taps on a phone, %s", async (_name, javaScript) => {
  const { origin } = product;
  const phone = await openPage({ width: 360, javaScript });
  await signIn(phone, { origin, name: "杨秀兰" });
  await phone.goto(`${origin}/today`);
  await expectText(phone, "石桥村警务室");
  await phone.getByRole("link", { name: "在岗" }).click();
  await phone.getByRole("button", { name: "17:30" }).click();
  await expectText(phone, "去向牌：在岗，到 17:30。");
  expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(360);
  await phone.goto(`${origin}/duty`);
  await phone.locator("li", { hasText: "杨秀兰" }).getByText("在岗").waitFor();
});
