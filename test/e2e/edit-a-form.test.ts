import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, problemsOf } from "./support/browser";
import { expectText, press, sendStep, signIn } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";

let product: Product;
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
});
afterAll(() => product.close());

const MODEL = "resident-auxiliary";
const FORM = "/rules/dispute-mediation/definition/forms/triageProposal";

async function enter(login: string, javaScript = true): Promise<Page> {
  const page = await openPage({ width: 1280, height: 900, javaScript });
  await page.goto(`${product.origin}/sign-in`);
  await page.fill('[name="login"]', login);
  await page.fill('[name="password"]', "qingyuan");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/cases");
  return page;
}

/** Registers a dispute in the village of the auxiliary, whose station is under the model. */
async function register(page: Page): Promise<string> {
  await page.goto(`${product.origin}/cases/new?process=dispute-mediation`);
  await fillForm(page, {
    ...{ reporter: "杨德厚", where: "石桥村三组", what: "邻家的牛踩坏半亩白菜。" },
    ...{ urgency: "normal", hurt: "no" },
  });
  return sendStep(page);
}

/** The form's text with one more field, the last of all. */
function withField(text: string, field: string): string {
  return text
    .replace('"properties": {', `"properties": {\n      "sketch": ${field},`)
    .replace('"ui:order": [', '"ui:order": ["sketch", ');
}

test("an optional field for one model: problems while typing, two signatures, new matters only", async () => {
  const auxiliary = await signIn(await openPage(), { origin: product.origin, name: "杨秀兰" });
  const open = await register(auxiliary);

  // 起草：没有名称和个人信息说明，边写边看到；改好再存。
  const admin = await enter("yuanbo");
  await admin.goto(`${product.origin}/rules/dispute-mediation/definition?model=${MODEL}`);
  await admin.getByRole("link", { name: "提分流建议", exact: true }).click();
  await admin.waitForURL((url) => url.pathname === FORM);
  const text = admin.locator('textarea[name="text"]');
  const shipped = await text.inputValue();
  const field = '{ "type": "string", "maxLength": 60, "privacy": "none" }';
  await text.fill(withField(shipped, field));
  await expectText(admin, "字段“sketch”没有 label");
  const line = withField(shipped, field)
    .split("\n")
    .findIndex((one) => one.includes('"sketch":'));
  await admin.getByRole("button", { name: `到第 ${line + 1} 行` }).click();
  expect(
    await text.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe(`"sketch": ${field},`);
  const label = '"label": { "zh": "现场草图在哪里", "en": "Where the sketch is" }';
  await text.fill(withField(shipped, field.replace('"privacy"', `${label}, "privacy"`)));
  await expectText(admin, "没有发现问题，可以存。");
  await expectText(admin, "现场草图在哪里");
  await admin.fill("#why", "踩坏庄稼的多，画一张草图看得清。");
  await press(admin, "submit");
  await admin.waitForURL("**/rules/changes/**");
  await expectText(admin, "表单“提分流建议”增加“现场草图在哪里”（没有可不填）。");
  const change = admin.url();
  await admin.goto(`${change}/trial`);
  await press(admin, "begin");
  await admin.locator('button[value="read"]').waitFor({ timeout: 60_000 });
  await press(admin, "read");
  await expectText(admin, "袁波已看过");

  // 法制不用脚本也能办。
  const lawyer = await enter("hejing", false);
  await lawyer.goto(change);
  await lawyer.fill("#approve-opinion", "同意。");
  await lawyer.fill("#approve-documentNumber", "云公法〔2026〕21号");
  await press(lawyer, "approve");
  await lawyer.fill("#publish-from", "2026-11-23");
  await press(lawyer, "publish");
  await expectText(lawyer, "2026年11月23日起的新事项按这一版办，已经开始的照旧");

  const later = await register(auxiliary);
  await auxiliary.goto(`${later}/do/proposeTriage`);
  await auxiliary.getByLabel("现场草图在哪里").waitFor();
  await auxiliary.goto(`${open}/do/proposeTriage`);
  await auxiliary.getByText("当事人").first().waitFor();
  expect(await auxiliary.getByLabel("现场草图在哪里").count()).toBe(0);
  for (const page of [admin, auxiliary]) expect(problemsOf(page)).toEqual([]);
}, 180_000);

test("without scripts: the problems come with the post, the text stays", async () => {
  const admin = await enter("yuanbo", false);
  await admin.goto(`${product.origin}${FORM}?model=${MODEL}`);
  const text = admin.locator('textarea[name="text"]');
  const written = (await text.inputValue()).replace('"into": "",', '"into": ""');
  await text.fill(written);
  await press(admin, "check");
  const line = written.split("\n").findIndex((one) => one.includes('"schema":')) + 1;
  await expectText(admin, `第 ${line} 行第 3 个字符读不下去：这里应该是逗号`);
  expect((await text.inputValue()).trim()).toBe(written.trim());
  await press(admin, "save");
  await expectText(admin, "改好再存");
  expect((await text.inputValue()).trim()).toBe(written.trim());
});
