import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { openPage, screenshot } from "./support/browser";
import { expectText, signIn } from "./support/drive-page";
import { expectPresentable } from "./support/expect-presentable";
import { serveProduct, type Product } from "./support/serve-product";

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

/** For whoever wants to look: the stops as pictures in this folder. */
const pictures = process.env["DECISION_PICTURES"];

async function look(page: Page, name: string): Promise<void> {
  await expectPresentable(page, name);
  if (pictures) await screenshot(page, `${pictures}/${name}.png`);
}

function comeIn(name: string, options: { width?: number; javaScript?: boolean } = {}) {
  const fonts = pictures !== undefined;
  return openPage({ ...options, fonts }).then((page) =>
    signIn(page, { origin: product.origin, name }),
  );
}

/** A session of somebody, for the steps before the story. */
async function sessionOf(login: string) {
  const { runtime } = product;
  const entered = await runtime.signIn({ login, password: "qingyuan", address: "e2e" });
  if (!entered.ok) throw new Error(entered.refusal.code);
  return entered.value;
}

async function take(login: string, caseId: string, event: string, form: JsonObject) {
  const session = await sessionOf(login);
  const view = await product.runtime.caseView(session, caseId);
  const expectedSeq = view.ok ? view.value.seq : 0;
  const input = { caseId, event, form, expectedSeq, commandId: randomUUID() };
  const taken = await product.runtime.send(session, input);
  if (!taken.ok) throw new Error(`${event}: ${taken.refusal.code}`);
}

/** A need of 青石 that is reported and waits to be drawn up. */
async function reportNeed(): Promise<string> {
  const posts = [{ village: "991021200201", villageName: "石桥村", headcount: 1 }];
  const form = { track: "service", posts, reason: "vacant", note: "原来的协勤外出务工" };
  const place = "991021200000";
  const input = { package: "auxiliary-selection.need", place, form, expectedSeq: 0 };
  const started = await product.runtime.start(await sessionOf("luming"), {
    ...{ ...input, commandId: randomUUID() },
  });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value.caseId;
}

const PLAN = { quota: 60, inPost: 52, pay: "每月补贴按县里批准的标准", money: "县财政" };

test("会签方案 in turn: who is asked is said before anybody signs; a refusal needs its reason; who is added signs too", async () => {
  const id = await reportNeed();
  await take("zhoumin", id, "drawUp", PLAN);
  await take("qinweiguo", id, "seekOpinions", {});
  const matter = `${product.origin}/cases/${id}`;

  const legal = await comeIn("何静", { javaScript: false });
  await legal.goto(matter);
  await expectText(legal, "还差 2 人同意即通过。");
  await expectText(legal, "有一人不同意，这次会签就结束");
  await expectText(legal, "还没轮到");
  await expectText(legal, "覃明");
  await look(legal, "panel-360");
  await legal.getByRole("link", { name: "签署意见" }).click();
  await legal.waitForURL(/\/vote\//);
  await look(legal, "vote-360");
  await legal.getByText("不同意", { exact: true }).first().click();
  await legal.getByRole("button", { name: "提交答复" }).click();
  await legal.getByRole("alert").getByText("不同意的，写明理由").waitFor();
  await look(legal, "no-reason-360");
  expect(await legal.locator('input[value="reject"]').isChecked()).toBe(true);

  const wide = await comeIn("覃明", { width: 1280 });
  await wide.goto(matter);
  await look(wide, "panel-1280");
  expect(await wide.getByRole("link", { name: "签署意见" }).count()).toBe(0);
  await legal.locator('input[value="agree"]').check();
  await legal.getByRole("button", { name: "提交答复" }).click();
  await legal.waitForURL(matter);

  await wide.goto(matter);
  await expectText(wide, "还差 1 人同意即通过。");
  await wide.getByRole("link", { name: "签署意见" }).click();
  await wide.waitForURL(/\/vote\//);
  await look(wide, "vote-1280");
  await wide.locator('input[value="reject"]').check();
  await wide.getByRole("textbox", { name: "理由" }).fill("补贴标准没有写清楚");
  await wide.getByRole("button", { name: "提交答复" }).click();
  await wide.waitForURL(matter);
  await expectText(wide, "没有通过：同意 1，不同意 1。");
  await look(wide, "failed-1280");
}, 120_000);
