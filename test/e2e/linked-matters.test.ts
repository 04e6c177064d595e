import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, screenshot } from "./support/browser";
import { expectText, press, sendStep, signIn } from "./support/drive-page";
import { expectPresentable } from "./support/expect-presentable";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller } from "./support/teller";

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

/** For whoever wants to look: the stops as pictures in this folder. */
const pictures = process.env["LINK_PICTURES"];

const form = {
  title: "2026 年驻村协勤年度复训",
  by: "2026-12-18",
  people: [
    { name: "杨秀兰", village: "991021200201", track: "service" },
    { name: "罗建平", village: "991021200202", track: "service" },
  ],
};

test("一步分发到各村, without JavaScript: both sides name each other, begun rows are held, it goes on by itself, and ends together", async () => {
  const teller = createTeller(product);
  const id = await teller.start("zhoumin", {
    ...{ package: "training.round", place: "991021200000", form },
  });
  const matter = `${product.origin}/cases/${id}`;
  const fonts = pictures !== undefined;
  const page = await openPage({ width: 360, javaScript: false, fonts });
  await signIn(page, { origin: product.origin, name: "周敏" });
  const look = async (name: string): Promise<void> => {
    await expectPresentable(page, name);
    if (pictures) await screenshot(page, `${pictures}/${name}.png`, { fullPage: true });
  };

  await page.goto(`${matter}/do/send`);
  await sendStep(page);
  await page.goto(matter);
  await expectText(page, "2 件在办，共 2 件");
  expect(await page.locator("#linked li a").count()).toBe(2);
  await look("round");

  await page.goto(`${matter}/do/changeList`);
  await page.locator("[name$='[name]'], [name*='name']").first().fill("杨秀兰兰");
  await press(page, "send");
  await expectText(page, "第 1 项正在办“复训”");

  const first = await teller.child(id, "training", 0);
  const second = await teller.child(id, "training", 1);
  await page.goto(`${product.origin}/cases/${first}`);
  await expectText(page, "所属事项");
  await page.locator("#linked a").first().click();
  await page.waitForURL(matter);

  const gone = { reason: "own" };
  await teller.take("zhoumin", first, "dropOut", gone);
  await teller.take("zhoumin", second, "dropOut", gone);
  await teller.reaches(id, "summing");
  await page.goto(matter);
  await expectText(page, "2 件，都已办完");
  await expectText(page, "复训：没有办成");

  const other = await teller.start("zhoumin", {
    ...{ package: "training.round", place: "991021200000", form },
  });
  await teller.take("zhoumin", other, "send");
  await teller.take("zhoumin", other, "cancelRound", { why: "场地另有安排" });
  const child = await teller.child(other, "training", 0);
  await expect
    .poll(async () => {
      await page.goto(`${product.origin}/cases/${child}`);
      return page.locator("main").innerText();
    })
    .toContain("所属事项没有办成，本事项随之终止");
  await look("ended-with-its-round");
});
